import fc from 'fast-check';
import { CARPET_GRADES, gradeOf, isWithin, knotsPerM2, type CarpetCount, type CarpetGrade, type GradeRow } from './carpet-grade.js';
import { GRADES } from '../migrations/checklists.js';

const TABLE = GRADES.map(
  ([family, grade, minKnotsPerM2, minKnotsWidth, minKnotsHeight, overKnotsPerM2, overWarpsPerDm, overWeftsPerCm, overGramsPerM2]) =>
    ({ family, grade, minKnotsPerM2, minKnotsWidth, minKnotsHeight, overKnotsPerM2, overWarpsPerDm, overWeftsPerCm, overGramsPerM2 }) as GradeRow,
);
const FAMILIES = [...new Set(TABLE.map((row) => row.family))];
const count = (knotsWidth: number, knotsHeight: number, more: Partial<CarpetCount> = {}): CarpetCount => ({ knotsWidth, knotsHeight, warpsPerDm: null, weftsPerCm: null, gramsPerM2: null, ...more });
const rank = (grade: CarpetGrade | null): number => (grade === null ? -1 : CARPET_GRADES.indexOf(grade));

describe('the grade of a carpet', () => {
  it('counts 30 by 30 knots a decimetre as 90,000 a square metre, and 20 by 20 as 40,000', () => {
    // Cross-checked with the Chantréaux archive (e-mediatheque.mmsh.univ-aix.fr), checked 2026-11-24.
    expect(knotsPerM2({ knotsWidth: 30, knotsHeight: 30 })).toBe(90_000);
    expect(knotsPerM2({ knotsWidth: 20, knotsHeight: 20 })).toBe(40_000);
  });

  it('is a whole number of knots, whatever mean was counted', () => {
    expect(knotsPerM2({ knotsWidth: 20.1, knotsHeight: 20.1 })).toBe(40_401);
    fc.assert(fc.property(fc.double({ min: 5, max: 120, noNaN: true }), fc.double({ min: 4, max: 120, noNaN: true }), (knotsWidth, knotsHeight) => Number.isInteger(knotsPerM2({ knotsWidth, knotsHeight }))));
  });

  it.each<[string, number, number]>([['middle-atlas', 14, 20], ['marmoucha-zayane', 16, 20], ['haouz-chichaoua', 12, 15], ['high-atlas', 20, 25]])('of %s begins at %d knots of width and 7 of height, and is courante to the end of its row', (family, from, to) => {
    const tall = family === 'middle-atlas' || family === 'marmoucha-zayane' ? 20 : 16;
    expect([gradeOf(family, count(from - 1, 7), TABLE), gradeOf(family, count(from, 6), TABLE), gradeOf(family, count(from, 7), TABLE), gradeOf(family, count(to, tall), TABLE)]).toEqual([null, null, 'courante', 'courante']);
  });

  it.each<[number, CarpetGrade | null]>([[499, null], [500, 'courante'], [699, 'courante'], [700, 'moyenne'], [899, 'moyenne'], [900, 'superieure'], [1599, 'superieure'], [1600, 'extra_superieure']])('of a city carpet of %d knots a square decimetre is %s', (knots, grade) => expect(gradeOf('city', count(knots / 10, 10), TABLE)).toBe(grade));

  it.each<CarpetCount>([count(21, 20), count(14, 7, { warpsPerDm: 51 }), count(14, 7, { weftsPerCm: 11 }), count(14, 7, { gramsPerM2: 3_001 })])('of a rural carpet is supérieure by any one of four: %j', (one) => expect(gradeOf('middle-atlas', one, TABLE)).toBe('superieure'));

  it.each<[string, CarpetCount, CarpetGrade | null]>([
    ['city', count(22, 22), null],
    ['city', count(25, 20), 'courante'],
    ['city', count(28, 25), 'moyenne'],
    ['city', count(30, 30), 'superieure'],
    ['city', count(40, 40), 'extra_superieure'],
    ['middle-atlas', count(13, 20), null],
    ['middle-atlas', count(14, 7), 'courante'],
    ['middle-atlas', count(20, 20), 'courante'],
    ['middle-atlas', count(21, 20), 'superieure'],
    ['middle-atlas', count(14, 7, { gramsPerM2: 3_001 }), 'superieure'],
    ['middle-atlas', count(14, 7, { gramsPerM2: 3_000, warpsPerDm: 50, weftsPerCm: 10 }), 'courante'],
    ['marmoucha-zayane', count(15, 10), null],
    ['haouz-chichaoua', count(12, 7), 'courante'],
    ['high-atlas', count(20, 7), 'courante'],
    ['flatwoven', count(40, 40), null],
  ])('in the family %s, %j, is %s', (family, knots, grade) => {
    expect(gradeOf(family, knots, TABLE)).toBe(grade);
  });

  it('never falls when knots or threads are added', () => {
    const natural = fc.integer({ min: 1, max: 120 });
    const optional = fc.option(fc.integer({ min: 1, max: 5000 }));
    fc.assert(
      fc.property(fc.constantFrom(...FAMILIES), natural, natural, fc.nat(20), fc.nat(20), optional, fc.nat(500), (family, w, h, moreW, moreH, grams, moreGrams) => {
        const less = gradeOf(family, count(w, h, { gramsPerM2: grams }), TABLE);
        const more = gradeOf(family, count(w + moreW, h + moreH, { gramsPerM2: grams === null ? null : grams + moreGrams }), TABLE);
        expect(rank(more)).toBeGreaterThanOrEqual(rank(less));
      }),
      { numRuns: 1000 },
    );
  });

  it('allows a modest claim and no boast', () => {
    expect(isWithin('courante', 'moyenne')).toBe(true);
    expect(isWithin('superieure', 'moyenne')).toBe(false);
    expect(isWithin('courante', null)).toBe(false);
  });
});
