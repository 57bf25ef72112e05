import { pileWeave, flatWeave, fringe, type Loom } from './rug.weave.js';
import { cartoons, type Cartoon, type RugStyle } from './rug.motifs.js';
import { between, random, type Random } from './random.js';
import { castShadow, darken, emptyLayer, type Picture } from './picture.js';
import { limewash } from './wall.js';

export const rugStyles = Object.keys(cartoons) as RugStyle[];

interface Woven extends Cartoon {
  r: Random;
  /** Knots of a whole rug at this width of picture, so that every view shows the same piece. */
  knotWidth: number;
  knotHeight: number;
}

function weave(seed: number, style: RugStyle, width: number): Woven {
  const r = random(seed * 7919 + style.length * 131);
  const flat = style === 'zemmour';
  const knotWidth = ((flat ? 6.2 : 7) * width) / 1200;
  const knotHeight = ((flat ? 5.2 : 7) * width) / 1200;
  const columns = Math.round((width * between(r, 0.58, 0.66)) / knotWidth);
  const rows = Math.round((width * 1.25 * between(r, 0.73, 0.79)) / knotHeight);
  return { ...cartoons[style](columns, rows, r), r, knotWidth, knotHeight };
}

/** The whole rug, hung on the workshop wall. */
export function rugFront(seed: number, style: RugStyle, width: number): Picture {
  const woven = weave(seed, style, width);
  const picture = limewash(width, seed);
  const k = width / 1200;
  const w = woven.grid.width * woven.knotWidth;
  const h = woven.grid.height * woven.knotHeight;
  const loom: Loom = { x0: (width - w) / 2, y0: (picture.height - h) / 2, knotWidth: woven.knotWidth, knotHeight: woven.knotHeight, scale: k, seed };
  const body = emptyLayer(Math.round(loom.x0), Math.round(loom.y0 - 14 * k), Math.round(w), Math.round(h + 36 * k));
  body.alpha.fill(1);
  castShadow(picture, body, { dx: 7 * k, dy: 9 * k, blur: 9 * k, strength: 0.38 });
  castShadow(picture, body, { dx: 26 * k, dy: 30 * k, blur: 42 * k, strength: 0.22 });
  const right = loom.x0 + w;
  fringe(picture, [loom.x0, loom.y0 + 4 * k], [right, loom.y0 + 4 * k], -Math.PI / 2, woven.fringe, k, woven.r);
  fringe(picture, [loom.x0, loom.y0 + h - 4 * k], [right, loom.y0 + h - 4 * k], Math.PI / 2, woven.fringe, k, woven.r);
  weaveInto(picture, woven, loom);
  return picture;
}

function weaveInto(picture: Picture, woven: Woven, loom: Loom): void {
  if (woven.pile > 0) return pileWeave(picture, woven, loom, woven.r);
  const surface = flatWeave(woven, loom, 0);
  fillFlat(picture, surface, () => true);
}

function fillFlat(picture: Picture, surface: (x: number, y: number, out: Float32Array) => boolean, where: (x: number, y: number) => boolean): void {
  const colour = new Float32Array(3);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (!where(x, y) || !surface(x, y, colour)) continue;
      picture.rgb.set(colour, (y * picture.width + x) * 3);
    }
  }
}

const closer = 3;

/** A crop at three times the scale: each knot becomes a tuft one could count. */
export function rugDetail(seed: number, style: RugStyle, width: number): Picture {
  const woven = weave(seed, style, width);
  const picture: Picture = { width, height: Math.round(width * 1.25), rgb: new Float32Array(width * Math.round(width * 1.25) * 3) };
  const loom = close(woven, width, 0.5, 0.42, seed);
  weaveInto(picture, woven, loom);
  return picture;
}

/** Puts the point (u, v) of the rug in the middle of the frame. */
function close(woven: Woven, width: number, u: number, v: number, seed: number): Loom {
  const knotWidth = woven.knotWidth * closer;
  const knotHeight = woven.knotHeight * closer;
  const x0 = width / 2 - woven.grid.width * knotWidth * u;
  const y0 = (width * 1.25) / 2 - woven.grid.height * knotHeight * v;
  return { x0, y0, knotWidth, knotHeight, scale: (width / 1200) * closer, seed };
}

/** A lower corner turned over, because an honest seller shows the knots. */
export function rugBack(seed: number, style: RugStyle, width: number): Picture {
  const woven = weave(seed, style, width);
  const picture = limewash(width, seed);
  const { height } = picture;
  const k = (width / 1200) * closer;
  const loom = close(woven, width, 0, 0, seed);
  // The rug's lower right corner sits here in the frame, under the fold.
  const corner = [width * 1.04, height * 1.0] as const;
  loom.x0 = corner[0] - woven.grid.width * loom.knotWidth;
  loom.y0 = corner[1] - woven.grid.height * loom.knotHeight;
  const a = [corner[0], height * 0.4] as const;
  const b = [width * 0.12, corner[1]] as const;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const n = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length] as const;
  // Positive on the rug's side of the fold.
  const side = (x: number, y: number): number => (x - a[0]) * n[0] + (y - a[1]) * n[1];
  const sign = side(0, 0) > 0 ? 1 : -1;
  weaveInto(picture, woven, loom);

  const floor = limewash(width, seed + 1);
  const back = flatWeave(woven, loom, woven.pile > 0 ? 0.2 : 0.12);
  const colour = new Float32Array(3);
  const flap = emptyLayer(0, 0, width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const d = side(x, y) * sign;
      const o = y * width + x;
      if (d < 0) {
        for (let c = 0; c < 3; c++) picture.rgb[o * 3 + c] = floor.rgb[o * 3 + c]!;
        // The folded edge is as thick as the pile and stands off the floor.
        darken(picture, o * 3, 0.5 * Math.exp(d / (10 * k)) + 0.16 * Math.exp(d / (46 * k)));
        continue;
      }
      const mx = x - 2 * d * sign * n[0];
      const my = y - 2 * d * sign * n[1];
      if (mx > corner[0] || my > corner[1] || !back(mx, my, colour)) continue;
      // The turn of the fold catches the light, then falls away.
      const roll = 1.04 - 0.42 * Math.exp(-d / (5 * k)) + 0.12 * Math.exp(-((d / k - 16) ** 2) / 160);
      flap.alpha[o] = 1;
      for (let c = 0; c < 3; c++) flap.rgb[o * 3 + c] = colour[c]! * roll;
    }
  }
  castShadow(picture, flap, { dx: -8 * k, dy: -3 * k, blur: 7 * k, strength: 0.6 });
  for (let o = 0; o < width * height; o++) {
    if (flap.alpha[o]) picture.rgb.set(flap.rgb.subarray(o * 3, o * 3 + 3), o * 3);
    else if (side(o % width, Math.floor(o / width)) * sign < 0) restoreFloor(picture, floor, o, side(o % width, Math.floor(o / width)) * sign, k);
  }
  return picture;
}

/** The flap's shadow falls on the rug only; the floor keeps the shade of the fold. */
function restoreFloor(picture: Picture, floor: Picture, o: number, d: number, k: number): void {
  picture.rgb.set(floor.rgb.subarray(o * 3, o * 3 + 3), o * 3);
  darken(picture, o * 3, 0.5 * Math.exp(d / (10 * k)) + 0.16 * Math.exp(d / (46 * k)));
}
