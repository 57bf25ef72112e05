import type { Citation } from '../reference/market.js';
import type { Confidence, Remark } from './quote.js';
import { fill, REMARKS, type Params, type RemarkCode } from './words.js';

const RANK: Readonly<Record<Confidence, number>> = { verified: 0, secondary: 1, assumption: 2, 'general-knowledge': 3, expired: 4 };

export function remark(code: RemarkCode, params: Params = {}, key: string | null = null): Remark {
  return { code, text: fill(REMARKS[code].en, params), params, key };
}

/** What one quote rests on: the least certain row, the first to end, and the rows a reader must be warned of. */
export class Basis {
  confidence: Confidence = 'verified';
  readonly warnings: Remark[] = [];
  private readonly warned = new Set<Citation>();

  constructor(public validUntil: string) {}

  /** Notes that a row is relied on, and hands its citation back. */
  use(cite: Citation): Citation {
    if (RANK[cite.confidence] > RANK[this.confidence]) this.confidence = cite.confidence;
    if (cite.validUntil !== null && cite.validUntil < this.validUntil && cite.confidence !== 'expired') this.validUntil = cite.validUntil;
    if (cite.confidence === 'expired') this.warn(cite, remark('ROW_EXPIRED', { name: cite.name, day: cite.validUntil ?? '' }));
    if (cite.source === '') this.warn(cite, remark('ROW_UNSOURCED', { name: cite.name }));
    return cite;
  }

  /** Takes over what another basis rests on. */
  join(other: Basis): void {
    if (RANK[other.confidence] > RANK[this.confidence]) this.confidence = other.confidence;
    if (other.validUntil < this.validUntil) this.validUntil = other.validUntil;
    this.warnings.push(...other.warnings);
  }

  private warn(cite: Citation, warning: Remark): void {
    if (this.warned.has(cite)) return;
    this.warned.add(cite);
    this.warnings.push(warning);
  }
}
