import { createHash } from 'node:crypto';

/** The id of something in the demo world, made from its name (UUID version 8, RFC 9562 §5.8), so that loading it again is the same write. */
export function demoId(kind: string, key: string): string {
  const hex = createHash('sha256').update(`dar-sanaa demo\n${kind}\n${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
