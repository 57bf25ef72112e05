import type { FieldProblem } from '../../ask.server.js';
import type { ClaimItem } from './queries.js';

/** What the form says of each line of the checklist. */
export function answersIn(form: FormData, items: readonly ClaimItem[]): { item: string; accepted?: boolean; text?: string }[] {
  return items.flatMap<{ item: string; accepted?: boolean; text?: string }>(({ code, kind }) => {
    // An empty box is an answer too: what was accepted yesterday may be taken back.
    if (kind === 'accept') return [{ item: code, accepted: form.has(`accept-${code}`) }];
    const text = String(form.get(`text-${code}`) ?? '').trim();
    return (kind === 'text' || kind === 'bank') && text !== '' ? [{ item: code, text }] : [];
  });
}

/** The box of what was refused: an answer by its place in what was sent, a missing line by its code. What has no box here is said above. */
export function besideBoxes(problems: readonly FieldProblem[], form: FormData, items: readonly ClaimItem[]): FieldProblem[] {
  const sent = answersIn(form, items);
  return problems.map((problem) => {
    const place = /^answers\.(\d+)\./.exec(problem.field ?? '')?.[1];
    const code = place === undefined ? problem.field : sent[Number(place)]?.item;
    const kind = items.find((item) => item.code === code)?.kind;
    return kind === undefined ? problem : { ...problem, field: kind === 'text' || kind === 'bank' ? `text-${code}` : null };
  });
}
