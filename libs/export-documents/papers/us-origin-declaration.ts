import { z } from 'zod';
import { amountIn, longDay } from '../trade/figures.js';
import type { ValueTest } from '../trade/trade.js';
import { problem, type Problem } from './problems.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, consigneeBox, description, LABELS, makerOf, marks, numberBoxes, quantityLines, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { consignee, invoiceReference, line, packing, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const making = z.object({ operations: z.array(z.string()), processingCostMadMinor: z.number().int().nullable(), exWorksMadMinor: z.number().int(), materialCostsMadMinor: z.array(z.number().int().nullable()) });
const valueTest = z.object({ minPercent: z.number(), partner: z.object({ countries: z.array(z.string()), capPercent: z.number().nullable() }) });
const contract = z.object({ invoice: invoiceReference, seller, consignee, lines: z.array(line.extend({ making: making.nullable() })).min(1, 'no line claims the preference'), packing, valueTest: valueTest.nullable() });
export type UsOriginDeclaration = z.infer<typeof contract>;

/**
 * There is no form: the data elements of 19 CFR 10.764, of which the Jordan twin (10.704) was read in full on
 * 2026-11-24. Costs are those the maker put on record when the piece was sold; it goes to the broker, not to the buyer.
 */
export const usOriginDeclaration = paper<UsOriginDeclaration>({
  kind: 'us_origin_declaration',
  series: 'UD',
  title: { en: 'Declaration of origin, US–Morocco FTA', fr: 'Déclaration d’origine, ALE Maroc–États-Unis', ar: 'تصريح بالمنشأ، اتفاق التبادل الحر بين المغرب والولايات المتحدة' },
  contract,
  boxes: { seller: 'Exporter', consignee: 'Importer of record', lines: 'Goods', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, consignee: t.consignee, lines: t.lines.filter((l) => l.preference), packing: t.packing, valueTest: t.valueTest }),
  check: (d) => [...checks.codes(d.lines), ...checks.descriptions(d.lines, d.consignee.country), ...d.lines.flatMap((l) => costs(l, d.valueTest))],
  lay,
});

type Line = UsOriginDeclaration['lines'][number];

/** Elements 6 to 9 without a figure are asked for; with all of them the value test of the agreement is shown, and a fault in it said. */
function costs(l: Line, test: ValueTest | null): Problem[] {
  const percent = valueContent(l, test);
  if (test === null || percent === null) return [problem('COSTS_NOT_RECORDED', 'Elements 6 to 9', { line: l.number })];
  return percent >= test.minPercent * 10 ? [] : [problem('VALUE_CONTENT_LOW', 'Elements 6 to 9', { line: l.number, percent: percent / 10, asked: test.minPercent })];
}

/**
 * Tenths of a percent of the ex-works price that are materials of the two parties and the direct cost of the work in Morocco,
 * the other party's materials up to the points the corridor's row counts. Null where a cost or the row is missing.
 */
export function valueContent({ making: m, materials }: Pick<Line, 'making' | 'materials'>, test: ValueTest | null): number | null {
  if (test === null || m === null || m.processingCostMadMinor === null || m.exWorksMadMinor <= 0 || m.materialCostsMadMinor.length !== materials.length || m.materialCostsMadMinor.includes(null)) return null;
  const { countries, capPercent } = test.partner;
  const of = (counts: (country: string) => boolean): number => materials.reduce((sum, material, i) => (counts(material.originCountry) ? sum + m.materialCostsMadMinor[i]! : sum), 0);
  const partners = of((country) => countries.includes(country));
  const counted = capPercent === null ? partners : Math.min(partners, Math.floor((m.exWorksMadMinor * capPercent) / 100));
  return Math.floor(((of((country) => country === 'MA') + counted + m.processingCostMadMinor) * 1000) / m.exWorksMadMinor);
}

function costLines(l: Line, test: ValueTest | null): string[] {
  const m = l.making;
  if (m === null) return [`Line ${l.number}: made by hand by the producer named beside the good; costs are kept by the producer and provided on request.`];
  const work = m.processingCostMadMinor === null ? 'kept by the producer' : amountIn(m.processingCostMadMinor, 'MAD');
  const percent = valueContent(l, test);
  return [`Line ${l.number}, one unit: ${m.operations.join(', ') || 'made by hand'}; direct cost of processing ${work}; ex-works price ${amountIn(m.exWorksMadMinor, 'MAD')}${percent === null ? '' : `; value content ${(percent / 10).toFixed(1)} %`}`];
}

function materialLines(l: Line): string[] {
  return l.materials.map((m, i) => {
    const cost = l.making?.materialCostsMadMinor[i] ?? null;
    return `Line ${l.number}: ${m.percent === null ? '' : `${m.percent} % `}${m.name}, origin ${m.originCountry}, cost ${cost === null ? 'kept by the producer' : amountIn(cost, 'MAD')}`;
  });
}

function lay(d: UsOriginDeclaration, issue: Issue): Sheet {
  return {
    title: usOriginDeclaration.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: '3. Exporter', fr: 'Exportateur' }),
      ...numberBoxes(issue, { en: 'Declaration number', fr: 'N° de déclaration' }),
      box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      box({ en: 'Programme indicator', fr: 'Indicateur' }, 1, [said('MA', 'large')]),
      consigneeBox(d.consignee, 1, { en: '1. Importer of record', fr: 'Importateur' }),
      box({ en: 'Numbers and marks of packages', fr: 'Marques et numéros' }, 2, [said(marks(d.invoice.number, d.packing.packages))]),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: '5. Description of the good', fr: 'Désignation' }, width: 0 },
        { label: LABELS.hsCode, width: 17 },
        { label: LABELS.quantity, width: 18, end: true },
        { label: { en: '4. Producer and place', fr: 'Producteur et lieu' }, width: 40 },
        { label: { en: 'Value', fr: 'Valeur' }, width: 26, end: true },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        description(l),
        [said(l.hsCode)],
        quantityLines(l),
        [said(makerOf(l))],
        [said(amountIn(l.amountMinor, l.currency))],
      ]),
    },
    totals: [],
    statements: [
      { label: { en: '7 to 9. Materials of Morocco or the United States, and others', fr: 'Matières' }, lines: sayAll(d.lines.flatMap(materialLines)) },
      { label: { en: '6. Operations performed in Morocco, and their direct cost', fr: 'Opérations effectuées au Maroc' }, lines: sayAll(d.lines.flatMap((l) => costLines(l, d.valueTest))) },
      {
        label: { en: 'Statement', fr: 'Déclaration' },
        lines: sayAll(['The information on this document is true and accurate and the exporter assumes responsibility for proving it. The goods comply with the origin requirements of the United States–Morocco Free Trade Agreement.']),
      },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
