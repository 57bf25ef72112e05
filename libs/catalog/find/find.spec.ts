import fc from 'fast-check';
import { bandValue, BANDS, conditions, type Filter } from './filter.js';
import { Recent } from './recent.js';
import { beginnings, searchable, sought, stem } from './search-words.js';

describe('search words', () => {
  it.each([
    ['rugs', 'rug'],
    ['tapis', 'tapi'],
    ['tapi', 'tapi'],
    ['bois', 'boi'],
    ['الزرابي', 'زرابي'],
    ['والفخار', 'فخار'],
    ['زربيه', 'زربيه'],
    ['570110', '570110'],
  ])('%s is looked for as %s', (word, expected) => expect(stem(word)).toBe(expected));

  it('find a piece under each way of writing it', () => {
    const words = searchable(['Béni Ouraïn RUG', 'زَرْبِيَّة الأطلس', null]);
    for (const typed of ['beni', 'rugs', 'زربية', 'الأطلس', 'اطلس']) {
      for (const word of sought(typed)) expect(words.some((known) => known.startsWith(word))).toBe(true);
    }
  });

  it('never let anything but letters and digits reach the query, and at most eight words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (typed) => {
        const words = sought(typed);
        expect(words.length).toBeLessThanOrEqual(8);
        expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true);
        expect(beginnings(words)).toMatch(/^(?:'[\p{L}\p{N}]+':\*(?: & |$))*$/u);
      }),
    );
  });
});

describe('a filter', () => {
  const none: Filter = { words: [], branch: [], region: [], material: [], priceMin: null, priceMax: null, certified: null, maker: null };

  it('that narrows nothing has no condition and no parameter', () => {
    const { sql, params } = conditions(none, '2026-11-24', '', 3);
    expect(Object.values(sql).every((part) => part === null)).toBe(true);
    expect(params).toEqual([]);
  });

  it('binds every value it was given and writes none into the statement', () => {
    const hostile = `x'); drop table catalog.product; --`;
    const { sql, params } = conditions({ ...none, branch: [hostile], region: [hostile], material: [hostile], priceMin: 1, certified: true }, '2026-11-24', '', 3);
    expect(JSON.stringify(sql)).not.toContain('drop table');
    expect(params).toEqual([hostile, hostile, [hostile], 1, Number.MAX_SAFE_INTEGER, '2026-11-24']);
  });

  it('has bands that meet without a gap', () => expect(BANDS.map((_, i) => bandValue(i))).toEqual(['0-49999', '50000-99999', '100000-249999', '250000-499999', '500000-999999', '1000000-']));
});

describe('recent answers', () => {
  it('are computed once for all who ask within their time, again after it, and again after a failure', async () => {
    const recent = new Recent<number>(1000, 2);
    let calls = 0;
    const compute = async (): Promise<number> => ++calls;
    expect(await Promise.all([recent.get('a', 0, compute), recent.get('a', 999, compute)])).toEqual([1, 1]);
    expect(await recent.get('a', 1000, compute)).toBe(2);
    await expect(recent.get('b', 0, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await recent.get('b', 1, compute)).toBe(3);
    await recent.get('c', 1, compute);
    expect(await recent.get('a', 1001, compute)).toBe(5);
  });
});
