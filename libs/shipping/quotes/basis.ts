import type { Citation } from '../reference/market.js';
import type { Confidence, Remark } from './quote.js';
import { FIELDS, REMARKS, type RemarkCode } from '../words/remarks.js';
import { fill, type Param, type Params } from '../words/saying.js';

const RANK: Readonly<Record<Confidence, number>> = { verified: 0, secondary: 1, assumption: 2, 'general-knowledge': 3, expired: 4 };

/** How sure one is of what rests on all of these. */
export function leastSure(of: readonly Confidence[]): Confidence {
  return of.reduce((least, one) => (RANK[one] > RANK[least] ? one : least), 'verified');
}

export function remark(code: RemarkCode, params: Params = {}, key: string | null = null): Remark {
  return { code, text: fill(REMARKS[code].en, params, 'en'), params, key, field: FIELDS[code] ?? null };
}

/** What one quote rests on: the least certain row, the first to end, and the rows a reader must be warned of. */
export class Basis {
  confidence: Confidence = 'verified';
  private readonly strong: Remark[] = [];
  /** Names of rows nobody has confirmed at their source. */
  private readonly unconfirmed = new Set<Param>();
  private readonly warned = new Set<Citation>();

  constructor(public validUntil: string) {}

  /** Notes that a row is relied on, and hands its citation back. */
  use(cite: Citation): Citation {
    if (RANK[cite.confidence] > RANK[this.confidence]) this.confidence = cite.confidence;
    if (cite.validUntil !== null && cite.validUntil < this.validUntil && cite.confidence !== 'expired') this.validUntil = cite.validUntil;
    if (cite.confidence === 'expired') this.warn(cite, remark('ROW_EXPIRED', { name: cite.name, day: cite.validUntil ?? '' }));
    if (cite.source === '') this.warn(cite, remark('ROW_UNSOURCED', { name: cite.name }));
    else if (cite.confidence === 'general-knowledge') this.unconfirmed.add(cite.name);
    return cite;
  }

  /** Takes over what another basis rests on. */
  join(other: Basis): void {
    if (RANK[other.confidence] > RANK[this.confidence]) this.confidence = other.confidence;
    if (other.validUntil < this.validUntil) this.validUntil = other.validUntil;
    this.strong.push(...other.strong);
    for (const name of other.unconfirmed) this.unconfirmed.add(name);
  }

  /** Rows past their day or without a source, each by itself; those of general knowledge, together. */
  get warnings(): Remark[] {
    return this.unconfirmed.size === 0 ? this.strong : [...this.strong, remark('ROWS_UNCONFIRMED', { names: [...this.unconfirmed] })];
  }

  private warn(cite: Citation, warning: Remark): void {
    if (this.warned.has(cite)) return;
    this.warned.add(cite);
    this.strong.push(warning);
  }
}
