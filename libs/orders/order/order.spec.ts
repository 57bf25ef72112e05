import fc from 'fast-check';
import { orderLifecycle, proFormaNumber, stateOf, type OrderState, type OrderVerb, type Step } from './order.js';

const VERBS: readonly OrderVerb[] = ['place', 'cancel', 'fund', 'accept', 'decline', 'finish', 'document', 'dispatch', 'deliver', 'refund'];

const ALLOWED: Readonly<Record<string, OrderState>> = {
  'draft place': 'placed',
  'draft cancel': 'cancelled',
  'placed fund': 'funded',
  'placed cancel': 'cancelled',
  'funded accept': 'in_production',
  'funded decline': 'refund_due',
  'in_production finish': 'ready',
  'ready document': 'documented',
  'documented dispatch': 'dispatched',
  'dispatched deliver': 'delivered',
  'refund_due refund': 'cancelled',
};

describe('the life of an order', () => {
  for (const state of orderLifecycle.states) {
    for (const verb of VERBS) {
      const target = ALLOWED[`${state} ${verb}`];
      it(`${verb} from ${state} ${target ? `leads to ${target}` : 'is refused'}`, () => {
        if (target) expect(orderLifecycle.next(state, verb)).toBe(target);
        else expect(() => orderLifecycle.next(state, verb)).toThrow(expect.objectContaining({ code: 'LIFECYCLE_REFUSED' }));
      });
    }
  }

  it('is what its history adds up to, after any sequence of verbs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VERBS), { maxLength: 40 }), (verbs) => {
        const history: Step[] = [];
        let state: OrderState = 'draft';
        for (const verb of verbs) {
          if (!orderLifecycle.can(state, verb)) continue;
          const to = orderLifecycle.next(state, verb);
          history.push({ sequence: history.length + 1, verb, from: state, to });
          state = to;
        }
        expect(stateOf(history)).toBe(state);
      }),
    );
  });

  it('refuses a history with a step missing, doubled or bent', () => {
    const place: Step = { sequence: 1, verb: 'place', from: 'draft', to: 'placed' };
    const fund: Step = { sequence: 2, verb: 'fund', from: 'placed', to: 'funded' };
    expect(stateOf([place, fund])).toBe('funded');
    expect(() => stateOf([fund])).toThrow(RangeError);
    expect(() => stateOf([place, place])).toThrow(RangeError);
    expect(() => stateOf([place, { ...fund, to: 'delivered' }])).toThrow(RangeError);
  });

  it('numbers pro formas by year', () => {
    expect(proFormaNumber('2026', 1)).toBe('PF-2026-000001');
    expect(proFormaNumber('2026', 1234567)).toBe('PF-2026-1234567');
  });
});
