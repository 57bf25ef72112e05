import { clamp, mix, rgb, smooth, type Rgb } from './colour.js';
import { coarseFbm, hash, noise } from './noise.js';
import type { Picture } from './picture.js';
import { between, pick, random } from './random.js';

/** Limes one finds in the medinas: bone, sand, a grey green, a rose, a washed blue. None competes with the piece. */
export const limes = {
  bone: '#ebe4d6', sand: '#e6dac6', sage: '#d6d9cd', rose: '#ead9cd', haze: '#d3d9dc',
  ochre: '#d9b48a', indigo: '#2b3a66', clay: '#b9735a', moss: '#5d6a54', night: '#3a332e',
} as const;
export type Lime = keyof typeof limes;

const quiet: readonly Lime[] = ['bone', 'bone', 'sand', 'sage', 'rose', 'haze'];

export interface WallOptions {
  lime?: Lime | undefined;
  /** Height of a plaster ledge the piece stands on, as a share of the frame; none when the piece hangs or lies. */
  ledge?: number;
  /** How much of the daylight is left: 1 by day, lower for a lamp. */
  daylight?: number;
}

/** Light on limewash: brushed lime, a window somewhere to the left, and nothing else. */
export function limewash(width: number, seed: number, { lime, ledge, daylight = 1 }: WallOptions = {}): Picture {
  const height = Math.round(width * 1.25);
  const r = random(seed * 31 + 7);
  const tone = rgb(limes[lime ?? pick(r, quiet)]);
  const slope = between(r, 0.35, 0.6);
  const edge = between(r, 0.55, 0.8);
  const picture: Picture = { width, height, rgb: new Float32Array(width * height * 3) };
  const cloud = coarseFbm(width, height, width / 6, width / 7, seed);
  const brush = coarseFbm(width, height, width / 60, width / 26, seed + 11, 4);
  const shelf = ledge === undefined ? height * 2 : height * ledge;
  const top = mix(tone, [246, 240, 228], lime === undefined || limeIsPale(tone) ? 0.45 : 0.2);
  const k = width / 960;
  for (let y = 0; y < height; y++) {
    const onShelf = smooth(shelf - 1.2 * k, shelf + 1.2 * k, y);
    // The wall darkens just above the ledge, where the two planes shade one another.
    const corner = 1 - 0.13 * Math.exp(-Math.max(0, shelf - y) / (26 * k)) * (1 - onShelf);
    const depth = clamp((y - shelf) / Math.max(1, height - shelf));
    for (let x = 0; x < width; x++) {
      const beam = smooth(edge + 0.22, edge - 0.22, x / width + (y / height - 0.5) * slope);
      const fibre = noise(x / (2.2 * k), y / (2.6 * k), seed + 23) - 0.5;
      const unevenness = (cloud(x, y) - 0.5) * 0.07 + (brush(x, y) - 0.5) * 0.04 + fibre * 0.014 + (hash(x, y, seed) - 0.5) * 0.012;
      const wallLight = (0.95 + 0.12 * beam - (0.05 * y) / height + unevenness) * corner;
      const shelfLight = 1 + 0.05 * beam - depth * 0.09 + unevenness * 0.6;
      const light = (wallLight * (1 - onShelf) + shelfLight * onShelf) * daylight;
      const o = (y * width + x) * 3;
      // Sun is a little warmer than shade.
      const warm = (beam - 0.5) * 0.03;
      for (let c = 0; c < 3; c++) picture.rgb[o + c] = (tone[c]! * (1 - onShelf) + top[c]! * onShelf) * light * (1 + warm * (1 - c));
    }
  }
  return picture;
}

const limeIsPale = (tone: Rgb): boolean => tone[0] + tone[1] + tone[2] > 540;

/** The shadow a standing piece drops on its ledge: tight and dark where it touches, long and faint away from the window. */
export function groundShadow(picture: Picture, cx: number, cy: number, rx: number, ry: number, strength = 1): void {
  const { width, height } = picture;
  const x1 = Math.min(width, Math.ceil(cx + rx * 4));
  const y1 = Math.min(height, Math.ceil(cy + ry * 5));
  for (let y = Math.max(0, Math.floor(cy - ry * 3)); y < y1; y++) {
    for (let x = Math.max(0, Math.floor(cx - rx * 2)); x < x1; x++) {
      const touch = Math.exp(-(Math.max(0, Math.hypot((x - cx - rx * 0.03) / (rx * 1.01), (y - cy) / (ry * 1.02)) - 0.97) ** 2) / 0.006);
      const long = Math.exp(-(Math.max(0, Math.hypot((x - cx - rx * 0.75) / (rx * 1.6), (y - cy - ry * 0.1) / (ry * 1.15)) - 0.35) ** 2) / 0.22);
      const a = 1 - (1 - 0.5 * strength * touch) * (1 - 0.34 * strength * long);
      if (a < 0.003) continue;
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) picture.rgb[o + c] = picture.rgb[o + c]! * (1 - a * (1 + 0.02 * c));
    }
  }
}
