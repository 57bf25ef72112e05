import { Resvg } from '@resvg/resvg-js';
import type { Layer } from './picture.js';

/** Draws an SVG body in a `width` by `height` box of user units, `scale` pixels to the unit. */
export function rasterise(body: string, width: number, height: number, scale = 1, fontFiles: string[] = []): Layer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: Math.round(width * scale) }, font: { loadSystemFonts: false, fontFiles } }).render();
  const { width: w, height: h, pixels } = image;
  const rgb = new Float32Array(w * h * 3);
  const alpha = new Float32Array(w * h);
  for (let i = 0; i < w * h; i++) {
    const a = pixels[i * 4 + 3]! / 255;
    alpha[i] = a;
    if (a === 0) continue;
    // resvg hands back premultiplied colour.
    for (let c = 0; c < 3; c++) rgb[i * 3 + c] = pixels[i * 4 + c]! / a;
  }
  return { x: 0, y: 0, width: w, height: h, rgb, alpha };
}

export type Point = readonly [number, number];

export const path = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`;

export const polar = (cx: number, cy: number, radius: number, angle: number): Point => [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];

/** A star with `points` tips, which is also a rosette, a rowel or a cog depending on `inner`. */
export function star(cx: number, cy: number, outer: number, inner: number, points: number, turn = 0): string {
  return path(Array.from({ length: points * 2 }, (_, i) => polar(cx, cy, i % 2 ? inner : outer, turn + (i * Math.PI) / points)));
}
