import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * The list of withdrawn passports as one bit each (W3C Bitstring Status List v1.0, 2025). 131,072 bits is the least
 * the standard allows, so that asking for the list does not tell which passport is being checked.
 */
export const LIST_BITS = 131_072;
const MOST_BYTES = 1024 * 1024;

export function encodeList(setBits: Iterable<number>): string {
  const bytes = Buffer.alloc(LIST_BITS / 8);
  for (const bit of setBits) bytes[bit >> 3]! |= 0x80 >> (bit & 7);
  return `u${gzipSync(bytes).toString('base64url')}`;
}

export function isSet(encodedList: string, bit: number): boolean {
  if (!encodedList.startsWith('u')) throw new RangeError('not a multibase base64url list');
  const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: MOST_BYTES });
  // A shorter one would say of whom it speaks (STATUS_LIST_LENGTH_ERROR of the standard).
  if (bytes.length * 8 < LIST_BITS) throw new RangeError('the list is shorter than the standard allows');
  const byte = bytes[bit >> 3];
  if (byte === undefined || bit < 0) throw new RangeError('no such place in the list');
  return (byte & (0x80 >> (bit & 7))) !== 0;
}
