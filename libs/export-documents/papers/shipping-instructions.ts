import { z } from 'zod';
import { amountIn, countryName, kilograms } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { addressLines, box, LABELS, numberBoxes, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { consignee, incoterm, invoiceReference, origin, packing, seller } from './contract.js';
import { problem } from './problems.js';
import { paper, type Issue } from './paper.js';

const contract = z.object({ invoice: invoiceReference, currency: z.string().length(3), incoterm, seller, consignee, packing, goodsMinor: z.number().int().min(0), contents: z.array(z.object({ hsCode: z.string(), title: z.string() })).min(1), proof: z.string(), why: origin.shape.why, reference: z.string().nullable(), scheme: z.string(), carriage: z.string() });
export type ShippingInstructions = z.infer<typeof contract>;

const PROOFS: Readonly<Record<string, string>> = {
  none: 'none claimed',
  origin_declaration: 'origin declaration on the invoice: ask for the preference on a full declaration',
  us_declaration: 'US–Morocco FTA, programme indicator MA',
  arab_certificate: 'Arab certificate of origin, original enclosed',
  form_a: 'certificate of origin Form A, original enclosed',
  eur1: 'movement certificate, original enclosed',
  desk: 'as instructed by the export desk',
};

const WAYS: Readonly<Record<string, string>> = { undecided: 'post or courier, to be chosen', post: 'post', express: 'express courier', air: 'air freight', road: 'road', sea: 'sea' };

const SCHEMES: Readonly<Record<string, string>> = {
  H1: 'Full declaration (H1)',
  IOSS: 'Low-value declaration under IOSS: the number travels with the electronic data only',
  ENTRY: 'Entry by the carrier’s broker',
};

/** The exporter's letter of instruction to the carrier or forwarder. */
export const shippingInstructions = paper<ShippingInstructions>({
  kind: 'shipping_instructions',
  series: 'SI',
  title: { en: 'Shipping instructions', fr: 'Instructions d’expédition', ar: 'تعليمات الشحن' },
  contract,
  boxes: { seller: 'Shipper', consignee: 'Consignee', packing: 'Packages', contents: 'Goods', invoice: 'Documents' },
  quote: (t, r) => ({
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    currency: t.currency,
    incoterm: t.incoterm,
    seller: t.seller,
    consignee: t.consignee,
    packing: t.packing,
    goodsMinor: t.charges.goodsMinor,
    contents: t.lines.map((l) => ({ hsCode: l.hsCode, title: l.title.en || l.title.fr })),
    proof: t.origin.proof,
    why: t.origin.why,
    reference: t.origin.reference,
    carriage: [WAYS[t.transport.way], t.transport.carrier, t.transport.number].filter(Boolean).join(', '),
    scheme: t.customs.scheme,
  }),
  check: (d) => [
    ...checks.country(d.consignee),
    ...checks.addresses(d.consignee),
    // The data sheet and the overlay are printed first, customs endorses the form, and only then the original is enclosed.
    ...(d.proof === 'eur1' && d.reference === null ? [problem('EUR1_NUMBER_MISSING', 'Proof of origin', { why: d.why })] : []),
    ...((d.proof === 'arab_certificate' || d.proof === 'form_a') && d.reference === null ? [problem('CERTIFICATE_NUMBER_MISSING', 'Proof of origin', { certificate: d.proof })] : []),
  ],
  lay,
});

function lay(d: ShippingInstructions, issue: Issue): Sheet {
  return {
    title: shippingInstructions.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: 'Shipper', fr: 'Chargeur' }),
      ...numberBoxes(issue, { en: 'Instruction number', fr: 'N° d’instruction' }),
      box(LABELS.incoterm, 1, [said(`${d.incoterm.code} ${d.incoterm.place}`, 'strong')]),
      box(LABELS.destination, 1, [said(countryName(d.consignee.country))]),
      box(LABELS.consignee, 2, addressLines(d.consignee), 2),
      box({ en: 'Duties and taxes', fr: 'Droits et taxes' }, 2, [said(d.incoterm.code === 'DDP' ? 'Bill the shipper: the buyer has paid them in advance' : 'Bill the consignee', 'strong')]),
      box({ en: 'Packages', fr: 'Colis' }, 1, [said(d.packing.packages === null ? 'not packed yet' : String(d.packing.packages))]),
      box({ en: 'Gross weight', fr: 'Poids brut' }, 1, [said(`${kilograms(d.packing.grossWeightGrams)} kg`)]),
      box({ en: 'Proof of origin', fr: 'Preuve de l’origine' }, 2, [said(PROOFS[d.proof] ?? d.proof), ...sayAll([d.reference], 'strong')]),
      box({ en: 'Import declaration', fr: 'Déclaration d’importation' }, 2, [said(SCHEMES[d.scheme] ?? d.scheme)]),
      box({ en: 'Value of the goods', fr: 'Valeur des marchandises' }, 2, [said(amountIn(d.goodsMinor, d.currency))]),
      box({ en: 'Documents', fr: 'Documents' }, 1, [said(d.invoice.number)]),
      box({ en: 'Carriage', fr: 'Transport' }, 1, [said(d.carriage)]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: LABELS.description, width: 0 },
        { label: LABELS.hsCode, width: 24 },
      ],
      rows: d.contents.map((c, i) => [[said(String(i + 1))], sayAll([c.title]), [said(c.hsCode)]]),
    },
    totals: [],
    statements: [{ lines: [said('If delivery fails, hold the goods and call the shipper before returning or disposing of them. / En cas d’échec de livraison, garder les marchandises et appeler le chargeur.')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
