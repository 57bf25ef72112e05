import fc from 'fast-check';
import type { ProFormaLine } from '../pro-forma.js';
import { askedFor, complaintLifecycle, COMPLAINT_KINDS, daysAfter, paidFor, silenceSays, verbsOf, windowOf, type ComplaintSide } from './complaint.js';

const terms = { openDays: 14, lateDays: 7, answerDays: 5, replyDays: 7 };
const noon = new Date('2026-11-24T12:00:00Z');

describe('what may be complained of', () => {
  const delivered = { dispatchedAt: daysAfter(noon, -30), deliveredAt: noon, etaDays: 9 };
  it('is anything for fourteen days from delivery', () => {
    expect(windowOf(terms, delivered, noon)).toEqual({ kinds: COMPLAINT_KINDS, until: daysAfter(noon, 14) });
    expect(windowOf(terms, delivered, daysAfter(noon, 14))).not.toBeNull();
    expect(windowOf(terms, delivered, new Date(daysAfter(noon, 14).getTime() + 1))).toBeNull();
  });

  it('is that it never came, once it is a week later than was promised, and nothing before', () => {
    const sent = { dispatchedAt: noon, deliveredAt: null, etaDays: 9 };
    expect(windowOf(terms, sent, daysAfter(noon, 16))).toBeNull();
    expect(windowOf(terms, sent, daysAfter(noon, 17))).toEqual({ kinds: ['missing'], until: null });
    expect(windowOf(terms, { dispatchedAt: null, deliveredAt: null, etaDays: 9 }, daysAfter(noon, 400))).toBeNull();
  });
});

describe('who says what', () => {
  it('never lets a side speak for another, nor anybody after the end', () => {
    const said = (side: ComplaintSide) => Object.fromEntries(complaintLifecycle.states.map((state) => [state, verbsOf(state, side).join(' ')]));
    const none = { accepted: '', refunded: '', closed: '', withdrawn: '' };
    expect(said('buyer')).toEqual({ open: 'withdraw', offered: 'agree disagree withdraw', refused: 'disagree', with_desk: 'withdraw', returning: 'withdraw', ...none });
    expect(said('exporter')).toEqual({ open: 'accept offer refuse', offered: '', refused: '', with_desk: '', returning: 'receive', ...none });
    expect(said('house')).toEqual({ open: '', offered: '', refused: '', with_desk: 'award dismiss', returning: 'dismiss receive', ...none });
  });

  it('lets silence hand an unanswered complaint to the desk, take an offer and let a refusal stand', () => {
    expect([silenceSays('open', null), silenceSays('offered', 'keep'), silenceSays('offered', 'return'), silenceSays('refused', null)]).toEqual(['escalate', 'agree', 'agree_to_return', 'close']);
  });

  it('ends, whatever is said: every road leads to money back, a closed question or one taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (choices) => {
        let state = complaintLifecycle.initial;
        for (const choice of choices) {
          const verbs = complaintLifecycle.verbs(state);
          if (verbs.length > 0) state = complaintLifecycle.next(state, verbs[choice % verbs.length]!);
        }
        expect(['refunded', 'closed', 'withdrawn']).toContain(state);
      }),
    );
  });
});

it('asks for the pieces named, delivered, and for all of them exactly the line', () => {
  fc.assert(
    fc.property(fc.nat(1e7), fc.nat(1e7), fc.integer({ min: 1, max: 500 }), (goods, rest, quantity) => {
      const line = { quantity, shares: { makerMinor: goods, clusterMinor: 1, centreMinor: 0, platformMinor: 0 }, shippingMinor: rest, insuranceMinor: 0, dutyMinor: 2, surchargeMinor: 0, taxMinor: 3, feeMinor: 0 } as unknown as ProFormaLine;
      expect(askedFor(line, quantity)).toBe(paidFor(line).lineMinor);
      expect(paidFor(line)).toEqual({ goodsMinor: goods + 1, lineMinor: goods + rest + 6 });
      for (const some of [1, Math.ceil(quantity / 2)]) expect(askedFor(line, some) * quantity).toBeLessThanOrEqual(paidFor(line).lineMinor * some);
    }),
  );
});
