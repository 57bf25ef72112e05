import { z } from 'zod';
import { amount, amountIn, countryName, kilograms, longDay } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { addressLines, box, LABELS, numberBoxes, quantityLines, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { charges, consignee, described, incoterm, invoiceReference, packing, seller, transport } from './contract.js';
import { paper, type Issue } from './paper.js';

const declared = described.extend({ hsCode: z.string(), originRegion: z.string(), netWeightGrams: z.number().int(), grossWeightGrams: z.number().int(), amountMinor: z.number().int(), currency: z.string(), amountMadMinor: z.number().int() });
const contract = z.object({
  invoice: invoiceReference,
  currency: z.string().length(3),
  incoterm,
  seller,
  consignee,
  lines: z.array(declared).min(1, 'there are no lines'),
  charges,
  packing,
  way: transport.shape.way,
  attached: z.array(z.string()),
  fx: z.object({ rate: z.string(), source: z.string(), day: z.string() }),
});
export type DumData = z.infer<typeof contract>;

/**
 * What the broker types into BADR for the single goods declaration (DUM). The Moroccan line has ten digits, six of
 * which are the Harmonized System's; the last four and the office are the broker's to fill. Regime 060, definitive
 * export, is general knowledge as of 2026-11-24 and said so on the sheet.
 */
export const dumData = paper<DumData>({
  kind: 'dum_data',
  series: 'DD',
  title: { en: 'Export declaration data (DUM)', fr: 'Données pour la déclaration unique (DUM)', ar: 'بيانات التصريح الوحيد للبضائع' },
  contract,
  boxes: { lines: 'Articles', charges: 'Value' },
  quote: (t, r) => ({
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    currency: t.currency,
    incoterm: t.incoterm,
    seller: t.seller,
    consignee: t.consignee,
    lines: t.lines,
    charges: t.charges,
    packing: t.packing,
    way: t.transport.way,
    attached: [r.invoiceNumber, t.proForma.number, ...t.lines.flatMap((l) => l.evidence?.label ?? l.certificateNumber ?? [])],
    fx: t.fx,
  }),
  check: (d) => [...checks.codes(d.lines), ...checks.weights(d.lines, d.packing), ...checks.sellerDetails(d.seller)],
  lay,
});

const WAYS = { undecided: 'Colis, poste ou express', post: 'Envoi postal', express: 'Express', air: 'Aérien', road: 'Routier', sea: 'Maritime' } as const;

function lay(d: DumData, issue: Issue): Sheet {
  const mad = d.lines.reduce((sum, l) => sum + l.amountMadMinor, 0);
  return {
    title: dumData.title,
    ...issue,
    issuer: d.seller.name,
    foot: 'For the customs broker',
    boxes: [
      sellerBox(d.seller, 3, { en: 'Exporter', fr: 'Exportateur' }),
      ...numberBoxes(issue, { en: 'Data sheet', fr: 'Fiche' }),
      box({ en: 'Regime (to be confirmed)', fr: 'Régime (à confirmer)' }, 1, [said('060')]),
      box({ en: 'Customs office', fr: 'Bureau' }, 1, [said('–')]),
      box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box({ en: 'Exchange commitment', fr: 'Engagement de change' }, 1, [said('–')]),
      box(LABELS.consignee, 2, addressLines(d.consignee), 2),
      box(LABELS.destination, 1, [said(`${countryName(d.consignee.country)} (${d.consignee.country})`)]),
      box(LABELS.incoterm, 1, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
      box({ en: 'Invoice amount', fr: 'Montant facturé' }, 1, [said(amountIn(d.charges.totalMinor, d.currency))]),
      box({ en: 'FOB value', fr: 'Valeur FOB' }, 1, [said(amountIn(mad, 'MAD'), 'strong')]),
      box({ en: 'Mode of transport', fr: 'Mode de transport' }, 1, [said(WAYS[d.way])]),
      box({ en: 'Country of first destination', fr: 'Pays de première destination' }, 1, [said(`${countryName(d.consignee.country)} (${d.consignee.country})`)]),
      box({ en: 'Documents attached', fr: 'Documents joints' }, 2, [said(d.attached.join(', '))]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'HS 6 + national', fr: 'SH 6 + national' }, width: 26 },
        { label: { en: 'Description', fr: 'Désignation' }, width: 0 },
        { label: { en: 'Supplementary unit', fr: 'Unité complémentaire' }, width: 24, end: true },
        { label: LABELS.net, width: 17, end: true },
        { label: LABELS.gross, width: 17, end: true },
        { label: { en: 'FOB MAD', fr: 'FOB MAD' }, width: 26, end: true },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [said(`${l.hsCode} ____`)],
        [...sayAll([l.title.fr || l.title.en]), ...sayAll([l.title.ar]), ...sayAll([`Origine MA (${l.originRegion})`], 'small')],
        quantityLines(l),
        [said(kilograms(l.netWeightGrams))],
        [said(kilograms(l.grossWeightGrams))],
        [said(amount(l.amountMadMinor, 'MAD'))],
      ]),
    },
    totals: [
      { label: { en: 'Packages', fr: 'Colis' }, value: d.packing.packages === null ? 'not packed yet' : String(d.packing.packages) },
      { label: { en: 'Total gross weight', fr: 'Poids brut total' }, value: `${kilograms(d.packing.grossWeightGrams)} kg`, strong: true },
    ],
    statements: [
      { label: { en: 'Exchange rate', fr: 'Cours' }, lines: sayAll([`1 ${d.currency} = ${d.fx.rate} MAD (${d.fx.source}, ${longDay(d.fx.day)})`]) },
      { lines: [said('Proceeds are repatriated within 150 days of the customs allocation (Office des Changes, read 2026-11-24). / Rapatriement sous 150 jours à compter de l’imputation douanière.', 'small')] },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
