import { z } from 'zod';
import { regionName } from '../trade/figures.js';
import { problem } from './problems.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, description, LABELS, numberBoxes, sellerBox } from './boxes.js';
import { described, invoiceReference, seller } from './contract.js';
import { labelLanguages } from './fibre-names.js';
import { paper, type Issue } from './paper.js';
import { warningsFor } from './safety-warnings.js';

const identified = described.extend({ makerName: z.string(), originRegion: z.string(), unitIds: z.array(z.string()), hsCode: z.string(), foodContact: z.boolean(), photograph: z.string().nullable() });
const contract = z.object({ invoice: invoiceReference, seller, responsiblePerson: z.string().nullable(), country: z.string(), lines: z.array(identified).min(1) });
export type GpsrData = z.infer<typeof contract>;

/** Identification, maker and responsible person of each piece (Regulation (EU) 2023/988, in force since 13 December 2024). */
export const gpsrData = paper<GpsrData>({
  kind: 'gpsr_data',
  series: 'GP',
  title: { en: 'Product safety information', fr: 'Informations de sécurité du produit', ar: 'معلومات سلامة المنتج' },
  contract,
  boxes: { seller: 'Manufacturer', responsiblePerson: 'Responsible person', lines: 'Products', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, responsiblePerson: t.seller.responsiblePerson, country: t.consignee.country, lines: t.lines }),
  languages: (d) => [...new Set(['en', 'fr', ...labelLanguages(d.country)])],
  check: (d) => (d.responsiblePerson === null ? [problem('RESPONSIBLE_PERSON_MISSING', 'Responsible person')] : []),
  lay,
});

function lay(d: GpsrData, issue: Issue): Sheet {
  return {
    title: gpsrData.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: 'Manufacturer or exporter', fr: 'Fabricant ou exportateur' }),
      ...numberBoxes(issue, { en: 'Sheet number', fr: 'N° de fiche' }),
      box({ en: 'Responsible person in the European Union', fr: 'Personne responsable dans l’Union' }, 2, sayAll([d.responsiblePerson ?? 'not recorded'])),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'Product', fr: 'Produit' }, width: 0 },
        { label: { en: 'Maker', fr: 'Artisan' }, width: 42 },
        { label: { en: 'Serial of each piece', fr: 'N° de série de chaque pièce' }, width: 58 },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        [...description(l), ...warningsFor(l, labelLanguages(d.country)).map((text) => said(text, 'strong')), ...sayAll([l.photograph && `Photograph ${l.photograph}`], 'small')],
        [said(l.makerName), said(regionName(l.originRegion), 'small')],
        l.unitIds.length > 0 ? l.unitIds.map((id) => said(id, 'small')) : [said(`${l.quantity} pc`)],
      ]),
    },
    totals: [],
    statements: [],
  };
}
