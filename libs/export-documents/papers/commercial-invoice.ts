import { amount, amountIn, countryName, kilograms, longDay, unitPrice } from '../trade/figures.js';
import { ublInvoice } from '../machine/ubl-invoice.js';
import { originDeclaration } from '../trade/origin.js';
import { problem, type Problem } from './problems.js';
import { line as said, lines as sayAll, type Line as Said, type Sheet } from './sheet.js';
import { box, buyerBox, consigneeBox, description, LABELS, makerOf, numberBoxes, quantityLines, sellerBox, signatureOf, sums } from './boxes.js';
import * as checks from './checks.js';
import { foundValues } from './contract.js';
import { cumulatedIn, cumulationOf } from './origin/cumulation.js';
import { EUR_MED } from './territories.js';
import { invoiceContract, type CommercialInvoice } from './invoice-contract.js';
import { paper, type Issue } from './paper.js';

/** The declaration is made in one official language of the corridor; French where the office of import reads it. */
const FRENCH_READING = new Set(['FR', 'BE', 'LU', 'CH']);

export const commercialInvoice = paper<CommercialInvoice>({
  kind: 'commercial_invoice',
  series: 'CI',
  title: { en: 'Commercial invoice', fr: 'Facture commerciale', ar: 'فاتورة تجارية' },
  contract: invoiceContract,
  boxes: { seller: 'Exporter', consignee: 'Consignee', buyer: 'Buyer', lines: 'Goods', 'lines.quantity': 'Quantity', incoterm: 'Terms of delivery', 'packing.packages': 'Packages', charges: 'Totals' },
  quote: (t) => ({
    proForma: t.proForma,
    currency: t.currency,
    incoterm: t.incoterm,
    seller: t.seller,
    buyer: t.buyer,
    consignee: t.consignee,
    lines: t.lines,
    charges: t.charges,
    customs: t.customs,
    packing: t.packing,
    origin: t.origin,
    ...(t.stall ? { stall: t.stall } : {}),
  }),
  check: (d) => [
    ...checks.country(d.consignee),
    ...checks.addresses(d.consignee),
    ...checks.importerId(d.buyer),
    ...checks.representative(d.seller, d.incoterm.code, d.customs.scheme, d.consignee.country),
    ...checks.codes(d.lines),
    ...checks.materialsFit(d.lines),
    ...checks.descriptions(d.lines, d.consignee.country),
    ...checks.values(d.lines, d.currency),
    ...checks.totals(d.lines, d.charges, d.currency),
    ...checks.weights(d.lines, d.packing),
    ...checks.sellerDetails(d.seller),
    ...checks.proofs(d.lines, d.consignee.country),
    ...originProblems(d.origin),
  ],
  lay,
});

function originProblems(o: CommercialInvoice['origin']): Problem[] {
  return o.proof === 'desk' && o.reference === null ? [problem('ORIGIN_FOR_DESK', 'Origin', { why: o.why })] : [];
}

function lay(d: CommercialInvoice, issue: Issue): Sheet {
  return {
    title: commercialInvoice.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.proForma.number,
    boxes: [
      sellerBox(d.seller, 3),
      ...numberBoxes(issue, { en: 'Invoice number', fr: 'N° de facture', ar: 'رقم الفاتورة' }),
      box({ en: 'Order (pro forma)', fr: 'Commande (pro forma)' }, 1, [said(d.proForma.number)]),
      box({ en: 'Reason for export', fr: 'Motif d’exportation' }, 1, [said('Sale of goods')]),
      box(LABELS.incoterm, 2, [said(`${d.incoterm.code} ${d.incoterm.place}`, 'strong'), said(`Incoterms® ${d.incoterm.version}`, 'small'), ...sayAll([d.seller.representativeEori && `Import representative EORI ${d.seller.representativeEori}`], 'small')]),
      consigneeBox(d.consignee, 2),
      buyerBox(d.buyer),
      box(LABELS.originCountry, 1, [said('Morocco (MA)')]),
      box(LABELS.destination, 1, [said(`${countryName(d.consignee.country)} (${d.consignee.country})`)]),
      box({ en: 'Terms of payment', fr: 'Conditions de paiement' }, 2, [said('Paid in full by the buyer before dispatch')]),
      box({ en: 'Packages', fr: 'Colis' }, 1, [said(d.packing.packages === null ? 'not packed yet' : String(d.packing.packages))]),
      box({ en: 'Total gross weight', fr: 'Poids brut total' }, 1, [said(`${kilograms(d.packing.grossWeightGrams)} kg`)]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: LABELS.description, width: 0 },
        { label: LABELS.hsCode, width: 18 },
        { label: { en: 'Origin', fr: 'Origine' }, width: 13 },
        { label: LABELS.quantity, width: 16, end: true },
        { label: LABELS.net, width: 15, end: true },
        { label: { en: 'Unit price', fr: 'Prix unitaire' }, width: 22, end: true },
        { label: { en: `Amount ${d.currency}`, fr: 'Montant' }, width: 24, end: true },
      ],
      rows: d.lines.map((l) => rowOf(l, d)),
      ...sums(d.lines, (l) => l.amountMinor, (minor) => amountIn(minor, d.currency)),
    },
    totals: totalsOf(d),
    statements: statementsOf(d),
    signature: signatureOf(d.seller, issue.issuedOn),
    attachments: [{ name: 'invoice.xml', type: 'text/xml', says: 'This invoice in UBL 2.1', text: ublInvoice(d, issue) }],
  };
}

function rowOf(l: CommercialInvoice['lines'][number], d: CommercialInvoice): Said[][] {
  const outside = d.origin.proof === 'origin_declaration' && !l.preference;
  return [
    [said(String(l.number))],
    [
      ...description(l),
      ...sayAll([[makerOf(l), l.certificateNumber && `certificate ${l.certificateNumber}`, l.evidence?.label && `stamp ${l.evidence.label}`].filter(Boolean).join(' · ')], 'small'),
      // Knots of a carpet and fineness of a precious metal are asked for on the invoice (domain list, 1.1).
      ...sayAll([l.evidence && foundValues(l.evidence, ['knots', 'fineness']).join(' · ')], 'small'),
      ...sayAll([outside && 'Not covered by the origin declaration / Non couvert par la déclaration d’origine'], 'small'),
    ],
    // The destination's own line under the six digits all countries share.
    [said(l.hsCode), ...sayAll([l.commodityCode], 'small')],
    [said(l.originCountry)],
    quantityLines(l),
    [said(kilograms(l.netWeightGrams))],
    [said(unitPrice(l.amountMinor, l.quantity, l.currency))],
    [said(amount(l.amountMinor, l.currency), 'strong')],
  ];
}

function totalsOf(d: CommercialInvoice): Sheet['totals'] {
  const c = d.charges;
  const rows: { label: { en: string; fr: string }; minor: number; always?: true }[] = [
    { label: { en: 'Goods', fr: 'Marchandises' }, minor: c.goodsMinor, always: true },
    { label: { en: 'Freight', fr: 'Transport' }, minor: c.shippingMinor },
    { label: { en: 'Insurance', fr: 'Assurance' }, minor: c.insuranceMinor },
    // Under DDP the importing country's duty and tax are taken out of the customs value when they are shown apart.
    { label: { en: 'Import duty, prepaid', fr: 'Droits à l’import, prépayés' }, minor: c.dutyMinor },
    { label: { en: 'Import tax, prepaid', fr: 'Taxes à l’import, prépayées' }, minor: c.taxMinor },
    { label: { en: 'Customs clearance', fr: 'Dédouanement' }, minor: c.feeMinor },
  ];
  return [
    ...rows.filter((r) => r.always || r.minor > 0).map((r) => ({ label: r.label, value: amountIn(r.minor, d.currency) })),
    { label: { en: `Total ${d.incoterm.code}`, fr: `Total ${d.incoterm.code}` }, value: amountIn(c.totalMinor, d.currency), strong: true as const },
    { label: { en: `Value for customs, ${d.customs.basis} basis`, fr: `Valeur en douane, base ${d.customs.basis}` }, value: amountIn(d.customs.valueMinor, d.currency) },
  ];
}

function statementsOf(d: CommercialInvoice): Sheet['statements'] {
  const o = d.origin;
  const text = originDeclaration(d.seller.approvedExporter, o.mention);
  // Where an EUR-MED is still taken, materials of its zone are named in the declaration that stands in its place.
  const cumulated = (EUR_MED as readonly string[]).includes(d.consignee.country) ? cumulatedIn(d.lines) : [];
  const declaration = o.proof !== 'origin_declaration' ? [] : [{
    label: { en: 'Origin declaration', fr: 'Déclaration d’origine' },
    lines: sayAll([FRENCH_READING.has(d.consignee.country) ? text.fr : text.en, o.mention !== 'NONE' && o.mention, cumulated.length > 0 && cumulationOf(cumulated)]),
  }];
  const proof = o.reference === null || o.proof === 'origin_declaration' ? [] : [{ label: { en: 'Proof of origin', fr: 'Preuve de l’origine' }, lines: [said(o.reference)] }];
  const paid = d.stall && `${longDay(d.stall.soldOn)}, ${amountIn(d.stall.paidMadMinor, 'MAD')}`;
  return [
    ...(paid ? [{ label: { en: 'Goods paid for in Morocco by the buyer', fr: 'Marchandises réglées au Maroc par l’acheteur' }, lines: [said(paid)] }] : []),
    ...declaration,
    ...proof,
    // Code général des impôts, article 92-I-1°: exports are exempt with right of deduction (general knowledge, to confirm with the tax adviser).
    { lines: [said('Exported from Morocco free of Moroccan VAT / Exonération de la TVA à l’exportation (CGI, art. 92-I-1°)', 'small')] },
  ];
}
