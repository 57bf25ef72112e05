import { z } from 'zod';
import { asksResponsible } from '#libs/shipping';
import { countryName, kilograms, longDay, size } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, composition, consigneeBox, LABELS, marks, numberBoxes, quantityLines, sellerBox, signatureOf, sums } from './boxes.js';
import * as checks from './checks.js';
import { consignee, described, incoterm, invoiceReference, packing, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const packed = described.extend({ hsCode: z.string(), netWeightGrams: z.number().int().min(0), grossWeightGrams: z.number().int().min(0) });
const contract = z.object({ invoice: invoiceReference, incoterm, seller, consignee, lines: z.array(packed).min(1, 'there are no lines'), packing, responsiblePerson: z.string().nullable().default(null) });
export type PackingList = z.infer<typeof contract>;

export const packingList = paper<PackingList>({
  kind: 'packing_list',
  series: 'PL',
  title: { en: 'Packing list', fr: 'Liste de colisage', ar: 'قائمة التعبئة' },
  contract,
  boxes: { seller: 'Exporter', consignee: 'Consignee', lines: 'Goods', 'lines.quantity': 'Quantity', 'packing.packages': 'Packages', invoice: 'Invoice' },
  quote: (t, r) => ({
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    incoterm: t.incoterm,
    seller: t.seller,
    consignee: t.consignee,
    lines: t.lines.map((l) => ({
      number: l.number,
      title: l.title,
      quantity: l.quantity,
      materials: l.materials,
      lengthMm: l.lengthMm,
      widthMm: l.widthMm,
      heightMm: l.heightMm,
      hsCode: l.hsCode,
      netWeightGrams: l.netWeightGrams,
      grossWeightGrams: l.grossWeightGrams,
    })),
    packing: t.packing,
    // It lies in the parcel: the accompanying document of Regulation (EU) 2023/988, article 16, paragraph 3.
    responsiblePerson: asksResponsible({ ...t.consignee, buyerKind: t.buyer.kind }) ? t.seller.responsiblePerson : null,
  }),
  check: (d) => [...checks.country(d.consignee), ...checks.descriptions(d.lines, d.consignee.country), ...checks.weights(d.lines, d.packing)],
  lay,
});

function lay(d: PackingList, issue: Issue): Sheet {
  const net = d.lines.reduce((sum, l) => sum + l.netWeightGrams, 0);
  const pieces = d.lines.reduce((sum, l) => sum + l.quantity, 0);
  return {
    title: packingList.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2),
      ...numberBoxes(issue, { en: 'Packing list number', fr: 'N° de liste', ar: 'رقم القائمة' }),
      box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box(LABELS.incoterm, 1, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
      consigneeBox(d.consignee, 2),
      box(LABELS.originCountry, 1, [said('Morocco (MA)')]),
      box(LABELS.destination, 1, [said(`${countryName(d.consignee.country)} (${d.consignee.country})`)]),
      box({ en: 'Marks and numbers', fr: 'Marques et numéros' }, 2, [said(marks(d.invoice.number, d.packing.packages))]),
      ...(d.responsiblePerson === null ? [] : [box({ en: 'Responsible person in the European Union', fr: 'Personne responsable dans l’Union' }, 4, [said(d.responsiblePerson)])]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: LABELS.description, width: 0 },
        { label: LABELS.hsCode, width: 17 },
        { label: LABELS.quantity, width: 18, end: true },
        { label: { en: 'Size of one', fr: 'Dimensions' }, width: 30, end: true },
        { label: LABELS.net, width: 18, end: true },
        { label: LABELS.gross, width: 18, end: true },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [...sayAll([l.title.en || l.title.fr], 'strong'), ...sayAll([l.title.ar]), ...sayAll([composition(l)], 'small')],
        [said(l.hsCode)],
        quantityLines(l),
        [said(size(l.lengthMm, l.widthMm, l.heightMm))],
        [said(kilograms(l.netWeightGrams))],
        [said(kilograms(l.grossWeightGrams))],
      ]),
      ...sums(d.lines, (l) => l.grossWeightGrams, (grams) => `${kilograms(grams)} kg`),
    },
    totals: [
      { label: { en: 'Pieces', fr: 'Pièces' }, value: String(pieces) },
      { label: { en: 'Packages', fr: 'Colis' }, value: d.packing.packages === null ? 'not packed yet' : String(d.packing.packages) },
      { label: { en: 'Total net weight', fr: 'Poids net total' }, value: `${kilograms(net)} kg` },
      { label: { en: 'Total gross weight', fr: 'Poids brut total' }, value: `${kilograms(d.packing.grossWeightGrams)} kg`, strong: true },
    ],
    statements: d.packing.measured ? [] : [{ lines: [said('Weights declared by the makers; measured weights follow when the goods are packed.', 'small')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
