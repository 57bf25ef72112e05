import { z } from 'zod';
import { amount, amountIn, countryName, unitPrice } from '../trade/figures.js';
import { line as said, type Sheet } from './sheet.js';
import { box, buyerBox, consigneeBox, description, LABELS, numberBoxes, quantityLines, sellerBox, signatureOf, sums } from './boxes.js';
import * as checks from './checks.js';
import { buyer, charges, consignee, incoterm, line, proForma, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const contract = z.object({ proForma, currency: z.string().length(3, 'it is not a currency'), incoterm, seller, buyer, consignee, lines: z.array(line).min(1, 'there are no lines'), charges });
export type ProFormaPaper = z.infer<typeof contract>;

/** The offer as it was accepted, under the order's own number. */
export const proFormaPaper = paper<ProFormaPaper>({
  kind: 'pro_forma',
  series: null,
  title: { en: 'Pro forma invoice', fr: 'Facture pro forma', ar: 'فاتورة شكلية' },
  contract,
  boxes: { seller: 'Exporter', consignee: 'Consignee', buyer: 'Buyer', lines: 'Goods', 'lines.quantity': 'Quantity', charges: 'Totals' },
  quote: (t) => ({ proForma: t.proForma, currency: t.currency, incoterm: t.incoterm, seller: t.seller, buyer: t.buyer, consignee: t.consignee, lines: t.offer, charges: t.charges }),
  check: (d) => [...checks.country(d.consignee), ...checks.values(d.lines, d.currency), ...checks.totals(d.lines, d.charges, d.currency)],
  lay,
});

function lay(d: ProFormaPaper, issue: Issue): Sheet {
  const c = d.charges;
  const extra = (en: string, fr: string, minor: number): Sheet['totals'] => (minor === 0 ? [] : [{ label: { en, fr }, value: amountIn(minor, d.currency) }]);
  return {
    title: proFormaPaper.title,
    ...issue,
    issuer: d.seller.name,
    foot: 'Pro forma: not a demand for payment, not a customs invoice',
    boxes: [
      sellerBox(d.seller, 2),
      ...numberBoxes(issue, { en: 'Pro forma number', fr: 'N° de pro forma', ar: 'رقم الفاتورة الشكلية' }),
      box(LABELS.incoterm, 1, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
      box(LABELS.destination, 1, [said(`${countryName(d.consignee.country)} (${d.consignee.country})`)]),
      consigneeBox(d.consignee, 1),
      buyerBox(d.buyer),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: LABELS.description, width: 0 },
        { label: LABELS.hsCode, width: 16 },
        { label: LABELS.quantity, width: 17, end: true },
        { label: { en: 'Unit price', fr: 'Prix unitaire' }, width: 24, end: true },
        { label: { en: `Amount ${d.currency}`, fr: 'Montant' }, width: 26, end: true },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        description(l),
        [said(l.hsCode)],
        quantityLines(l),
        [said(unitPrice(l.amountMinor, l.quantity, l.currency))],
        [said(amount(l.amountMinor, l.currency), 'strong')],
      ]),
      ...sums(d.lines, (l) => l.amountMinor, (minor) => amountIn(minor, d.currency)),
    },
    totals: [
      { label: { en: 'Goods', fr: 'Marchandises' }, value: amountIn(c.goodsMinor, d.currency) },
      ...extra('Freight and insurance', 'Transport et assurance', c.shippingMinor + c.insuranceMinor),
      ...extra('Import duty and tax', 'Droits et taxes à l’import', c.dutyMinor + c.taxMinor),
      ...extra('Customs clearance', 'Dédouanement', c.feeMinor),
      { label: { en: `Total ${d.incoterm.code}`, fr: `Total ${d.incoterm.code}` }, value: amountIn(c.totalMinor, d.currency), strong: true },
    ],
    statements: [],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
