import { z } from 'zod';
import { countryName, kilograms, longDay } from '../../trade/figures.js';
import { addressLines, box, marks, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import * as checks from '../checks.js';
import { consignee, described, invoiceReference, packing, seller, transport } from '../contract.js';
import { paper, type Issue } from '../paper.js';
import { line as said, lines as sayAll, type Sheet } from '../sheet.js';

const contract = z.object({
  invoice: invoiceReference,
  seller,
  consignee,
  lines: z.array(described.extend({ hsCode: z.string(), grossWeightGrams: z.number().int().min(0) })).min(1, 'there are no lines'),
  packing,
  transport: transport.pick({ way: true, from: true, vehicle: true }),
});
export type FormA = z.infer<typeof contract>;

/**
 * What goes into each box of certificate of origin Form A, for the generalised system of preferences. The form is printed,
 * guilloched, and certified in Morocco: this is the sheet it is typed from. Boxes and criteria (P wholly obtained, W and the
 * heading when worked sufficiently) are general knowledge of 2026-11-24; the products Japan admits are for a broker to confirm.
 */
export const formAData = paper<FormA>({
  kind: 'form_a_data',
  series: 'FA',
  title: { en: 'Data for certificate of origin Form A', fr: 'Données pour certificat d’origine formule A', ar: 'بيانات شهادة المنشأ نموذج أ' },
  contract,
  boxes: { seller: 'Box 1', consignee: 'Box 2', transport: 'Box 3', lines: 'Box 7', packing: 'Box 9', invoice: 'Box 10' },
  form: true,
  languages: () => ['en', 'fr'],
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, consignee: t.consignee, lines: t.lines, packing: t.packing, transport: t.transport }),
  check: (d) => [...checks.country(d.consignee), ...checks.codes(d.lines), ...checks.descriptions(d.lines, d.consignee.country), ...checks.sellerDetails(d.seller)],
  lay,
});

export function criterion(l: Pick<FormA['lines'][number], 'materials' | 'hsCode'>): string {
  const own = l.materials.length > 0 && l.materials.every((m) => m.originCountry === 'MA');
  return own ? '“P”' : `“W” ${l.hsCode.slice(0, 4)}`;
}

function lay(d: FormA, issue: Issue): Sheet {
  return {
    title: formAData.title,
    ...issue,
    issuer: d.seller.name,
    foot: 'Data sheet: not a certificate',
    boxes: [
      sellerBox(d.seller, 2, { en: '1. Goods consigned from', fr: 'Expéditeur' }),
      ...numberBoxes(issue, { en: 'Data sheet', fr: 'Fiche' }),
      box({ en: '4. For official use', fr: 'Usage officiel' }, 2, [said('–')]),
      box({ en: '2. Goods consigned to', fr: 'Destinataire' }, 2, addressLines(d.consignee), 2),
      box({ en: '3. Means of transport and route', fr: 'Transport et itinéraire' }, 2, sayAll([[d.transport.way === 'undecided' ? null : d.transport.way, d.transport.from ?? 'Morocco', countryName(d.consignee.country), d.transport.vehicle].filter(Boolean).join(', ')])),
      box({ en: '10. Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box({ en: '9. Gross weight', fr: 'Poids brut' }, 1, [said(`${kilograms(d.packing.grossWeightGrams)} kg`)]),
    ],
    table: {
      columns: [
        { label: { en: '5. Item', fr: 'N°' }, width: 14 },
        { label: { en: '6. Marks', fr: 'Marques' }, width: 34 },
        { label: { en: '7. Number and kind of packages; description', fr: 'Nombre et nature des colis ; désignation' }, width: 0 },
        { label: { en: '8. Origin criterion', fr: 'Critère' }, width: 24 },
        { label: { en: '9. Gross kg', fr: 'Brut kg' }, width: 20, end: true },
      ],
      rows: d.lines.map((l, i) => [
        [said(String(l.number))],
        i === 0 ? [said(marks(d.invoice.number, d.packing.packages))] : [],
        [...(i === 0 ? [said(`${d.packing.packages ?? '–'} packages`, 'small')] : []), ...sayAll([l.title.en || l.title.fr]), said(`${l.quantity} pc, HS ${l.hsCode}`, 'small')],
        [said(criterion(l))],
        [said(kilograms(l.grossWeightGrams))],
      ]),
    },
    totals: [],
    statements: [
      { label: { en: '12. Declaration by the exporter', fr: 'Déclaration de l’exportateur' }, lines: [said(`All the goods were produced in MOROCCO and comply with the origin requirements specified for those goods in the Generalized System of Preferences for goods exported to ${countryName(d.consignee.country).toUpperCase()}.`)] },
      { label: { en: '11. Certification', fr: 'Visa' }, lines: [said('by the authority that certifies the form / par l’autorité qui vise la formule', 'small')] },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
