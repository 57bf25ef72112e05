import { z } from 'zod';
import { countryName, kilograms, longDay } from '../../trade/figures.js';
import { UNION } from '../../trade/origin.js';
import type { Trade } from '../../trade/trade.js';
import { cumulatedIn, cumulationOf } from './cumulation.js';
import { addressLines, box, marks, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import * as checks from '../checks.js';
import { consignee, described, invoiceReference, origin, packing, seller } from '../contract.js';
import type { Issue, References } from '../paper.js';
import type { Problem } from '../problems.js';
import { line as said, lines as sayAll, type Sheet } from '../sheet.js';

const movement = z.object({
  invoice: invoiceReference,
  seller,
  consignee,
  agreement: z.string(),
  lines: z.array(described.extend({ hsCode: z.string() })).min(1, 'no line claims the preference'),
  packing,
  transport: z.object({ from: z.string().nullable(), vehicle: z.string().nullable() }),
  mention: origin.shape.mention,
  months: origin.shape.months,
  /** Countries whose materials count as Moroccan by cumulation, for EUR-MED alone. */
  cumulation: z.array(z.string()),
});

/** What is typed on the form: known before customs has endorsed it. */
export const formContract = movement.extend({ shift: z.object({ x: z.number(), y: z.number() }) });
/** The data sheet also shows the number once customs has given it. */
export const dataContract = movement.extend({ reference: z.string().nullable() });
export type Movement = z.infer<typeof movement>;
export type MovementForm = z.infer<typeof formContract>;
export type MovementData = z.infer<typeof dataContract>;

export const MOVEMENT_BOXES = { seller: 'Box 1', agreement: 'Box 2', consignee: 'Box 3', transport: 'Box 6', mention: 'Box 7', cumulation: 'Box 7', lines: 'Box 8', packing: 'Box 9', invoice: 'Box 10', reference: 'Box 11' } as const;

export function quoteMovement(t: Trade, r: References): unknown {
  const lines = t.lines.filter((l) => l.preference);
  return {
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    seller: t.seller,
    consignee: t.consignee,
    agreement: (UNION as readonly string[]).includes(t.consignee.country) ? 'the European Union' : countryName(t.consignee.country),
    lines,
    packing: t.packing,
    transport: t.transport,
    mention: t.origin.mention,
    months: t.origin.months,
    cumulation: cumulatedIn(lines),
    reference: t.origin.reference,
    shift: { x: t.form.shiftXMm, y: t.form.shiftYMm },
  };
}

export function checkMovement(d: Movement): Problem[] {
  return [...checks.country(d.consignee), ...checks.descriptions(d.lines, d.consignee.country), ...checks.codes(d.lines), ...checks.measured(d.packing, 'Box 9'), ...checks.sellerDetails(d.seller)];
}

/** The exact English strings of the protocols; EUR-MED says in every case whether anything was cumulated. */
export function remarks(d: Movement, kind: 'EUR.1' | 'EUR-MED'): string[] {
  return [...(d.mention === 'NONE' ? [] : [d.mention]), ...(kind === 'EUR-MED' ? [cumulationOf(d.cumulation).toUpperCase()] : [])];
}

export function layMovement(d: MovementData, issue: Issue, title: Sheet['title'], kind: 'EUR.1' | 'EUR-MED'): Sheet {
  const noted = remarks(d, kind);
  return {
    title,
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
      box({ en: '6. Transport details', fr: 'Transport' }, 2, [said(transportOf(d) || '–')]),
      box({ en: '7. Remarks', fr: 'Observations' }, 2, noted.length === 0 ? [said('–')] : sayAll(noted)),
      box({ en: '9. Gross mass', fr: 'Masse brute' }, 1, [said(`${kilograms(d.packing.grossWeightGrams)} kg`)]),
      box({ en: '10. Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box({ en: '11. Customs endorsement: certificate number', fr: 'Visa de la douane : n° du certificat' }, 4, sayAll([d.reference ?? 'to be endorsed / à viser', d.months && `good for ${d.months} months from its endorsement / valable ${d.months} mois à compter du visa`].map((text) => text || null))),
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
    statements: [
      { lines: [said(`Marks: ${marks(d.invoice.number, d.packing.packages)}`, 'small')] },
      { label: { en: '12. Declaration by the exporter', fr: 'Déclaration de l’exportateur' }, lines: [said('The exporter declares that the goods described above meet the conditions required for the issue of this certificate; evidence is held for customs. / Les marchandises remplissent les conditions requises ; les justificatifs sont tenus à la disposition de la douane.', 'small')] },
      { lines: [said('Draw a line under the last item and cross out the unused space; the overlay does both. / Tracer une ligne sous le dernier article et bâtonner l’espace libre ; la surimpression fait les deux.', 'small')] },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}

export function transportOf(d: Movement): string {
  return [d.transport.from, d.transport.vehicle].filter((part) => part !== null).join(', ');
}
