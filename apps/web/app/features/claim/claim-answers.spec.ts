import { answersIn, besideBoxes } from './claim-answers.js';
import type { ClaimItem } from './queries.js';

const words = { en: 'x', fr: 'x', ar: 'x' };
const items: ClaimItem[] = [
  { code: 'terms', kind: 'accept', required: true, ...words },
  { code: 'address', kind: 'text', required: true, ...words },
  { code: 'bank', kind: 'bank', required: false, ...words },
  { code: 'identity-card', kind: 'document', required: true, ...words },
];
function typed(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('the answers of a claim', () => {
  it('take back what was accepted when its box is empty', () => {
    expect(answersIn(typed({ 'text-address': ' Derb 3 ' }), items)).toEqual([{ item: 'terms', accepted: false }, { item: 'address', text: 'Derb 3' }]);
  });

  it('are refused beside the box they were typed in, and above where there is none', () => {
    const form = typed({ 'accept-terms': 'on', 'text-bank': '123' });
    const problem = { message: 'm', code: 'PAYOUT_RIB_LENGTH' };
    expect(besideBoxes([{ ...problem, field: 'answers.1.text' }, { ...problem, field: 'address' }, { ...problem, field: 'terms' }, { ...problem, field: null }], form, items).map(({ field }) => field)).toEqual(['text-bank', 'text-address', null, null]);
  });
});
