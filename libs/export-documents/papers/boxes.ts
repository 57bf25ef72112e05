import { countryName, longDay, regionName, size, squareMetres } from '../trade/figures.js';
import { line as said, lines as sayAll, type Box, type Labels, type Line as Said } from './sheet.js';
import type { Buyer, Consignee, Described, Line, Seller } from './contract.js';
import type { Issue } from './paper.js';

export const LABELS = {
  exporter: { en: 'Exporter (seller)', fr: 'Exportateur (vendeur)', ar: 'المصدّر' },
  consignee: { en: 'Consignee', fr: 'Destinataire', ar: 'المرسل إليه' },
  buyer: { en: 'Buyer (if not consignee)', fr: 'Acheteur (si autre)', ar: 'المشتري' },
  originCountry: { en: 'Country of origin', fr: 'Pays d’origine' },
  destination: { en: 'Country of destination', fr: 'Pays de destination' },
  incoterm: { en: 'Terms of delivery', fr: 'Conditions de livraison' },
  description: { en: 'Description of goods', fr: 'Désignation des marchandises' },
  quantity: { en: 'Quantity', fr: 'Quantité' },
  hsCode: { en: 'HS code', fr: 'Code SH' },
  net: { en: 'Net kg', fr: 'Net kg' },
  gross: { en: 'Gross kg', fr: 'Brut kg' },
  amount: { en: 'Amount', fr: 'Montant' },
  number: { en: 'No', fr: 'N°' },
} as const satisfies Record<string, Labels>;

export function box(label: Labels, span: Box['span'], lines: readonly Said[], tall = 1): Box {
  return { label, span, lines, tall };
}

export function sellerBox(s: Seller, tall: number, label: Labels = LABELS.exporter): Box {
  return box(label, 2, [
    said(s.name, 'strong'),
    ...sayAll([s.nameArabic], 'strong'),
    ...sayAll(s.address),
    ...sayAll([s.city && `${s.city}, Morocco`]),
    ...sayAll([s.phone, s.email].map((v) => v ?? ''), 'small'),
    ...sayAll([s.ice && `ICE ${s.ice}`, s.tradeRegister && `RC ${s.tradeRegister}`, s.taxNumber && `IF ${s.taxNumber}`, s.registerNumber && `RNA ${s.registerNumber}`, s.exporterFile && `Handicraft exporters’ file ${s.exporterFile}`], 'small'),
  ], tall);
}

/** Where the post writes the code after the town, or on a line of its own (UPU addressing sheets; general knowledge). */
const CODE_LAST = new Set(['US', 'CA', 'AU']);
const CODE_ALONE = new Set(['GB', 'IE']);

function townLines({ country, city, postalCode, region }: Consignee): (string | null)[] {
  const spaced = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' ');
  if (CODE_LAST.has(country)) return [spaced(region === null ? city : `${city}, ${region}`, postalCode)];
  if (CODE_ALONE.has(country)) return [city, region, postalCode];
  return [spaced(postalCode, city), region];
}

export function addressLines(c: Consignee): Said[] {
  return [
    said(c.name, 'strong'),
    ...sayAll([c.line1, c.line2, ...townLines(c), countryName(c.country)]),
    ...sayAll([c.phone], 'small'),
  ];
}

export function consigneeBox(c: Consignee, tall: number, label: Labels = LABELS.consignee): Box {
  return box(label, 2, addressLines(c), tall);
}

export function buyerBox(b: Buyer, span: Box['span'] = 2): Box {
  return box(LABELS.buyer, span, [said(b.name, 'strong'), ...sayAll([b.email, b.taxId && `Tax id ${b.taxId}`], 'small')]);
}

export function numberBoxes(issue: Issue, number: Labels): Box[] {
  return [
    box(number, 1, [said(issue.number, 'large')]),
    box({ en: 'Date', fr: 'Date', ar: 'التاريخ' }, 1, [said(longDay(issue.issuedOn)), ...(issue.version > 1 ? [said(`Version ${issue.version}, replaces version ${issue.version - 1}`, 'small')] : [])]),
  ];
}

/** Chapters 57 (floor coverings) count square metres and 64 (footwear) pairs in the customs nomenclatures. */
export function quantityLines(l: Pick<Line, 'hsCode' | 'quantity' | 'lengthMm' | 'widthMm'>): Said[] {
  const chapter = l.hsCode.slice(0, 2);
  if (chapter === '57') return [said(`${l.quantity} pc`), said(`${squareMetres(l.lengthMm, l.widthMm, l.quantity)} m²`, 'small')];
  return [said(`${l.quantity} ${chapter === '64' ? 'pr' : 'pc'}`)];
}

export function composition(l: Pick<Described, 'materials'>): string {
  return [...l.materials]
    .sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0))
    .map((m) => `${m.percent === null ? '' : `${m.percent} % `}${m.name.charAt(0).toLowerCase()}${m.name.slice(1)}${m.scientificName ? ` (${m.scientificName})` : ''}`)
    .join(', ');
}

/** What it is in three languages, of what, how big. */
export function description(l: Described): Said[] {
  return [
    ...sayAll([l.title.en], 'strong'),
    ...sayAll([l.title.fr !== l.title.en && l.title.fr], 'small'),
    ...sayAll([l.title.ar]),
    ...sayAll([[composition(l), size(l.lengthMm, l.widthMm, l.heightMm)].filter(Boolean).join(' · ')], 'small'),
  ];
}

export function makerOf(l: Pick<Line, 'makerName' | 'originRegion'>): string {
  return [`Handmade by ${l.makerName}`, regionName(l.originRegion)].filter(Boolean).join(', ');
}

export function signatureOf(s: Seller, issuedOn: string): { place: Said[]; name: Said[] } {
  return {
    place: sayAll([[s.city || 'Morocco', longDay(issuedOn)].join(', ')]),
    name: sayAll([s.signatory ?? s.name, s.capacity]),
  };
}

/** What is written on the packages: the invoice's number and each one's place among them. */
export function marks(invoiceNumber: string, packages: number | null): string {
  return packages === null || packages === 1 ? invoiceNumber : `${invoiceNumber}, 1/${packages} to ${packages}/${packages}`;
}

/** Fewer rows than this stay on one page, and printing them is quicker without looking for the next. */
const RUNS_ON = 7;

/** What a column has come to at each row, for the foot of a page where the table runs on. */
export function sums<L>(lines: readonly L[], of: (line: L) => number, words: (sum: number) => string): { carried?: string[] } {
  if (lines.length < RUNS_ON) return {};
  let sum = 0;
  return { carried: lines.map((l) => words((sum += of(l)))) };
}
