import { z } from 'zod';
import { regionName, size } from '../trade/figures.js';
import { problem } from './problems.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, composition, LABELS, numberBoxes } from './boxes.js';
import { described, invoiceReference } from './contract.js';
import { paper, type Issue } from './paper.js';

const labelled = described.extend({ makerName: z.string(), originRegion: z.string() });
const contract = z.object({ invoice: invoiceReference, sellerName: z.string(), lines: z.array(labelled).min(1, 'no line is a textile') });
export type FibreLabel = z.infer<typeof contract>;

/** Chapters of the Harmonized System whose goods are textile products. */
export const TEXTILE_CHAPTERS: readonly string[] = ['57', '58', '61', '62', '63'];

/** Text of the sewn-in label: fibres in descending order of weight (Regulation (EU) 1007/2011; general knowledge as of 2026-11-24). */
export const fibreLabel = paper<FibreLabel>({
  kind: 'fibre_label',
  series: 'FL',
  title: { en: 'Fibre composition labels', fr: 'Étiquettes de composition', ar: 'بطاقات تركيب الألياف' },
  contract,
  boxes: { lines: 'Textiles', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, sellerName: t.seller.name, lines: t.lines.filter((l) => TEXTILE_CHAPTERS.includes(l.hsCode.slice(0, 2))) }),
  check: (d) => d.lines.flatMap((l) => {
    const percent = l.materials.reduce((sum, m) => sum + (m.percent ?? 0), 0);
    return percent === 100 ? [] : [problem('FIBRES_INCOMPLETE', 'Composition', { line: l.number, percent })];
  }),
  lay,
});

function lay(d: FibreLabel, issue: Issue): Sheet {
  return {
    title: fibreLabel.title,
    ...issue,
    issuer: d.sellerName,
    foot: d.invoice.number,
    boxes: [...numberBoxes(issue, { en: 'Label sheet', fr: 'Planche' }), box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number)]), box({ en: 'Seller', fr: 'Vendeur' }, 1, [said(d.sellerName)])],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'Article', fr: 'Article' }, width: 0 },
        { label: { en: 'Composition', fr: 'Composition' }, width: 60 },
        { label: { en: 'Made by', fr: 'Fabriqué par' }, width: 46 },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [...sayAll([l.title.en || l.title.fr], 'strong'), ...sayAll([l.title.ar]), ...sayAll([size(l.lengthMm, l.widthMm, l.heightMm)], 'small')],
        [said(composition(l), 'strong')],
        [said(l.makerName), said(regionName(l.originRegion), 'small'), said('Made in Morocco / Fabriqué au Maroc', 'strong')],
      ]),
    },
    totals: [],
    statements: [],
  };
}
