import { z } from 'zod';
import { amountIn, countryName, longDay } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { addressLines, box, LABELS, numberBoxes, quantityLines, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { charges, consignee, described, incoterm, invoiceReference, proForma, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const sold = described.extend({ hsCode: z.string(), amountMinor: z.number().int().min(0), currency: z.string() });
const contract = z.object({ invoice: invoiceReference, proForma, currency: z.string().length(3), incoterm, seller, consignee, lines: z.array(sold).min(1, 'there are no lines'), charges });
export type ExchangeCommitment = z.infer<typeof contract>;

/**
 * What the exporter types into the single window to subscribe the exchange commitment: parties, destination, nature,
 * quantity, price, total, currency, term, kind of contract, agent's commission (ccis-rsk.ma, opération d'exportation,
 * read 2026-11-24). Proceeds come back within 150 days of the customs allocation (oc.gov.ma/node/417, read the same day).
 */
export const exchangeCommitment = paper<ExchangeCommitment>({
  kind: 'exchange_commitment',
  series: 'EX',
  title: { en: 'Exchange commitment data', fr: 'Données pour l’engagement de change', ar: 'بيانات التزام الصرف' },
  contract,
  boxes: { consignee: 'Client', charges: 'Amount' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, proForma: t.proForma, currency: t.currency, incoterm: t.incoterm, seller: t.seller, consignee: t.consignee, lines: t.lines, charges: t.charges }),
  check: (d) => [...checks.country(d.consignee), ...checks.totals(d.lines, d.charges, d.currency), ...checks.sellerDetails(d.seller)],
  lay,
});

function lay(d: ExchangeCommitment, issue: Issue): Sheet {
  return {
    title: exchangeCommitment.title,
    ...issue,
    issuer: d.seller.name,
    foot: 'For the exporter’s bank and the single window',
    boxes: [
      sellerBox(d.seller, 3, { en: 'Exporter', fr: 'Exportateur' }),
      ...numberBoxes(issue, { en: 'Data sheet', fr: 'Fiche' }),
      box({ en: 'Contract', fr: 'Contrat' }, 1, [said('Firm sale / Vente ferme'), said(d.proForma.number, 'small')]),
      box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box({ en: 'Commitment number', fr: 'N° d’engagement' }, 2, [said('–')]),
      box({ en: 'Customer abroad', fr: 'Client étranger' }, 2, addressLines(d.consignee), 2),
      box(LABELS.destination, 1, [said(`${countryName(d.consignee.country)} (${d.consignee.country})`)]),
      box(LABELS.incoterm, 1, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
      box({ en: 'Amount', fr: 'Montant' }, 1, [said(amountIn(d.charges.totalMinor, d.currency), 'strong')]),
      box({ en: 'Payment', fr: 'Règlement' }, 1, [said('Received in advance / Reçu d’avance')]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'Nature of the goods', fr: 'Nature des marchandises' }, width: 0 },
        { label: LABELS.hsCode, width: 18 },
        { label: LABELS.quantity, width: 20, end: true },
        { label: LABELS.amount, width: 32, end: true },
      ],
      rows: d.lines.map((l) => [[said(String(l.number))], [...sayAll([l.title.fr || l.title.en]), ...sayAll([l.title.ar])], [said(l.hsCode)], quantityLines(l), [said(amountIn(l.amountMinor, l.currency))]]),
    },
    totals: [
      { label: { en: 'Goods', fr: 'Marchandises' }, value: amountIn(d.charges.goodsMinor, d.currency) },
      { label: { en: 'Freight and insurance', fr: 'Transport et assurance' }, value: amountIn(d.charges.shippingMinor + d.charges.insuranceMinor, d.currency) },
      { label: { en: 'Paid on at destination', fr: 'Débours à destination' }, value: amountIn(d.charges.dutyMinor + d.charges.taxMinor + d.charges.feeMinor, d.currency) },
      { label: { en: 'Total', fr: 'Total' }, value: amountIn(d.charges.totalMinor, d.currency), strong: true },
    ],
    statements: [{ lines: [said('Proceeds are repatriated within 150 days of the customs allocation; fees kept abroad are shown as commission or service. / Rapatriement sous 150 jours à compter de l’imputation douanière ; les frais retenus à l’étranger sont justifiés comme commission ou service.', 'small')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
