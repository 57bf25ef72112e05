import { clamp, rgb, smooth } from './colour.js';
import { sweep, turn, type Profile, type Spot } from './lathe.js';
import { wrapped } from './noise.js';
import { castShadow, lay, type Layer, type Picture } from './picture.js';
import { glazes, paint, unwrapped, type Town } from './pottery.decor.js';
import { between, random, type Random } from './random.js';
import { groundShadow, limewash } from './wall.js';

interface Shape {
  tilt: number;
  profile: Profile;
  /** Painted stretch of the profile; open pieces are painted inside as well. */
  from: number;
  to: number;
  open: boolean;
  /** Share of the frame's width and height the piece may take. */
  wide: number;
  tall: number;
}

const shapes = {
  vase: (r: Random): Shape => {
    const belly = between(r, 0.56, 0.66);
    const neck = between(r, 0.17, 0.23);
    return { tilt: 0.2, from: 0.13, to: 0.72, open: false, wide: 0.62, tall: 0.62, profile: [[0, 0], [0.3, 0], [0.35, 0.03], [belly * 0.88, 0.35], [belly, 0.72], [0.5, 1.05], [0.26, 1.3], [neck, 1.48], [0.27, 1.68], [0.33, 1.74], [0.3, 1.72], [neck * 0.9, 1.5], [neck * 0.9, 1.2]] };
  },
  jar: (r: Random): Shape => {
    const belly = between(r, 0.7, 0.8);
    return { tilt: 0.26, from: 0.14, to: 0.74, open: false, wide: 0.66, tall: 0.6, profile: [[0, 0], [0.38, 0], [0.42, 0.03], [0.62, 0.3], [belly, 0.62], [0.7, 0.95], [0.5, 1.16], [0.42, 1.24], [0.44, 1.34], [0.48, 1.37], [0.45, 1.36], [0.38, 1.24], [0.4, 1.0]] };
  },
  bowl: (): Shape => ({ tilt: 0.5, from: 0.17, to: 0.95, open: true, wide: 0.72, tall: 0.6, profile: [[0, 0], [0.3, 0], [0.34, 0.06], [0.36, 0.1], [0.62, 0.26], [0.86, 0.55], [0.96, 0.82], [0.985, 0.86], [0.95, 0.85], [0.82, 0.56], [0.58, 0.3], [0.3, 0.16], [0, 0.12]] }),
  plate: (): Shape => ({ tilt: 1.38, from: 0.36, to: 0.985, open: true, wide: 0.76, tall: 0.66, profile: [[0.4, -0.02], [0.7, 0.02], [1.08, 0.12], [1.12, 0.14], [1.1, 0.155], [0.98, 0.12], [0.8, 0.08], [0.7, 0.03], [0.4, 0.01], [0.2, 0], [0, 0]] }),
  tagine: (): Shape => ({ tilt: 0.28, from: 0.17, to: 0.8, open: false, wide: 0.72, tall: 0.62, profile: [[0, 0], [0.6, 0], [0.66, 0.04], [0.88, 0.2], [0.96, 0.3], [0.97, 0.35], [0.9, 0.37], [0.86, 0.38], [0.84, 0.42], [0.7, 0.62], [0.52, 0.86], [0.34, 1.12], [0.2, 1.34], [0.13, 1.46], [0.2, 1.52], [0.22, 1.6], [0.14, 1.67], [0, 1.69]] }),
} as const;
export type PotShape = keyof typeof shapes;

export const potteryStyles = (Object.keys(shapes) as PotShape[]).flatMap((shape) => (Object.keys(glazes) as Town[]).map((town) => `${shape}-${town}` as const));

const ledge = 0.7;

export function pottery(seed: number, style: string, width: number): Picture {
  const [kind, town] = style.split('-') as [PotShape, Town];
  const r = random(seed * 6151 + style.length * 977);
  const shape = shapes[kind](r);
  const glaze = glazes[town];
  const flat = kind === 'plate';
  const picture = limewash(width, seed, flat ? {} : { ledge });
  const { height } = picture;
  const rings = sweep(shape.profile);
  const widest = Math.max(...rings.radius);
  const tallest = Math.max(...rings.height);
  const ct = Math.cos(shape.tilt);
  const st = Math.sin(shape.tilt);
  const foot = shape.profile[2]![0];
  const scale = Math.min((width * shape.wide) / (2 * widest), (height * shape.tall) / (tallest * ct + (widest + foot) * st));
  const base = flat ? height * 0.5 : height * 0.8 - foot * st * scale * 0.4;
  const piece = { profile: shape.profile, tilt: shape.tilt, scale, cx: width / 2, base };

  let length = 0;
  for (let i = 1; i < shape.profile.length; i++) length += Math.hypot(shape.profile[i]![0] - shape.profile[i - 1]![0], shape.profile[i]![1] - shape.profile[i - 1]![1]);
  const girth = (v: number): number => rings.radius[nearest(rings.v, v)]!;
  const painted = glaze.finish === 'running' ? undefined : paint(r, glaze, shape.from, shape.to, length, girth);
  const layer = turn(piece, glazed(seed, painted, glaze, { open: shape.open, hollow: kind === 'vase' || kind === 'jar', flat, widest, tallest, lip: rings.v[rings.height.indexOf(tallest)]! }));

  const k = width / 960;
  if (flat) {
    lay(picture, layer, [{ dx: 6 * k, dy: 8 * k, blur: 8 * k, strength: 0.4 }, { dx: 30 * k, dy: 34 * k, blur: 40 * k, strength: 0.3 }]);
    return picture;
  }
  castShadow(picture, layer, { dx: 120 * k, dy: 26 * k, blur: 44 * k, strength: 0.16 }, Math.round(height * ledge));
  groundShadow(picture, width / 2, base, foot * scale * 1.02, Math.max(foot * scale * Math.max(st, 0.2), 8), 1);
  lay(picture, layer);
  return picture;
}

function nearest(values: Float32Array, v: number): number {
  let i = 0;
  while (i < values.length - 1 && values[i]! < v) i++;
  return i;
}

interface Form { open: boolean; hollow: boolean; flat: boolean; widest: number; tallest: number; lip: number }

/** Clay under glass: the painted colour, a soft window light, the window itself mirrored once, and the wall at the rim. */
function glazed(seed: number, painted: Layer | undefined, glaze: (typeof glazes)[Town], form: Form): (spot: Spot) => void {
  const ground = rgb(glaze.ground);
  const light = [-0.55, 0.6, 0.58] as const;
  const matte = glaze.finish === 'matte';
  return (s) => {
    // The brush trembles: the drawing is read a little off from where it is.
    const wave = wrapped(s.turn, s.v * 30, 28, seed + 2) - 0.5;
    const x = clamp(s.turn + wave * 0.0022, 0, 0.9999) * unwrapped.width;
    const y = clamp(s.v + (wrapped(s.turn, s.v * 12, 18, seed + 3) - 0.5) * 0.005, 0, 0.9999) * unwrapped.height;
    let red = ground[0], green = ground[1], blue = ground[2];
    if (painted) {
      const i = Math.min(x | 0, unwrapped.width - 2);
      const f = x - i;
      const o = ((y | 0) * unwrapped.width + i) * 3;
      red = painted.rgb[o]! * (1 - f) + painted.rgb[o + 3]! * f;
      green = painted.rgb[o + 1]! * (1 - f) + painted.rgb[o + 4]! * f;
      blue = painted.rgb[o + 2]! * (1 - f) + painted.rgb[o + 5]! * f;
    }
    const pool = wrapped(s.turn, s.v * 7, 7, seed + 8);
    const fine = wrapped(s.turn, s.v * 60, 70, seed + 9);
    let tone = 0.97 + (pool - 0.5) * 0.1 + (fine - 0.5) * (matte ? 0.14 : 0.05);
    if (glaze.finish === 'running') {
      // Tamegroute's copper green gathers low and runs thin, nearly yellow, over the edges.
      const streak = wrapped(s.turn, s.v * 4, 26, seed + 1) * 0.6 + wrapped(s.turn, s.v * 16, 64, seed + 5) * 0.4;
      const thin = smooth(0.5, 0.85, streak) * 0.9 + smooth(0.75, 0.95, pool) * 0.4;
      tone = 0.66 + 0.5 * pool;
      red += thin * 70;
      green += thin * 46;
      blue += thin * 8;
      const speck = smooth(0.84, 0.97, wrapped(s.turn, s.v * 150, 190, seed + 6));
      tone *= 1 - 0.4 * speck;
      // The fingers' rings show under a single colour.
      tone *= 1 + 0.035 * Math.sin(s.v * 170 + pool * 3);
    }
    const inside = form.open && s.v > form.lip;
    const diffuse = s.nx * light[0] + s.ny * light[1] + s.nz * light[2];
    const soft = clamp(0.5 + 0.5 * diffuse);
    const bounce = clamp(-s.ny * 0.5 + 0.1) * 0.16;
    const hollow = inside ? 0.6 + 0.4 * smooth(0, form.widest, s.radius) : 0.74 + 0.26 * smooth(0, form.tallest * 0.3, s.height);
    const well = form.hollow && s.v > 0.9 ? 0.5 : 1;
    const lit = (0.27 + 0.87 * soft * soft + bounce) * (form.flat ? 0.9 + 0.1 * hollow - 0.2 * Math.exp(-(((s.radius - 0.71) / 0.045) ** 2)) : hollow) * tone * well;
    let shine = 0;
    if (!matte && well === 1) {
      const bump = (pool - 0.5) * 0.1 + (fine - 0.5) * 0.02;
      const rx = 2 * s.facing * s.nx + bump;
      const ry = 2 * s.facing * s.ny - s.facing * 0.3 + bump;
      // The window, with its glazing bar, bent by the belly of the pot.
      const pane = smooth(0.17, 0.11, Math.abs(rx + 0.86)) * smooth(0.34, 0.26, Math.abs(ry - 0.72)) * (1 - 0.8 * smooth(0.022, 0.008, Math.abs(rx + 0.86)));
      const glow = Math.exp(-((rx + 0.8) ** 2 + (ry - 0.7) ** 2) * 2.6);
      shine = (form.flat ? 0.1 : 0.62) * pane + 0.14 * glow + 0.1 * (inside ? 0.4 : 1) * Math.exp(-((rx - 0.9) ** 2) * 30) * clamp(s.nx);
    }
    const rim = (1 - clamp(s.facing)) ** 3 * 0.2;
    const k = lit * (1 - rim);
    s.red = red * k * 1.03 + shine * 255 + rim * 190;
    s.green = green * k + shine * 252 + rim * 182;
    s.blue = blue * k * 0.96 + shine * 244 + rim * 168;
  };
}
