import { amountIn, kilograms } from '../trade/figures.js';
import type { PaperKind } from './paper.js';
import { PAPERS } from './papers.js';
import { problem, type Problem } from './problems.js';

/** What a printed paper quoted, read back from its row: the check compares papers, not the trade with itself. */
export interface Quoted {
  readonly kind: PaperKind;
  readonly number: string;
  readonly data: unknown;
}

/** One thing a paper says that others may say too. */
interface Claim {
  /** A word of `problem-words.ts`. */
  readonly what: string;
  readonly line?: number;
  readonly value: string;
  /** Where in the paper's data it stands, which names its box. */
  readonly path: string;
}

/**
 * The causes that stop real shipments (totals, weights, counts, values, descriptions, codes and parties that differ between
 * papers) as equality checks across the file. Papers are versioned one by one, so two of them can tell different stories.
 */
export function disagreements(papers: readonly Quoted[]): { paper: PaperKind; problem: Problem }[] {
  const first = new Map<string, { paper: Quoted; claim: Claim }>();
  const found: { paper: PaperKind; problem: Problem }[] = [];
  for (const paper of papers) {
    for (const claim of claimsOf(paper)) {
      const key = `${claim.line ?? ''} ${claim.what}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, { paper, claim });
      else if (before.claim.value !== claim.value) found.push({ paper: paper.kind, problem: differing(paper, claim, before) });
    }
  }
  return found;
}

function differing(paper: Quoted, claim: Claim, before: { paper: Quoted; claim: Claim }): Problem {
  const box = PAPERS[paper.kind].boxOf(claim.path);
  const params = { what: claim.what, paper: paper.number, value: claim.value, other: before.paper.number, otherBox: PAPERS[before.paper.kind].boxOf(before.claim.path), otherValue: before.claim.value };
  return claim.line === undefined ? problem('PAPERS_DISAGREE', box, params) : problem('LINES_DISAGREE', box, { ...params, line: claim.line });
}

/** The shape papers may have; each part is compared where it is present. */
interface Data {
  readonly invoice?: { readonly number: string; readonly issuedOn: string };
  readonly currency?: string;
  readonly seller?: { readonly name: string; readonly address: readonly string[]; readonly city: string; readonly ice: string | null };
  readonly sellerName?: string;
  readonly consignee?: { readonly name: string; readonly line1: string; readonly line2: string | null; readonly postalCode: string | null; readonly city: string; readonly country: string; readonly phone: string };
  readonly country?: string;
  readonly buyer?: { readonly taxId: string | null };
  readonly importerReference?: string | null;
  readonly incoterm?: { readonly code: string; readonly place: string };
  readonly packing?: { readonly packages: number | null; readonly grossWeightGrams: number };
  readonly charges?: { readonly goodsMinor: number; readonly totalMinor: number };
  readonly goodsMinor?: number;
  readonly reference?: string | null;
  readonly origin?: { readonly reference: string | null };
  readonly identifier?: string | null;
  readonly transport?: { readonly number?: string | null };
  readonly lines?: readonly LineData[];
}

interface LineData {
  readonly number: number;
  readonly quantity?: number;
  readonly hsCode?: string;
  readonly commodityCode?: string | null;
  readonly originCountry?: string;
  readonly originRegion?: string;
  readonly makerName?: string;
  readonly netWeightGrams?: number;
  readonly grossWeightGrams?: number;
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly certificateNumber?: string | null;
  readonly lengthMm?: number;
  readonly widthMm?: number;
  readonly heightMm?: number;
  readonly title?: { readonly en: string; readonly fr: string; readonly ar: string };
  readonly materials?: readonly { readonly name: string; readonly percent: number | null; readonly originCountry: string }[];
}

function claimsOf(paper: Quoted): Claim[] {
  const d = paper.data as Data;
  const claims: Claim[] = [];
  const say = (what: string, path: string, value: string | null | undefined): void => {
    if (value !== undefined && value !== null) claims.push({ what, path, value });
  };
  const c = d.consignee;
  say('invoice_number', 'invoice', paper.kind === 'commercial_invoice' ? paper.number : d.invoice?.number);
  say('invoice_day', 'invoice', d.invoice?.issuedOn);
  say('exporter', d.seller ? 'seller' : 'sellerName', d.seller?.name ?? d.sellerName);
  say('exporter_address', 'seller', d.seller && [...d.seller.address, d.seller.city, d.seller.ice ?? ''].join(', '));
  say('consignee', 'consignee', c && [c.name, c.line1, c.line2, c.postalCode, c.city, c.country, c.phone].filter(Boolean).join(', '));
  say('destination', c ? 'consignee' : 'country', c?.country ?? d.country);
  say('importer_number', d.buyer ? 'buyer' : 'importerReference', d.buyer ? (d.buyer.taxId ?? '–') : d.importerReference === undefined ? undefined : (d.importerReference ?? '–'));
  say('terms', 'incoterm', d.incoterm && `${d.incoterm.code} ${d.incoterm.place}`);
  say('gross_weight', 'packing.grossWeightGrams', d.packing && `${kilograms(d.packing.grossWeightGrams)} kg`);
  say('packages', 'packing.packages', d.packing && String(d.packing.packages ?? '–'));
  say('goods_value', d.charges ? 'charges' : 'goodsMinor', d.currency === undefined ? undefined : worth(d.charges?.goodsMinor ?? d.goodsMinor, d.currency));
  say('total', 'charges', d.charges && d.currency && amountIn(d.charges.totalMinor, d.currency));
  say('certificate_of_origin', d.origin ? 'origin' : 'reference', d.origin?.reference ?? d.reference);
  say('carriage_number', d.identifier ? 'identifier' : 'transport', d.identifier ?? d.transport?.number);
  // The pro forma keeps the lines as they were offered; the other papers say them as corrected.
  if (paper.kind !== 'pro_forma') claims.push(...(d.lines ?? []).flatMap((l) => claimsOfLine(l)));
  return claims;
}

function claimsOfLine(l: LineData): Claim[] {
  const claims: Claim[] = [];
  const say = (what: string, field: string, value: string | null | undefined): void => {
    if (value !== undefined && value !== null) claims.push({ what, line: l.number, path: `lines.${field}`, value });
  };
  say('quantity', 'quantity', l.quantity?.toString());
  say('hs_code', 'hsCode', l.hsCode);
  say('commodity_code', 'commodityCode', l.commodityCode);
  say('origin', 'originCountry', l.originCountry);
  say('maker', 'makerName', l.makerName);
  say('description', 'title', l.title && [l.title.en, l.title.fr, l.title.ar].join(' / '));
  say('materials', 'materials', l.materials?.map((m) => `${m.percent ?? '–'} % ${m.name} ${m.originCountry}`).join(', '));
  say('size', 'lengthMm', l.lengthMm === undefined ? undefined : [l.lengthMm, l.widthMm, l.heightMm].join(' × '));
  say('net_weight', 'netWeightGrams', l.netWeightGrams === undefined ? undefined : `${kilograms(l.netWeightGrams)} kg`);
  say('gross_weight', 'grossWeightGrams', l.grossWeightGrams === undefined ? undefined : `${kilograms(l.grossWeightGrams)} kg`);
  say('value', 'amountMinor', l.currency === undefined ? undefined : worth(l.amountMinor, l.currency));
  say('certificate', 'certificateNumber', l.certificateNumber);
  return claims;
}

function worth(minor: number | undefined, currency: string): string | undefined {
  return minor === undefined ? undefined : amountIn(minor, currency);
}
