import { amount, amountIn, kilograms } from '../../trade/figures.js';
import type { Trade } from '../../trade/trade.js';
import { code128 } from '../barcode.js';
import { addressLines, box, composition, LABELS, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import * as checks from '../checks.js';
import type { Issue, References } from '../paper.js';
import { problem, type Problem } from '../problems.js';
import { line as said, lines as sayAll, type Box, type Sheet } from '../sheet.js';
import { advanceDataJson, advanceDataXml } from './advance-data.js';
import type { Cn23 } from './postal-contract.js';

export const POSTAL_BOXES = { seller: 'Sender', consignee: 'Addressee', lines: 'Contents', 'lines.quantity': 'Quantity', postageMinor: 'Postage', invoice: 'Invoice', identifier: 'Item number' } as const;

export function quotePostal(t: Trade, r: References): unknown {
  return {
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    currency: t.currency,
    seller: t.seller,
    consignee: t.consignee,
    email: t.buyer.email,
    importerReference: t.buyer.taxId,
    lines: t.lines,
    packing: t.packing,
    postageMinor: t.charges.shippingMinor,
    way: t.transport.way,
    identifier: t.transport.way === 'post' ? t.transport.number : null,
  };
}

/** A post refuses one parcel without its number; while nobody knows whether it goes by post, that is only said. */
export function checkPostal(d: Cn23): Problem[] {
  return [
    ...checks.country(d.consignee),
    ...checks.addresses(d.consignee),
    ...checks.codes(d.lines),
    ...checks.descriptions(d.lines, d.consignee.country),
    ...checks.values(d.lines, d.currency),
    ...checks.weights(d.lines, d.packing),
    ...(d.identifier !== null ? [] : [problem(d.way === 'post' ? 'POSTAL_IDENTIFIER_MISSING' : 'CARRIAGE_UNDECIDED', POSTAL_BOXES.identifier)]),
    ...(d.way === 'post' && (d.packing.packages ?? 1) > 1 ? [problem('PARCELS_ONE_NUMBER', POSTAL_BOXES.identifier, { packages: d.packing.packages! })] : []),
  ];
}

export function identifierBox(d: Cn23): Box {
  const label = { en: 'Item number (UPU S10)', fr: 'N° de l’envoi (UPU S10)' };
  return d.identifier === null ? box(label, 2, [said('to be given by the post')]) : { ...box(label, 2, [said(spaced(d.identifier), 'strong')]), code: code128(d.identifier) };
}

/** `RR 123 456 785 MA`, as it is printed below the bars. */
export function spaced(identifier: string): string {
  return identifier.replace(/^(..)(...)(...)(...)(..)$/, '$1 $2 $3 $4 $5');
}

export function layPostal(d: Cn23, issue: Issue, title: Sheet['title'], extra: readonly Box[]): Sheet {
  const value = d.lines.reduce((sum, l) => sum + l.amountMinor, 0);
  return {
    title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: 'From (sender)', fr: 'De (expéditeur)' }),
      identifierBox(d),
      ...numberBoxes(issue, { en: 'Reference', fr: 'Référence' }),
      box({ en: 'To (addressee)', fr: 'À (destinataire)' }, 2, addressLines(d.consignee), 2),
      box({ en: 'Category of item', fr: 'Catégorie de l’envoi' }, 2, [said('Sale of goods / Vente de marchandises', 'strong')]),
      ...extra,
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
    attachments: [
      { name: 'itmatt.xml', type: 'text/xml', says: 'Electronic advance data of the item', text: advanceDataXml(d, issue.issuedOn) },
      { name: 'itmatt.json', type: 'application/json', says: 'Electronic advance data of the item', text: advanceDataJson(d, issue.issuedOn) },
    ],
  };
}
