import { flatWeave, fringe, pileWeave, sewSequins, type Loom } from './rug.weave.js';
import { cartoons, type Cartoon, type RugStyle } from './rug.motifs.js';
import { between, random, type Random } from './random.js';
import { castShadow, darken, emptyLayer, type Layer, type Picture } from './picture.js';
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
  const flat = style === 'zemmour' || style === 'handira';
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
  const colour = new Float32Array(3);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (surface(x, y, colour)) picture.rgb.set(colour, (y * picture.width + x) * 3);
    }
  }
  sewSequins(picture, woven, loom);
}

/** How much nearer a close view stands than the whole rug. */
const near = { detail: 3, back: 2.1 } as const;

/** A crop at three times the scale: each knot becomes a tuft one could count. */
export function rugDetail(seed: number, style: RugStyle, width: number): Picture {
  const woven = weave(seed, style, width);
  const height = Math.round(width * 1.25);
  // Whatever shows between two tufts is the shaded foot of the pile.
  const picture: Picture = { width, height, rgb: new Float32Array(width * height * 3).fill(96) };
  const loom = closeUp(woven, width, near.detail, seed);
  loom.x0 = (width - woven.grid.width * loom.knotWidth) / 2;
  loom.y0 = height / 2 - woven.grid.height * loom.knotHeight * 0.42;
  weaveInto(picture, woven, loom);
  return picture;
}

function closeUp(woven: Woven, width: number, times: number, seed: number): Loom {
  return { x0: 0, y0: 0, knotWidth: woven.knotWidth * times, knotHeight: woven.knotHeight * times, scale: (width / 1200) * times, seed };
}

/** A lower corner turned over, because an honest seller shows the knots. */
export function rugBack(seed: number, style: RugStyle, width: number): Picture {
  const woven = weave(seed, style, width);
  const picture = limewash(width, seed);
  const floor = picture.rgb.slice();
  const { height } = picture;
  const loom = closeUp(woven, width, near.back, seed);
  const k = loom.scale;
  // The rug's lower right corner lies here in the frame, before it is folded.
  const corner = [width * 1.04, height] as const;
  loom.x0 = corner[0] - woven.grid.width * loom.knotWidth;
  loom.y0 = corner[1] - woven.grid.height * loom.knotHeight;
  const fold = foldLine([corner[0], height * 0.4], [width * 0.12, corner[1]]);
  weaveInto(picture, woven, loom);

  const flap = turnedOver(picture, fold, corner, flatWeave(woven, loom, woven.pile > 0 ? 0.2 : 0.12), k);
  castShadow(picture, flap, { dx: -8 * k, dy: -3 * k, blur: 7 * k, strength: 0.6 });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const d = fold.side(x, y);
      const o = (y * width + x) * 3;
      if (d < 0) {
        picture.rgb.set(floor.subarray(o, o + 3), o);
        // The folded edge is as thick as the pile and stands off the floor.
        darken(picture, o, 0.5 * Math.exp(d / (10 * k)) + 0.16 * Math.exp(d / (46 * k)));
      } else if (flap.alpha[o / 3]) picture.rgb.set(flap.rgb.subarray(o, o + 3), o);
    }
  }
  return picture;
}

interface Fold {
  /** Direction across the fold, and the distance from it: positive on the side that stays put. */
  across: readonly [number, number];
  side: (x: number, y: number) => number;
}

function foldLine(a: readonly [number, number], b: readonly [number, number]): Fold {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const across = [(b[1] - a[1]) / length, -(b[0] - a[0]) / length] as const;
  const distance = (x: number, y: number): number => (x - a[0]) * across[0] + (y - a[1]) * across[1];
  return distance(0, 0) > 0 ? { across, side: distance } : { across: [-across[0], -across[1]], side: (x, y) => -distance(x, y) };
}

/** The corner that was beyond the fold, mirrored back over it with its underside up. */
function turnedOver(picture: Picture, fold: Fold, corner: readonly [number, number], back: ReturnType<typeof flatWeave>, k: number): Layer {
  const flap = emptyLayer(0, 0, picture.width, picture.height);
  const colour = new Float32Array(3);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const d = fold.side(x, y);
      if (d < 0) continue;
      const mx = x - 2 * d * fold.across[0];
      const my = y - 2 * d * fold.across[1];
      if (mx > corner[0] || my > corner[1] || !back(mx, my, colour)) continue;
      // The turn of the fold catches the light, then falls away.
      const roll = 1.04 - 0.42 * Math.exp(-d / (5 * k)) + 0.12 * Math.exp(-((d / k - 16) ** 2) / 160);
      const o = y * picture.width + x;
      flap.alpha[o] = 1;
      for (let c = 0; c < 3; c++) flap.rgb[o * 3 + c] = colour[c]! * roll;
    }
  }
  return flap;
}
