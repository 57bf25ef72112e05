import type { CaseItem } from './queries.js';

const CARRIERS = new Set(['barid', 'dhl', 'ups', 'fedex', 'air', 'road', 'sea']);

export type Note =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'tracking'; readonly carrier: string; readonly number: string }
  | { readonly kind: 'complaints'; readonly complaints: readonly { readonly line: number; readonly state: string; readonly creditNote: string | null }[] };

/** The case's index is written for a bank, in English and in codes; a page takes it apart and says it in its own language. */
export function readNote({ kind, note }: Pick<CaseItem, 'kind' | 'note'>): Note {
  const text: Note = { kind: 'text', text: note };
  if (kind === 'delivery') return /^\d{4}-\d{2}-\d{2}$/.test(note) ? { kind: 'day', day: note } : text;
  if (kind === 'tracking') {
    const [carrier = '', ...number] = note.split(' ');
    return CARRIERS.has(carrier) ? { kind: 'tracking', carrier, number: number.join(' ') } : text;
  }
  if (kind !== 'complaints') return text;
  const complaints = note.split(', ').map((one) => /^(\d+): (\w+)(?: \((.+)\))?$/.exec(one));
  if (complaints.some((one) => one === null)) return text;
  return { kind: 'complaints', complaints: complaints.map((one) => ({ line: Number(one![1]), state: one![2]!, creditNote: one![3] ?? null })) };
}

/** How a dispute stands in the provider's word, where we have a word of our own for it (docs.stripe.com/api/disputes/object, checked 2026-11-24). */
const STATUSES = new Set(['warning_needs_response', 'warning_under_review', 'warning_closed', 'needs_response', 'under_review', 'won', 'lost', 'prevented']);

export function isKnownStatus(status: string): boolean {
  return STATUSES.has(status);
}
