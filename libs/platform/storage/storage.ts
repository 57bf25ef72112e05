import type { Readable } from 'node:stream';

/** Where files lie. Keys are ours (`photographs/<id>/640.webp`): lower case, no names a person typed. */
export abstract class Storage {
  /** Writes whole or not at all; the same key again replaces. Answers the SHA-256 in hex and the size. */
  abstract put(key: string, bytes: Buffer, contentType: string): Promise<{ sha256: string; size: number }>;
  abstract get(key: string): Promise<Buffer>;
  abstract stream(key: string): Promise<Readable>;
  abstract exists(key: string): Promise<boolean>;
  abstract remove(key: string): Promise<void>;
}

const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

export function checkKey(key: string): string {
  if (!KEY.test(key) || key.includes('..') || key.length > 300) throw new RangeError(`not a storage key: ${key.slice(0, 80)}`);
  return key;
}
