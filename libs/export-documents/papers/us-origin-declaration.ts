import { z } from 'zod';
import { amountIn, longDay } from '../trade/figures.js';
import { problem } from './problems.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, composition, consigneeBox, description, LABELS, makerOf, marks, numberBoxes, quantityLines, sellerBox, signatureOf } from './boxes.js';
import * as checks from './checks.js';
import { consignee, invoiceReference, line, packing, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const contract = z.object({ invoice: invoiceReference, seller, consignee, lines: z.array(line).min(1, 'no line claims the preference'), packing });
export type UsOriginDeclaration = z.infer<typeof contract>;

/**
 * There is no form: the data elements of 19 CFR 10.764, of which the Jordan twin (10.704) was read in full on
 * 2026-11-24. Costs of materials and processing stay with the maker until customs asks.
 */
export const usOriginDeclaration = paper<UsOriginDeclaration>({
  kind: 'us_origin_declaration',
  series: 'UD',
  title: { en: 'Declaration of origin, US–Morocco FTA', fr: 'Déclaration d’origine, ALE Maroc–États-Unis', ar: 'تصريح بالمنشأ' },
  contract,
  boxes: { seller: 'Exporter', consignee: 'Importer of record', lines: 'Goods', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, consignee: t.consignee, lines: t.lines.filter((l) => l.preference), packing: t.packing }),
  check: (d) => [...checks.codes(d.lines), ...checks.descriptions(d.lines, d.consignee.country), problem('COSTS_NOT_RECORDED', 'Elements 6 to 9')],
  lay,
});

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
      {
        label: { en: '7 to 9. Materials', fr: 'Matières' },
        lines: d.lines.map((l) => said(`Line ${l.number}: ${composition(l)}; origin of each: ${[...new Set(l.materials.map((m) => `${m.name} ${m.originCountry}`))].join(', ')}`)),
      },
      {
        label: { en: '6. Operations performed in Morocco', fr: 'Opérations effectuées au Maroc' },
        lines: sayAll(['Made by hand by each producer in the region named beside the good. Direct costs of processing and costs of materials are kept by the producer and provided on request.']),
      },
      {
        label: { en: 'Statement', fr: 'Déclaration' },
        lines: sayAll(['The information on this document is true and accurate and the exporter assumes responsibility for proving it. The goods comply with the origin requirements of the United States–Morocco Free Trade Agreement.']),
      },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
