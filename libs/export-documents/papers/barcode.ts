import bwip from 'bwip-js/node';
import type { Code } from './sheet.js';

/** Code 128 of a postal identifier (UPU S10 prints it below in figures too): widths of bars and spaces, in turn, from the first bar. */
export function code128(text: string): Code {
  const [drawn] = bwip.raw({ bcid: 'code128', text });
  if (!drawn || !('sbs' in drawn)) throw new Error('a Code 128 has bars');
  let x = 0;
  const bars: [number, number, number][] = [];
  drawn.sbs.forEach((width, i) => {
    if (i % 2 === 0) bars.push([x, 0, width]);
    x += width;
  });
  return { kind: 'bars', width: x, height: 1, dark: bars, text };
}

/** A QR code as its dark runs: column, row, length. */
export function qrCode(text: string): Code {
  const [drawn] = bwip.raw({ bcid: 'qrcode', text, eclevel: 'M' } as { bcid: string; text: string });
  if (!drawn || !('pixs' in drawn)) throw new Error('a QR code has modules');
  const dark: [number, number, number][] = [];
  for (let y = 0; y < drawn.pixy; y++) {
    for (let x = 0; x < drawn.pixx; x++) {
      if (drawn.pixs[y * drawn.pixx + x] === 0) continue;
      const start = x;
      while (x + 1 < drawn.pixx && drawn.pixs[y * drawn.pixx + x + 1] === 1) x++;
      dark.push([start, y, x - start + 1]);
    }
  }
  return { kind: 'square', width: drawn.pixx, height: drawn.pixy, dark, text };
}
