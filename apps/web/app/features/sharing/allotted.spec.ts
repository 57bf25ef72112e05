import { inState, shareBox, shareOutInput, unallotted } from './allotted.js';
import type { Allotment, LotState } from './queries.js';

const lot = (quantity: number, state: LotState) => ({ id: 'l', orderId: 'o', line: 1, artisanId: 'a', makerName: 'A', title: 'Rug', quantity, state, reason: '', outcome: null, answerBy: '' });
const allotment: Allotment = { orderId: 'o', line: 1, title: 'Rug', total: 240, state: 'open', lots: [lot(60, 'accepted'), lot(48, 'made'), lot(20, 'declined'), lot(30, 'offered')] };
const formOf = (boxes: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(boxes)) form.set(name, value);
  return form;
};

describe('a shared order line', () => {
  it('counts what nobody has', () => expect(unallotted(allotment)).toBe(102));
  it('counts by state', () => expect(inState(allotment, 'made', 'accepted')).toBe(108));

  it('is shared by hand only when the rule says so', () => {
    const form = formOf({ orderId: 'o', line: '1', rule: 'hand', 'share-a': '12', 'share-b': '', 'share-c': '0' });
    expect(shareOutInput(form).input).toMatchObject({ rule: 'hand', answerDays: 3, shares: [{ artisanId: 'a', quantity: 12 }] });
    form.set('rule', 'turn');
    expect(shareOutInput(form).input.shares).toBeNull();
  });

  it('reads Arabic figures, and drops no box that it cannot read', () => {
    const out = shareOutInput(formOf({ orderId: 'o', line: '1', rule: 'hand', answerDays: '٥', 'share-a': '١٢', 'share-b': 'a dozen' }));
    expect(out.input).toMatchObject({ answerDays: 5, shares: [{ artisanId: 'a', quantity: 12 }, { artisanId: 'b', quantity: -1 }] });
    expect([shareBox(out, 'shares.1.quantity'), shareBox(out, 'reason')]).toEqual(['share-b', 'reason']);
  });
});
