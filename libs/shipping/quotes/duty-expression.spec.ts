import { Dec } from './decimal.js';
import { say } from '../words/saying.js';
import { evaluateDuty, isComputable, parseDuty, type Measured } from './duty-expression.js';

const measured: Measured = { kg: new Dec(14), m2: new Dec(6), items: new Dec(24) };

function duty(text: string, valueMinor: number, currency: string, counted: Measured = measured): string {
  const answer = evaluateDuty(parseDuty(text), valueMinor, currency, counted);
  return answer.known ? answer.minor.toString() : say(answer.why, 'en');
}

describe('a duty expression', () => {
  it.each([
    // text, value, currency, exact minor units
    ['Free', 100_00, 'EUR', '0'],
    ['Free (MA)', 100_00, 'USD', '0'],
    ['0%', 100_00, 'EUR', '0'],
    ['4.5%', 1_000_00, 'USD', '4500'],
    ['2.7 %', 333_33, 'EUR', '899.991'],
    // 8 % of 100.00 = 8.00, under the ceiling 2.80 × 6 m² = 16.80
    ['8.000 % MAX 2.800 EUR MTK', 100_00, 'EUR', '800'],
    // 8 % of 400.00 = 32.00, over the ceiling: 16.80
    ['8.000 % MAX 2.800 EUR MTK', 400_00, 'EUR', '1680'],
    ['8% MAX 2.8 EUR/m2', 400_00, 'EUR', '1680'],
    // 94 cents × 2 dozen = 1.88, plus 4.6 % of 100.00 = 4.60
    ['94 cents/doz. + 4.6%', 100_00, 'USD', '648'],
    // 41 cents × 14 kg = 5.74, plus 16.3 % of 200.00 = 32.60
    ['41 cents/kg + 16.3%', 200_00, 'USD', '3834'],
    ['20.7 cents/kg + 7.5%', 100_00, 'USD', '1039.8'],
    ['2.000 % MIN 15.000 EUR', 100_00, 'EUR', '1500'],
    ['2.000 % MIN 15.000 EUR', 1_000_00, 'EUR', '2000'],
    ['$1.50/pair', 100_00, 'USD', '3600'],
    ['10 EUR DTN', 100_00, 'EUR', '140'],
    // 480.00 for 24 is 20.00 each, still in the lower bracket; a dollar more is not
    ['10% IF VALUE <= 20 USD/each ELSE 9%', 480_00, 'USD', '4800'],
    ['10% IF VALUE <= 20 USD/each ELSE 9%', 504_00, 'USD', '4536'],
  ])('%s of %i %s is %s', (text, value, currency, expected) => {
    expect(duty(text, value, currency)).toBe(expected);
  });

  it.each(['See additional U.S. note 1', 'The rate applicable to the article', '', '8 percent', '12 % + see note', '3 EUR per furlong', '-5%', '1e9%'])(
    'answers unknown, not zero, to "%s"',
    (text) => {
      expect(isComputable(parseDuty(text))).toBe(false);
      expect(evaluateDuty(parseDuty(text), 100_00, 'EUR', measured).known).toBe(false);
    },
  );

  it('refuses a rate in another currency and a count nobody made', () => {
    expect(duty('94 cents/doz. + 4.6%', 100_00, 'EUR')).toMatch('not in EUR');
    expect(duty('2.8 EUR/m2', 100_00, 'EUR', { ...measured, m2: null })).toMatch('not measured');
  });

  it('explains itself', () => {
    const answer = evaluateDuty(parseDuty('8.000 % MAX 2.800 EUR MTK'), 400_00, 'EUR', measured);
    if (!answer.known) throw new Error('it is known');
    expect(say(answer.formula, 'en')).toBe('8 % × 400.00 EUR = 32.00, at most 2.8 EUR × 6 m2 = 16.80');
    expect(say(answer.formula, 'fr')).toBe('8 % × 400.00 EUR = 32.00, au plus 2.8 EUR × 6 m² = 16.80');
    expect(say(answer.formula, 'ar')).toContain('على الأكثر');
  });

  it.each([
    ['1 % MIN 2 EUR', '1 % × 400.00 EUR = 4.00, at least 2 EUR'],
    ['0.3464 % MIN 33.58 EUR MAX 651.50 EUR', '0.3464 % × 400.00 EUR = 1.39, at least 33.58 EUR, at most 651.5 EUR'],
  ])('says of "%s" what is compared, and ends on no figure that is not the answer: %s', (text, expected) => {
    const answer = evaluateDuty(parseDuty(text), 400_00, 'EUR', measured);
    expect(answer.known && say(answer.formula, 'en')).toBe(expected);
  });
});
