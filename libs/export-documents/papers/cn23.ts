import { z } from 'zod';
import { amount, amountIn, kilograms } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { addressLines, box, composition, LABELS, numberBoxes, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { consignee, described, invoiceReference, packing, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const declared = described.extend({ hsCode: z.string(), originCountry: z.string(), netWeightGrams: z.number().int(), amountMinor: z.number().int(), currency: z.string() });
const contract = z.object({ invoice: invoiceReference, currency: z.string().length(3), seller, consignee, importerReference: z.string().nullable(), lines: z.array(declared).min(1, 'there are no lines'), packing, postageMinor: z.number().int().min(0) });
export type Cn23 = z.infer<typeof contract>;

/**
 * Postal customs declaration. Fields read from a postal operator's form and the annex of an OECD report on
 * 2026-11-24. A paid order is a sale of goods: the category is not a choice.
 */
export const cn23 = paper<Cn23>({
  kind: 'cn23',
  series: 'CN',
  title: { en: 'Customs declaration CN 23', fr: 'Déclaration en douane CN 23', ar: 'تصريح جمركي' },
  contract,
  boxes: { seller: 'Sender', consignee: 'Addressee', lines: 'Contents', 'lines.quantity': 'Quantity', postageMinor: 'Postage', invoice: 'Invoice' },
  quote: (t, r) => ({
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    currency: t.currency,
    seller: t.seller,
    consignee: t.consignee,
    importerReference: t.buyer.taxId,
    lines: t.lines,
    packing: t.packing,
    postageMinor: t.charges.shippingMinor,
  }),
  check: (d) => [
    ...checks.country(d.consignee),
    ...checks.codes(d.lines),
    ...checks.descriptions(d.lines, d.consignee.country),
    ...checks.values(d.lines, d.currency),
    ...checks.weights(d.lines, d.packing),
  ],
  lay,
});

function lay(d: Cn23, issue: Issue): Sheet {
  const value = d.lines.reduce((sum, l) => sum + l.amountMinor, 0);
  return {
    title: cn23.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: 'From (sender)', fr: 'De (expéditeur)' }),
      ...numberBoxes(issue, { en: 'Reference', fr: 'Référence' }),
      box({ en: 'Category of item', fr: 'Catégorie de l’envoi' }, 2, [said('Sale of goods / Vente de marchandises', 'strong')]),
      box({ en: 'To (addressee)', fr: 'À (destinataire)' }, 2, addressLines(d.consignee), 2),
      box({ en: 'Importer’s reference (tax code, VAT number)', fr: 'Référence de l’importateur' }, 2, sayAll([d.importerReference ?? '–'])),
      box({ en: 'Invoice number', fr: 'N° de la facture' }, 1, [said(d.invoice.number)]),
      box({ en: 'Postal charges', fr: 'Frais de port' }, 1, [said(amountIn(d.postageMinor, d.currency))]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'Detailed description of contents', fr: 'Description détaillée du contenu' }, width: 0 },
        { label: LABELS.quantity, width: 17, end: true },
        { label: LABELS.net, width: 17, end: true },
        { label: { en: `Value ${d.currency}`, fr: 'Valeur' }, width: 24, end: true },
        { label: { en: 'HS tariff number', fr: 'N° tarifaire SH' }, width: 22 },
        { label: { en: 'Origin', fr: 'Origine' }, width: 15 },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [...sayAll([l.title.en || l.title.fr], 'strong'), ...sayAll([composition(l)], 'small')],
        [said(String(l.quantity))],
        [said(kilograms(l.netWeightGrams))],
        [said(amount(l.amountMinor, l.currency))],
        [said(l.hsCode)],
        [said(l.originCountry)],
      ]),
    },
    totals: [
      { label: { en: 'Total value', fr: 'Valeur totale' }, value: amountIn(value, d.currency) },
      { label: { en: 'Total gross weight', fr: 'Poids brut total' }, value: `${kilograms(d.packing.grossWeightGrams)} kg`, strong: true },
    ],
    statements: [{ lines: [said('I certify that the particulars given in this customs declaration are correct and that this item does not contain any dangerous article or articles prohibited by legislation or by postal or customs regulations.', 'small')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
