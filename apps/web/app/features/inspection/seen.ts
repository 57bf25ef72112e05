import { figureIn } from '../../figures.js';
import type { Outcome, Seen } from './queries.js';

/** What was filled in; an empty line is a rule not looked at, which counts as not met. */
export function seenIn(form: FormData): Seen[] {
  const seen: Seen[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.trim() === '') continue;
    if (name.startsWith('value-')) seen.push({ rule: name.slice(6), value: figureIn(value) ?? 0 });
    if (name.startsWith('text-')) seen.push({ rule: name.slice(5), text: value.trim() });
    if (name.startsWith('outcome-')) seen.push({ rule: name.slice(8), outcome: value as Outcome });
  }
  return seen;
}

/** The boxes with something that is no figure. On the wire it would be nothing at all: a rule not looked at. */
export function unreadIn(seen: readonly Seen[]): string[] {
  return seen.filter(({ value }) => typeof value === 'number' && Number.isNaN(value)).map(({ rule }) => `value-${rule}`);
}

/** `seen.3.value` is the box of the fourth rule that was filled in. */
export function seenBox(seen: readonly Seen[]): (field: string) => string {
  return (field) => {
    const at = /^seen\.(\d+)/.exec(field)?.[1];
    const one = at === undefined ? undefined : seen[Number(at)];
    if (one === undefined) return field;
    return `${one.text !== undefined ? 'text' : one.outcome === undefined ? 'value' : 'outcome'}-${one.rule}`;
  };
}
