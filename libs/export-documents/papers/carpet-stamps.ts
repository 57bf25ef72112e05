import { z } from 'zod';
import { longDay, regionName, size, squareMetres } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, LABELS, numberBoxes } from './boxes.js';
import { described, evidence, foundValues, invoiceReference } from './contract.js';
import { paper, type Issue } from './paper.js';

const stamped = described.extend({ makerName: z.string(), originRegion: z.string(), evidence });
const contract = z.object({ invoice: invoiceReference, sellerName: z.string(), lines: z.array(stamped).min(1, 'no carpet carries a sealed label') });
export type CarpetStamps = z.infer<typeof contract>;

/**
 * Extract of the stamping register for the carpets of this order: sealed label, grade, what was counted. Customs asks
 * for the stamp at export (dahir of 1974; letapismarocain.com/lestampillage, read 2026-11-24).
 */
export const carpetStamps = paper<CarpetStamps>({
  kind: 'carpet_stamps',
  series: 'CS',
  title: { en: 'Carpet stamping extract', fr: 'Extrait d’estampillage', ar: 'مستخرج دمغ الزرابي' },
  contract,
  boxes: { lines: 'Carpets', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, sellerName: t.seller.name, lines: t.lines.filter((l) => isStampedCarpet(l)) }),
  check: () => [],
  lay,
});

/** Grades as the stamping law writes them (letapismarocain.com/?p=2846, read 2026-11-24). */
const GRADES: Readonly<Record<string, string>> = { superieure: 'supérieure', extra_superieure: 'extra-supérieure' };

export function isStampedCarpet(l: { readonly hsCode: string; readonly evidence: { readonly label: string | null } | null }): boolean {
  return l.hsCode.startsWith('57') && l.evidence !== null && l.evidence.label !== null;
}

function lay(d: CarpetStamps, issue: Issue): Sheet {
  return {
    title: carpetStamps.title,
    ...issue,
    issuer: d.sellerName,
    foot: d.invoice.number,
    boxes: [...numberBoxes(issue, { en: 'Extract number', fr: 'N° d’extrait' }), box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number)]), box(LABELS.exporter, 1, [said(d.sellerName)])],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'Carpet', fr: 'Tapis' }, width: 0 },
        { label: { en: 'Sealed label, grade', fr: 'Plomb, qualité' }, width: 36 },
        { label: { en: 'Counted', fr: 'Compté' }, width: 50 },
        { label: { en: 'Surface m²', fr: 'Surface m²' }, width: 20, end: true },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [...sayAll([l.title.en || l.title.fr], 'strong'), ...sayAll([l.title.ar]), ...sayAll([`${l.makerName}, ${regionName(l.originRegion)}`, size(l.lengthMm, l.widthMm, l.heightMm)], 'small')],
        [...sayAll([l.evidence.label], 'strong'), ...sayAll([l.evidence.grade && (GRADES[l.evidence.grade] ?? l.evidence.grade)]), said(`${l.evidence.number}, ${longDay(l.evidence.validFrom)}`, 'small'), said(l.evidence.inspector, 'small')],
        foundValues(l.evidence).map((text) => said(text, 'small')),
        [said(squareMetres(l.lengthMm, l.widthMm, l.quantity))],
      ]),
    },
    totals: [],
    statements: [],
  };
}
