import { amountIn, kilograms } from '../trade/figures.js';
import type { PaperKind } from './paper.js';
import { problem, type Problem } from './problems.js';

/** What a printed paper quoted, read back from its row: the check compares papers, not the trade with itself. */
export interface Quoted {
  readonly kind: PaperKind;
  readonly number: string;
  readonly data: unknown;
}

interface Claim {
  readonly what: string;
  readonly value: string;
}

/**
 * The causes that stop real shipments (totals, weights, counts, parties that differ between papers) as equality
 * checks across the file. Papers are versioned one by one, so two of them can tell different stories.
 */
export function disagreements(papers: readonly Quoted[]): { paper: PaperKind; problem: Problem }[] {
  const first = new Map<string, { paper: Quoted; value: string }>();
  const found: { paper: PaperKind; problem: Problem }[] = [];
  for (const paper of papers) {
    for (const { what, value } of claimsOf(paper)) {
      const before = first.get(what);
      if (before === undefined) first.set(what, { paper, value });
      else if (before.value !== value) {
        found.push({ paper: paper.kind, problem: problem('PAPERS_DISAGREE', what, { what, paper: paper.number, value, other: before.paper.number, otherValue: before.value }) });
      }
    }
  }
  return found;
}

/** The shape papers may have; each part is compared where it is present. */
interface Data {
  readonly invoice?: { readonly number: string };
  readonly currency?: string;
  readonly seller?: { readonly name: string };
  readonly consignee?: { readonly name: string; readonly line1: string; readonly city: string; readonly country: string };
  readonly packing?: { readonly packages: number | null; readonly grossWeightGrams: number };
  readonly charges?: { readonly totalMinor: number };
  readonly lines?: readonly { readonly number: number; readonly quantity?: number; readonly hsCode?: string; readonly netWeightGrams?: number; readonly amountMinor?: number; readonly currency?: string; readonly title?: { readonly en: string } }[];
}

function claimsOf(paper: Quoted): Claim[] {
  const d = paper.data as Data;
  const claims: Claim[] = [];
  const say = (what: string, value: string | undefined): void => {
    if (value !== undefined) claims.push({ what, value });
  };
  say('Invoice number', paper.kind === 'commercial_invoice' ? paper.number : d.invoice?.number);
  say('Exporter', d.seller?.name);
  say('Consignee', d.consignee && [d.consignee.name, d.consignee.line1, d.consignee.city, d.consignee.country].join(', '));
  say('Gross weight', d.packing && `${kilograms(d.packing.grossWeightGrams)} kg`);
  say('Packages', d.packing && String(d.packing.packages ?? '–'));
  say('Total', d.charges && d.currency && amountIn(d.charges.totalMinor, d.currency));
  // The pro forma keeps the lines as they were offered; the other papers say them as corrected.
  for (const l of paper.kind === 'pro_forma' ? [] : (d.lines ?? [])) {
    say(`Line ${l.number}, quantity`, l.quantity?.toString());
    say(`Line ${l.number}, HS code`, l.hsCode);
    say(`Line ${l.number}, description`, l.title?.en);
    say(`Line ${l.number}, net weight`, l.netWeightGrams === undefined ? undefined : `${kilograms(l.netWeightGrams)} kg`);
    say(`Line ${l.number}, value`, l.amountMinor === undefined || l.currency === undefined ? undefined : amountIn(l.amountMinor, l.currency));
  }
  return claims;
}
