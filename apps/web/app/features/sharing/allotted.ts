import { whole } from '../clusters/typed.js';
import type { Allotment, LotState, SharingRule, ShareOut } from './queries.js';

/** Lots that still stand for pieces of the order; what was declined, failed or lapsed is to be offered again. */
const STANDING: ReadonlySet<LotState> = new Set(['offered', 'accepted', 'made', 'inspected']);

export function unallotted({ total, lots }: Allotment): number {
  return total - lots.filter(({ state }) => STANDING.has(state)).reduce((sum, { quantity }) => sum + quantity, 0);
}

export function inState({ lots }: Allotment, ...states: LotState[]): number {
  return lots.filter(({ state }) => states.includes(state)).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** By hand, each member has a box; by any other rule the house shares out. What cannot be read is refused, not left out. */
export function shareOutInput(form: FormData): ShareOut {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const rule = text('rule') as SharingRule;
  const shares = [...form]
    .filter(([name, value]) => name.startsWith('share-') && typeof value === 'string' && whole(value, 0) !== 0)
    .map(([name, value]) => ({ artisanId: name.slice(6), quantity: whole(String(value), 0) }));
  return {
    input: { id: text('share') || null, orderId: text('orderId'), line: Number(text('line')), rule, answerDays: whole(text('answerDays'), 3), reason: text('reason') || null, shares: rule === 'hand' ? shares : null },
  };
}

/** The box in which a member's part was typed, `shares.1.quantity`. */
export function shareBox({ input }: ShareOut, field: string): string {
  const [, at] = /^shares\.(\d+)/.exec(field) ?? [];
  return at === undefined ? field : `share-${input.shares?.[Number(at)]?.artisanId}`;
}
