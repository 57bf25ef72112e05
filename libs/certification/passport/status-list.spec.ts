import fc from 'fast-check';
import { encodeList, isSet, LIST_BITS } from './status-list.js';

describe('the list of withdrawals', () => {
  it('answers for each place what was put there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(LIST_BITS - 1), { maxLength: 20 }), fc.nat(LIST_BITS - 1), (set, asked) => {
        const list = encodeList(set);
        expect(set.every((bit) => isSet(list, bit))).toBe(true);
        expect(isSet(list, asked)).toBe(set.includes(asked));
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a place it does not have, and a list that is none or would fill the memory', async () => {
    const { gzipSync } = await import('node:zlib');
    expect(() => isSet(encodeList([]), LIST_BITS)).toThrow(RangeError);
    expect(() => isSet('x', 0)).toThrow(RangeError);
    expect(() => isSet(`u${gzipSync(Buffer.alloc(50_000_000)).toString('base64url')}`, 0)).toThrow();
  });
});
