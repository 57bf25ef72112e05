import fc from 'fast-check';
import { add, advance, apportion, basisPoints, dayInWords, dayWords, defineErrors, DomainError, fold, freeText, hsCode, isId, lifecycle, lineOfText, listWords, momentInWords, money, moroccanDay, newId, ratio, subtract, toDecimal } from './index.js';

const minor = fc.integer({ min: -1e12, max: 1e12 });

describe('money', () => {
  it('splits to the minor unit, always adding up, and never by more than one from the exact share', () => {
    fc.assert(
      fc.property(minor, fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 30 }).filter((w) => w.some((n) => n > 0)), (amount, weights) => {
        const parts = apportion(amount, weights);
        const total = weights.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(amount);
        parts.forEach((part, i) => expect(Math.abs(part - (amount * weights[i]!) / total)).toBeLessThan(1.001));
      }),
    );
  });

  it('gives nothing to a weight of nothing', () => {
    expect(apportion(100, [0, 1, 0])).toEqual([0, 100, 0]);
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('rounds a ratio half away from zero without floating point', () => {
    expect(ratio(5, 1, 10)).toBe(1);
    expect(ratio(-5, 1, 10)).toBe(-1);
    expect(ratio(4, 1, 10)).toBe(0);
    expect(ratio(15, 1, 10)).toBe(2);
    expect(ratio(7, 1, 3)).toBe(2);
    expect(ratio(8, 1, 3)).toBe(3);
    expect(ratio(9_007_199_254_740_991, 3, 3)).toBe(9_007_199_254_740_991);
    expect(basisPoints(12_345, 2000)).toBe(2469);
    fc.assert(fc.property(minor, fc.integer({ min: 1, max: 1e6 }), (amount, d) => expect(Math.abs(ratio(amount, 1, d) - amount / d)).toBeLessThanOrEqual(0.5000001)));
  });

  it('refuses what is not whole, not a currency, or not the same currency', () => {
    expect(() => money(1.5, 'EUR')).toThrow(RangeError);
    expect(() => money(1, 'eur')).toThrow(RangeError);
    expect(() => add(money(1, 'EUR'), money(1, 'MAD'))).toThrow(RangeError);
    expect(() => apportion(10, [])).toThrow(RangeError);
    expect(() => apportion(10, [0])).toThrow(RangeError);
    expect(() => apportion(10, [0.5])).toThrow(RangeError);
    expect(subtract(money(5, 'EUR'), money(7, 'EUR'))).toEqual({ amountMinor: -2, currency: 'EUR' });
  });

  it('prints decimals by the places of the currency', () => {
    expect(toDecimal(money(123_450, 'MAD'))).toBe('1234.50');
    expect(toDecimal(money(5, 'EUR'))).toBe('0.05');
    expect(toDecimal(money(-5, 'EUR'))).toBe('-0.05');
    expect(toDecimal(money(1200, 'JPY'))).toBe('1200');
    expect(toDecimal(money(1234, 'TND'))).toBe('1.234');
  });
});

describe('free text', () => {
  it('takes away what lies unseen and keeps what people write', () => {
    expect(freeText('a\u202Eb\u0000c\u2066d\uFEFF', 10)).toBe('abcd');
    expect(freeText('  ligne\r\nsuivante ', 50)).toBe('ligne\nsuivante');
    for (const name of ['زهرة أوبلّا', 'ⵣⴰⵀⵔⴰ', "O'Brien d'Agadir", '👩‍🎨 émaux', '#read("/etc/passwd") $x$ ]#pagebreak()[']) expect(freeText(name, 100)).toBe(name.normalize('NFC'));
  });

  it('refuses an empty text and one too long, naming the field', () => {
    expect(() => freeText('\u202E \u0000', 10, 'input.story')).toThrow(expect.objectContaining({ code: 'TEXT_EMPTY', field: 'input.story' }));
    expect(() => freeText('x'.repeat(100_000), 2000, 'input.story')).toThrow(expect.objectContaining({ code: 'TEXT_TOO_LONG', field: 'input.story' }));
    expect(lineOfText('a\n b', 10)).toBe('a b');
  });

  it('is stable: cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let once: string;
        try {
          once = freeText(text, 1000);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return;
        }
        expect(freeText(once, 1000)).toBe(once);
        // eslint-disable-next-line no-control-regex
        expect(once).not.toMatch(/[\u0000\u202A-\u202E\u2066-\u2069]/);
        expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once);
      }),
    );
  });

  it('folds both scripts for searching', () => {
    expect(fold('أحمد الإدريسي')).toBe(fold('احمد الادريسي'));
    expect(fold('مُحَمَّد')).toBe('محمد');
    expect(fold('Fès-Meknès')).toBe('fes meknes');
  });
});

describe('a lifecycle', () => {
  const door = lifecycle({ open: { close: 'closed' }, closed: { open: 'open', lock: 'locked' }, locked: {} });

  it('goes where its table says and refuses the rest, in every state by every verb', () => {
    for (const state of door.states) {
      for (const verb of ['open', 'close', 'lock'] as const) {
        const thing = { state };
        if (door.can(state, verb)) {
          advance(door, thing, verb);
          expect(door.states).toContain(thing.state);
        } else {
          expect(() => advance(door, thing, verb)).toThrow(expect.objectContaining({ code: 'LIFECYCLE_REFUSED' }));
          expect(thing.state).toBe(state);
        }
      }
    }
  });

  it('does not load with a state that nothing reaches, nor answer to a name every object has', () => {
    expect(() => lifecycle({ a: {}, lost: {} })).toThrow(/lost/);
    expect(door.can('open', 'constructor' as never)).toBe(false);
  });
});

describe('ids, codes, days, errors', () => {
  it('makes ids that sort by time', () => {
    expect(newId(1000) < newId(2000)).toBe(true);
    expect(isId(newId())).toBe(true);
    expect(isId('not-an-id')).toBe(false);
  });

  it('reads an HS code with dots, and refuses another thing', () => {
    expect(hsCode('5701.10')).toBe('570110');
    for (const wrong of ['57011', '5701100', '', '000000', '57011a']) expect(() => hsCode(wrong, 'hsCode')).toThrow(expect.objectContaining({ code: 'HS_CODE_INVALID', field: 'hsCode' }));
  });

  it('knows what day it is in Morocco', () => {
    expect(moroccanDay(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
  });

  it('says an error in each language', () => {
    const errors = defineErrors({ X: { kind: 'invalid', en: 'At most {max}.', fr: 'Au plus {max}.', ar: 'الحد الأقصى {max}.' } });
    const error = errors.X({ max: 3 }, 'a.b');
    expect([error.say('en'), error.say('fr'), error.say('ar'), error.field]).toEqual(['At most 3.', 'Au plus 3.', 'الحد الأقصى 3.', 'a.b']);
  });
});

describe('words', () => {
  const errors = defineErrors({ LATE: { kind: 'conflict', en: 'It is {state} since {day}.', fr: 'Elle est {state} depuis le {day}.', ar: 'هي {state} منذ {day}.' } });

  it('are put into a refusal in each language, and its codes stay for machines', () => {
    const refusal = errors.LATE({ state: 'returned', day: '2026-11-24' }, 'input.id').worded({ state: { en: 'sent back', fr: 'renvoyée', ar: 'مُعادة' }, day: dayWords('2026-11-24') });
    expect([refusal.say('en'), refusal.say('fr'), refusal.say('ar')]).toEqual(['It is sent back since 24 November 2026.', 'Elle est renvoyée depuis le 24 novembre 2026.', 'هي مُعادة منذ 24 نونبر 2026.']);
    expect(refusal).toMatchObject({ code: 'LATE', kind: 'conflict', params: { state: 'returned', day: '2026-11-24' }, field: 'input.id' });
  });

  it('keep the blanks that nobody filled in words', () => {
    expect(errors.LATE({ day: 'Monday' }).worded({ state: { en: 'closed', fr: 'close', ar: 'مغلقة' } }).say('en')).toBe('It is closed since Monday.');
  });

  it('say days and hours as Morocco does, and lists with the comma of their script', () => {
    expect(dayInWords('2026-11-24', 'ar')).toBe('24 نونبر 2026');
    expect(momentInWords(new Date('2026-11-24T23:30:00Z'), 'fr')).toBe('25 novembre 2026, 00:30');
    expect(listWords([{ en: 'Length', fr: 'Longueur', ar: 'الطول' }, { en: 'Width', fr: 'Largeur', ar: 'العرض' }])).toEqual({ en: 'Length, Width', fr: 'Longueur, Largeur', ar: 'الطول، العرض' });
  });
});
