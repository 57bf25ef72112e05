import { z } from 'zod';
import { countryName, kilograms, longDay } from '../trade/figures.js';
import { problem } from './problems.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { addressLines, box, numberBoxes, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { consignee, described, invoiceReference, origin, packing, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const contract = z.object({
  invoice: invoiceReference,
  seller,
  consignee,
  agreement: z.string(),
  lines: z.array(described.extend({ hsCode: z.string() })).min(1, 'no line claims the preference'),
  packing,
  origin,
});
export type Eur1Data = z.infer<typeof contract>;

/**
 * What goes into each box of the movement certificate. The form itself is printed, numbered and guilloched, and
 * customs endorses it (Origin Reference Document, article 17): this is the sheet it is typed from, never a certificate.
 */
export const eur1Data = paper<Eur1Data>({
  kind: 'eur1_data',
  series: 'ED',
  title: { en: 'Data for movement certificate EUR.1', fr: 'Données pour certificat EUR.1', ar: 'بيانات شهادة التنقل' },
  contract,
  boxes: { seller: 'Box 1', consignee: 'Box 3', lines: 'Box 8', packing: 'Box 9', invoice: 'Box 10' },
  quote: (t, r) => ({
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    seller: t.seller,
    consignee: t.consignee,
    agreement: t.origin.regime === 'EU-MA' ? 'the European Union' : countryName(t.consignee.country),
    lines: t.lines.filter((l) => l.preference),
    packing: t.packing,
    origin: t.origin,
  }),
  check: (d) => [
    ...checks.descriptions(d.lines, d.consignee.country),
    ...checks.codes(d.lines),
    ...(d.origin.reference === null ? [problem('EUR1_NUMBER_MISSING', 'Box 11', { why: d.origin.why })] : []),
  ],
  lay,
});

function lay(d: Eur1Data, issue: Issue): Sheet {
  return {
    title: eur1Data.title,
    ...issue,
    issuer: d.seller.name,
    foot: 'Data sheet: not a certificate',
    boxes: [
      sellerBox(d.seller, 2, { en: '1. Exporter', fr: 'Exportateur' }),
      ...numberBoxes(issue, { en: 'Data sheet', fr: 'Fiche' }),
      box({ en: '2. Preferential trade between', fr: 'Échanges préférentiels entre' }, 2, [said('Morocco'), said(`and ${d.agreement}`)]),
      box({ en: '3. Consignee', fr: 'Destinataire' }, 2, addressLines(d.consignee), 2),
      box({ en: '4. Country of origin', fr: 'Pays d’origine' }, 1, [said('Morocco')]),
      box({ en: '5. Country of destination', fr: 'Pays de destination' }, 1, [said(countryName(d.consignee.country))]),
      box({ en: '7. Remarks', fr: 'Observations' }, 2, [said(d.origin.mention === 'NONE' ? '–' : d.origin.mention)]),
      box({ en: '9. Gross mass', fr: 'Masse brute' }, 1, [said(`${kilograms(d.packing.grossWeightGrams)} kg`)]),
      box({ en: '10. Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box({ en: '11. Customs endorsement: certificate number', fr: 'Visa de la douane : n° du certificat' }, 2, sayAll([d.origin.reference ?? 'to be endorsed'])),
    ],
    table: {
      columns: [
        { label: { en: '8. Item', fr: 'N°' }, width: 14 },
        { label: { en: 'Marks, number and kind of packages, description of goods', fr: 'Marques, nombre et nature des colis, désignation' }, width: 0 },
        { label: { en: 'HS', fr: 'SH' }, width: 18 },
        { label: { en: 'Quantity', fr: 'Quantité' }, width: 22, end: true },
      ],
      rows: d.lines.map((l) => [[said(String(l.number))], sayAll([l.title.en || l.title.fr]), [said(l.hsCode)], [said(String(l.quantity))]]),
    },
    totals: [],
    statements: [{ lines: [said('Draw a line under the last item and cross out the unused space. / Tracer une ligne sous le dernier article et bâtonner l’espace libre.', 'small')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
