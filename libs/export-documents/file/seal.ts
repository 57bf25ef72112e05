import { createHash } from 'node:crypto';
import type { Trade } from '../trade/trade.js';

interface SealedPaper {
  readonly kind: string;
  readonly number: string;
  readonly version: number;
  readonly sha256: string | null;
}

/** What a complete file is known by outside: its invoice's number, one checksum over those of its papers, and the certificates of its pieces. */
export function sealOf(trade: Pick<Trade, 'proForma' | 'lines'> | null, papers: readonly SealedPaper[]): { number: string; sha256: string; certificates: string[] } | Record<string, never> {
  const number = papers.find((one) => one.kind === 'commercial_invoice')?.number ?? trade?.proForma.number;
  if (!number) return {};
  const sums = papers.map((one) => `${one.sha256}  ${one.number}-v${one.version}\n`).sort();
  const certificates = [...new Set((trade?.lines ?? []).flatMap((line) => (line.evidence ? [line.evidence.number] : [])))];
  return { number, sha256: createHash('sha256').update(sums.join('')).digest('hex'), certificates };
}
