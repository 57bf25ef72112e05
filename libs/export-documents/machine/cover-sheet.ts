import { countryName } from '../trade/figures.js';
import { box, LABELS } from '../papers/boxes.js';
import { line as said, lines as sayAll, type Sheet } from '../papers/sheet.js';
import type { Trade } from '../trade/trade.js';

export interface Listed {
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly pages: number;
  readonly sha256: string;
}

/** What lies on top of the file: each paper with its version, pages and SHA-256, and the machine files beside them. */
export function coverSheet(t: Trade, version: number, day: string, papers: readonly Listed[], files: readonly { name: string; sha256: string }[]): Sheet {
  return {
    title: { en: 'Export file', fr: 'Dossier d’export', ar: 'ملف التصدير' },
    number: `EF-${t.proForma.number}`,
    version: Math.max(version, 1),
    issuedOn: day,
    issuer: t.seller.name,
    foot: `${papers.length} papers`,
    boxes: [
      box({ en: 'Order', fr: 'Commande' }, 1, [said(t.proForma.number, 'strong')]),
      box(LABELS.exporter, 1, sayAll([t.seller.name, t.seller.nameArabic])),
      box(LABELS.consignee, 1, sayAll([t.consignee.name, `${t.consignee.city}, ${countryName(t.consignee.country)}`])),
      box({ en: 'Proof of origin', fr: 'Preuve de l’origine' }, 1, [said(t.origin.proof.replaceAll('_', ' ')), ...sayAll([t.origin.reference])]),
    ],
    table: {
      columns: [
        { label: { en: 'Paper', fr: 'Document' }, width: 0 },
        { label: { en: 'Version', fr: 'Version' }, width: 15, end: true },
        { label: { en: 'Pages', fr: 'Pages' }, width: 13, end: true },
        { label: { en: 'SHA-256', fr: 'SHA-256' }, width: 84 },
      ],
      rows: [
        ...papers.map((p) => [[said(p.title, 'strong'), said(p.number, 'small')], [said(String(p.version))], [said(String(p.pages))], [said(p.sha256, 'small')]]),
        ...files.map((f) => [[said(f.name)], [], [], [said(f.sha256, 'small')]]),
      ],
    },
    totals: [],
    statements: [{ lines: [said('A paper that was replaced keeps its earlier versions in the house’s records. / Un document remplacé garde ses versions antérieures dans nos archives.', 'small')] }],
  };
}
