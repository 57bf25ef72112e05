import { z } from 'zod';
import { regionName, size } from '../trade/figures.js';
import { problem } from './problems.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, LABELS, numberBoxes } from './boxes.js';
import { described, invoiceReference } from './contract.js';
import { fibreName, isFibre, isFibreName, labelLanguages, languageKnown, madeIn } from './fibre-names.js';
import { paper, type Issue } from './paper.js';

const labelled = described.extend({ makerName: z.string(), originRegion: z.string() });
const contract = z.object({ invoice: invoiceReference, sellerName: z.string(), country: z.string(), lines: z.array(labelled).min(1, 'no line is a textile') });
export type FibreLabel = z.infer<typeof contract>;

/** Chapters of the Harmonized System whose goods are textile products. */
const TEXTILE_CHAPTERS: ReadonlySet<string> = new Set(Array.from({ length: 14 }, (_, i) => String(50 + i)));

/** Textiles by chapter, and whatever else is at least 80 % textile fibre by weight: a woven bag, a cushion (Regulation (EU) 1007/2011, article 2). */
export function isTextile(l: { readonly hsCode: string; readonly materials: readonly { readonly name: string; readonly percent: number | null }[] }): boolean {
  const fibres = l.materials.reduce((sum, m) => (isFibre(m.name) ? sum + (m.percent ?? 0) : sum), 0);
  return TEXTILE_CHAPTERS.has(l.hsCode.slice(0, 2)) || fibres >= 80;
}

/** Text of the sewn-in label: fibres in descending order of weight (Regulation (EU) 1007/2011; general knowledge as of 2026-11-24). */
export const fibreLabel = paper<FibreLabel>({
  kind: 'fibre_label',
  series: 'FL',
  title: { en: 'Fibre composition labels', fr: 'Étiquettes de composition', ar: 'ملصقات مكونات الألياف' },
  contract,
  boxes: { lines: 'Textiles', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, sellerName: t.seller.name, country: t.consignee.country, lines: t.lines.filter(isTextile) }),
  languages: (d) => labelLanguages(d.country),
  check: (d) => [
    ...(languageKnown(d.country) ? [] : [problem('LABEL_LANGUAGE_UNKNOWN', 'Composition', { country: d.country })]),
    ...d.lines.flatMap((l) => {
      const percent = l.materials.reduce((sum, m) => sum + (m.percent ?? 0), 0);
      return [
        ...(percent === 100 ? [] : [problem('FIBRES_INCOMPLETE', 'Composition', { line: l.number, percent })]),
        ...l.materials.filter((m) => !isFibreName(m.name)).map((m) => problem('FIBRE_NAME_WRONG', 'Composition', { line: l.number, material: m.name })),
      ];
    }),
  ],
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
        [...sayAll(titles(l, labelLanguages(d.country)), 'strong'), ...sayAll([l.title.ar]), ...sayAll([size(l.lengthMm, l.widthMm, l.heightMm)], 'small')],
        labelLanguages(d.country).map((language) => said(fibres(l, language), 'strong')),
        [said(l.makerName), said(regionName(l.originRegion), 'small'), ...labelLanguages(d.country).map((language) => said(madeIn(language), 'strong'))],
      ]),
    },
    totals: [],
    statements: [],
  };
}

/** The article in the label's languages as far as the makers wrote them; English stands in for the others. */
function titles({ title }: Pick<FibreLabel['lines'][number], 'title'>, languages: readonly string[]): string[] {
  return [...new Set(languages.map((language) => (language === 'fr' ? title.fr || title.en : title.en || title.fr)))];
}

/** Descending by weight, as the label must have it. */
function fibres(l: Pick<FibreLabel['lines'][number], 'materials'>, language: string): string {
  return [...l.materials].sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0)).map((m) => `${m.percent ?? '–'} % ${fibreName(m.name, language)}`).join(', ');
}
