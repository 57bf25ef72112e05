import fc from 'fast-check';
import { CHECKOUT_STATES, closesAt, isLive, laterCheckout, laterRefund, REFUND_STATES, returnPage, stateSaid } from './checkout.js';
import { PAYMENT_STATES, paymentState } from './payment-view.js';

const state = fc.constantFrom(...CHECKOUT_STATES);

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) => permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]));
}

describe('what is known of a try to pay', () => {
  it('only grows, so that every order and repetition of the news ends in one state', () => {
    fc.assert(fc.property(state, state, (a, b) => void expect(laterCheckout(a, b)).toBe(laterCheckout(b, a))));
    fc.assert(fc.property(state, state, state, (a, b, c) => void expect(laterCheckout(laterCheckout(a, b), c)).toBe(laterCheckout(a, laterCheckout(b, c)))));
    fc.assert(fc.property(state, (a) => void expect(laterCheckout(a, a)).toBe(a)));
    const refund = fc.constantFrom(...REFUND_STATES);
    fc.assert(fc.property(refund, refund, refund, (a, b, c) => void expect(laterRefund(laterRefund(a, b), c)).toBe(laterRefund(laterRefund(c, a), b))));
  });

  it('is the same after each of the 720 orders of six events, each once to three times', () => {
    const events = [
      stateSaid({ status: 'open', paid: false }),
      stateSaid({ status: 'complete', paid: false }),
      stateSaid({ status: 'complete', paid: false }, 'checkout.session.async_payment_failed'),
      stateSaid({ status: 'expired', paid: false }),
      stateSaid({ status: 'complete', paid: true }),
      stateSaid({ status: 'complete', paid: true }, 'checkout.session.async_payment_succeeded'),
    ];
    const all = permutations(events);
    expect(all).toHaveLength(720);
    const ends = all.map((order, n) => order.flatMap((event, i) => Array.from({ length: 1 + ((n + i) % 3) }, () => event)).reduce(laterCheckout, 'opening'));
    expect(new Set(ends)).toEqual(new Set(['paid']));
  });

  it('is never paid by a session that is not', () => {
    for (const status of ['open', 'complete', 'expired'] as const) expect(stateSaid({ status, paid: false })).not.toBe('paid');
    expect(CHECKOUT_STATES.filter(isLive)).toEqual(['opening', 'unresolved', 'open']);
  });

  it('has a word for the buyer in every case', () => {
    const none = { refundingMinor: 0, refundedMinor: 0, capturedMinor: 0 };
    for (const checkout of [null, ...CHECKOUT_STATES]) expect(PAYMENT_STATES).toContain(paymentState({ captured: false, checkout, ...none }));
    const paid = { captured: true, checkout: 'paid' as const, capturedMinor: 100 };
    expect(paymentState({ ...paid, refundingMinor: 0, refundedMinor: 0 })).toBe('paid');
    expect(paymentState({ ...paid, refundingMinor: 100, refundedMinor: 0 })).toBe('refunding');
    expect(paymentState({ ...paid, refundingMinor: 0, refundedMinor: 100 })).toBe('refunded');
    expect(paymentState({ ...paid, refundingMinor: 0, refundedMinor: 40 })).toBe('paid');
  });
});

describe('the payment page', () => {
  const now = new Date('2026-11-24T12:00:00.400Z');
  it.each([
    ['2026-11-24T12:10:00Z', '2026-11-24T12:31:01.000Z'],
    ['2026-11-24T15:00:00Z', '2026-11-24T15:00:00.000Z'],
    ['2026-12-24T12:00:00Z', '2026-11-25T11:59:01.000Z'],
  ])('of a pro forma valid until %s closes at %s', (validUntil, closes) => {
    expect(closesAt(now, new Date(validUntil)).toISOString()).toBe(closes);
  });

  it.each([null, undefined, '/fr/checkout/x/done?a=1', 'https://dar.example/ar/x#y'])('returns to %s', (asked) => {
    expect(returnPage('https://dar.example', asked, '/en/home')?.origin).toBe('https://dar.example');
  });

  it.each([
    'https://evil.example/x',
    '//evil.example/x',
    '/\\evil.example/x',
    '\\\\evil.example',
    'http://dar.example/x',
    'https://dar.example:8443/x',
    'https://dar.example.evil.example/',
    'https://dar.example@evil.example/',
    'https://user:pass@dar.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    `/${'x'.repeat(3_000)}`,
  ])('does not return to %s', (asked) => {
    expect(returnPage('https://dar.example', asked, '/en/home')).toBeNull();
  });

  it('returns under another name of the same machine, and only there', () => {
    expect(returnPage('http://localhost:3000', 'http://127.0.0.1:3000/fr/x', '/')?.href).toBe('http://127.0.0.1:3000/fr/x');
    expect(returnPage('http://localhost:3000', 'http://127.0.0.1:4000/fr/x', '/')).toBeNull();
    expect(returnPage('https://dar.example', 'https://localhost/x', '/')).toBeNull();
  });
});
