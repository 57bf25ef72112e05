import fc from 'fast-check';
import { encodeList, isSet, LIST_BITS } from './status-list.js';

describe('the list of withdrawals', () => {
  it('reads the empty list of the standard’s own example, and writes its bits from the left', async () => {
    // Bitstring Status List v1.0, example of a BitstringStatusListCredential.
    expect(isSet('uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA', 94_567)).toBe(false);
    const { gunzipSync } = await import('node:zlib');
    const bytes = gunzipSync(Buffer.from(encodeList([0, 15, LIST_BITS - 1]).slice(1), 'base64url'));
    expect([bytes.length, bytes[0], bytes[1], bytes.at(-1)]).toEqual([16_384, 0b1000_0000, 0b0000_0001, 0b0000_0001]);
  });

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
    expect(() => isSet(`u${gzipSync(Buffer.alloc(LIST_BITS / 8 - 1)).toString('base64url')}`, 0)).toThrow('shorter than the standard allows');
    expect(() => isSet(`u${gzipSync(Buffer.alloc(50_000_000)).toString('base64url')}`, 0)).toThrow();
  });
});
