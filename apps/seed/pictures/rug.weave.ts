import { rgb, type Rgb } from './colour.js';
import { hash, noise, coarseFbm } from './noise.js';
import type { Picture } from './picture.js';
import type { Random } from './random.js';
import { wools, type Wool } from './rug.grid.js';
import type { Cartoon } from './rug.motifs.js';

// Named once, as in noise.ts: a rug is some millions of short strokes.
const { abs, cos, max, min, sin } = Math;

const dyes = Object.fromEntries(Object.entries(wools).map(([name, hex]) => [name, rgb(hex)])) as Record<Wool, Rgb>;

/** Where the grid lies on the picture, and how large one knot is there. */
export interface Loom {
  x0: number;
  y0: number;
  knotWidth: number;
  knotHeight: number;
  /** Pixels per pixel of a 1200-wide whole rug: 3 or so for a close view. */
  scale: number;
  seed: number;
}

/** One strand of yarn, drawn from root to tip: dark where it is buried, light at the end. */
function strand(picture: Picture, r: Random, x: number, y: number, angle: number, length: number, dye: Rgb, light: number, width: number, bend: number): void {
  const { width: w, height: h, rgb: out } = picture;
  let a = angle;
  const turn = (r() - 0.5) * bend;
  const step = 0.9;
  for (let t = 0; t < length; t += step) {
    const u = t / length;
    const ca = cos(a);
    const sa = sin(a);
    const half = max(width * (1 - u * 0.5), 0.6);
    for (let o = -half; o <= half; o += 0.95) {
      const i = (x - sa * o) | 0;
      const j = (y + ca * o) | 0;
      if (i < 0 || j < 0 || i >= w || j >= h) continue;
      const s = light * (0.74 + 0.4 * u) * (1 - (0.16 * o) / half);
      const p = (j * w + i) * 3;
      // Shaded wool turns warm rather than grey.
      out[p] = out[p]! * 0.08 + dye[0] * s * (1.03 - 0.03 * s) * 0.92;
      out[p + 1] = out[p + 1]! * 0.08 + dye[1] * s * 0.92;
      out[p + 2] = out[p + 2]! * 0.08 + dye[2] * s * (0.86 + 0.14 * s) * 0.92;
    }
    x += ca * step;
    y += sa * step;
    a += turn;
  }
}

/** Uneven dye lots, row by row: what a dealer calls abrash and a buyer calls alive. */
const abrash = (row: number, seed: number): number => (noise(row / 16, 3, seed) - 0.5) * 0.2 + (hash(row, 1, seed) - 0.5) * 0.05;

export function pileWeave(picture: Picture, { grid, pile }: Cartoon, loom: Loom, r: Random): void {
  const { x0, y0, knotWidth: kw, knotHeight: kh, scale: k, seed } = loom;
  const flow = coarseFbm(grid.width, grid.height, 17, 17, seed + 12, 2);
  const patches = coarseFbm(grid.width, grid.height, 26, 26, seed + 4, 2);
  // A close view needs more strands, not only larger ones.
  const strands = k > 1.6 ? 15 : 8;
  const thick = k > 1.6 ? 0.62 : 0.95;
  for (let j = 0; j < grid.height; j++) {
    const y = y0 + j * kh;
    if (y < -kh * 6 || y > picture.height + kh) continue;
    const row = abrash(j, seed);
    const sway = (noise(j / 22, 8, seed) - 0.5) * 9 * k;
    for (let i = 0; i < grid.width; i++) {
      const wool = grid.at(i, j);
      const x = x0 + i * kw + sway + (noise(i / 30, j / 40, seed + 3) - 0.5) * 5 * k;
      if (x < -kw * 3 || x > picture.width + kw * 2) continue;
      const top = y + (noise(i / 14, j / 30, seed + 6) - 0.5) * 5 * k;
      const light = 1.1 + row * (wool === 'ivory' ? 0.5 : 1.1) + (hash(i, j, seed) - 0.5) * 0.12 + (patches(i, j) - 0.5) * 0.22;
      const fall = Math.PI / 2 + (flow(i, j) - 0.5) * 1.9 * pile;
      const across = 1.05 - (0.13 * i) / grid.width;
      for (let q = 0; q < strands; q++) {
        strand(
          picture, r, x + r() * kw * 1.1, top + r() * kh * 0.9 - 3 * k, fall + (r() - 0.5) * (0.5 + pile * 0.5),
          (7 + 7 * pile * (0.5 + r())) * k, dyes[wool], light * across * (0.88 + r() * 0.26), (thick + 0.35 * r()) * k, 0.09 / k,
        );
      }
    }
  }
}

/** A flat surface of ribs or knots, read point by point so that it can also be seen folded over. */
export function flatWeave({ grid }: Cartoon, loom: Loom, muted: number): (x: number, y: number, out: Float32Array) => boolean {
  const { x0, y0, knotWidth: kw, knotHeight: kh, scale: k, seed } = loom;
  const bone = dyes.bone;
  return (x, y, out) => {
    const sway = (noise((y - y0) / kh / 22, 8, seed) - 0.5) * 9 * k;
    const gx = (x - x0 - sway - (noise((x - x0) / kw / 30, (y - y0) / kh / 40, seed + 3) - 0.5) * 4 * k) / kw;
    const gy = (y - y0 - (noise((x - x0) / kw / 14, (y - y0) / kh / 30, seed + 6) - 0.5) * 5 * k) / kh;
    const i = Math.floor(gx);
    const j = Math.floor(gy);
    if (i < 0 || j < 0 || i >= grid.width || j >= grid.height) return false;
    const u = gx - i;
    const v = gy - j;
    const along = abs(((u + (j & 1) * 0.5) % 1) - 0.5) * 2;
    // The front of a flat weave shows one long rib; the back of a pile rug shows two small bumps a knot.
    const bump = muted ? 1.04 - 0.3 * (abs(((u * 2) % 1) - 0.5) * 2) ** 3 - 0.34 * (2 * v - 0.9) ** 2 : 1 - 0.32 * along * along - 0.62 * (v - 0.42) ** 2 * 2;
    const twist = muted ? 0.06 * sin((u * 2 + v * 1.4) * 9) : 0.05 * sin((u + v * 0.8) * 11);
    const light = ((muted ? 1 : 1.13) + abrash(j, seed) + (hash(i, j, seed) - 0.5) * 0.12) * (bump + twist) * (1.05 - (0.13 * gx) / grid.width);
    const dye = dyes[grid.at(i, j)];
    // Between two rows of knots the undyed weft comes through.
    const weft = muted && v > 0.86 ? 0.55 : muted;
    const grain = 0.95 + hash(x | 0, y | 0, seed) * 0.1;
    for (let c = 0; c < 3; c++) out[c] = (dye[c]! * (1 - weft) + bone[c]! * weft) * light * grain;
    return true;
  };
}

/** Mirrors the size of a fingernail. Each hangs a little its own way, so a few of them catch the window. */
export function sewSequins(picture: Picture, { sequins = [] }: Cartoon, loom: Loom): void {
  const radius = loom.knotWidth * 1.05;
  for (const [column, row] of sequins) {
    const cx = loom.x0 + (column + 0.5) * loom.knotWidth + (noise(row / 22, 8, loom.seed) - 0.5) * 9 * loom.scale;
    const cy = loom.y0 + (row + 0.5) * loom.knotHeight;
    const tone = hash(column, row, loom.seed + 31);
    const gleam = tone > 0.84 ? 1.5 : 0.84 + tone * 0.34;
    for (let y = Math.floor(cy - radius); y <= cy + radius * 1.6; y++) {
      for (let x = Math.floor(cx - radius); x <= cx + radius * 1.6; x++) {
        if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) continue;
        const d = Math.hypot(x - cx, y - cy) / radius;
        const o = (y * picture.width + x) * 3;
        const cover = min(1, max(0, (1 - d) * radius + 0.5));
        const shadow = min(1, max(0, (1.05 - Math.hypot(x - cx - radius * 0.28, y - cy - radius * 0.34) / radius) * radius)) * 0.45;
        const slant = gleam * (1 - 0.28 * ((x - cx + y - cy) / radius)) * (d < 0.2 ? 0.6 : 1);
        for (let c = 0; c < 3; c++) picture.rgb[o + c] = picture.rgb[o + c]! * (1 - shadow) * (1 - cover) + [214, 208, 194][c]! * slant * cover;
      }
    }
  }
}

/** Warp ends, knotted off in bunches. `angle` points away from the rug. */
export function fringe(picture: Picture, from: readonly [number, number], to: readonly [number, number], angle: number, wool: Wool, k: number, r: Random): void {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const bunches = max(1, Math.round(length / (20 * k)));
  for (let n = 0; n < bunches; n++) {
    const t = (n + 0.5) / bunches;
    const x = from[0] + (to[0] - from[0]) * t;
    const y = from[1] + (to[1] - from[1]) * t;
    const long = (32 + r() * 16) * k;
    const sway = (r() - 0.5) * 0.26;
    for (let q = 0; q < 12; q++) {
      const spread = (r() - 0.5) * 9 * k;
      strand(picture, r, x + spread * sin(angle), y + spread * cos(angle), angle + sway + (r() - 0.5) * 0.2, long * (0.75 + r() * 0.4), dyes[wool], 0.76 + r() * 0.24, 1.1 * k, 0.03 / k);
    }
  }
}
