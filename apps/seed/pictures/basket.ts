import { clamp, mix, rgb, smooth, type Rgb } from './colour.js';
import { sweep, turn, type Profile, type Spot } from './lathe.js';
import { hash, wrapped } from './noise.js';
import { castShadow, lay, type Picture } from './picture.js';
import { between, pick, random, whole } from './random.js';
import { groundShadow, limewash } from './wall.js';

const wools = { palm: ['#cfae74', '#a87f45'], madder: ['#9c2f26', '#2f2723'], indigo: ['#27386b', '#b8562c'], azilal: ['#c2577a', '#dd9a2b'] } as const;
type Accent = keyof typeof wools;

export const basketStyles = (['bread', 'deep'] as const).flatMap((form) => (Object.keys(wools) as Accent[]).map((accent) => `${form}-${accent}` as const));

const profiles: Record<'bread' | 'deep', Profile> = {
  // The bread basket of the oases: a low bowl and a tall pointed lid.
  bread: [[0, 0], [0.5, 0], [0.56, 0.03], [0.72, 0.16], [0.8, 0.32], [0.82, 0.42], [0.86, 0.44], [0.84, 0.5], [0.76, 0.62], [0.58, 0.86], [0.4, 1.12], [0.24, 1.38], [0.12, 1.58], [0.09, 1.66], [0.1, 1.72], [0.05, 1.78], [0, 1.79]],
  deep: [[0, 0], [0.55, 0], [0.6, 0.04], [0.7, 0.3], [0.76, 0.6], [0.78, 0.92], [0.8, 1.0], [0.78, 1.03], [0.74, 1.0], [0.72, 0.7], [0.64, 0.2], [0.5, 0.1], [0, 0.09]],
};

/** Coiled palm, stitched over with leaf and wool. The pattern climbs one stitch a coil, as it does on the lap. */
export function basket(seed: number, style: string, width: number): Picture {
  const [form, accent] = style.split('-') as ['bread' | 'deep', Accent];
  const r = random(seed * 2221 + style.length);
  const ledge = 0.68;
  const picture = limewash(width, seed, { ledge });
  const profile = profiles[form];
  const rings = sweep(profile);
  const tallest = Math.max(...rings.height);
  const lip = rings.v[rings.height.indexOf(tallest)]!;
  const tilt = form === 'bread' ? 0.3 : 0.5;
  const scale = form === 'bread' ? width * 0.4 : width * 0.42;
  const base = picture.height * 0.8 - scale * 0.04;
  const straw = rgb('#dcc08a');
  const [first, second] = wools[accent].map(rgb) as [Rgb, Rgb];
  const coils = form === 'bread' ? 46 : 40;
  const steps = whole(r, 9, 13) * 12;
  const rows = new Array<number>(coils + 1).fill(0).map((_, c) => (c % 9 < 5 ? 1 : 0));
  const repeat = pick(r, [12, 24]);
  const slope = pick(r, [1, 2]);
  const shift = between(r, 0, 1);
  const shader = (s: Spot) => {
    const c = s.v * coils + s.turn;
    const row = Math.floor(c);
    const across = c - row - 0.5;
    const stitch = (s.turn + shift) * steps + row * 0.5;
    const st = Math.floor(stitch);
    const along = stitch - st - 0.5;
    const column = ((st % repeat) + repeat) % repeat;
    const climb = Math.abs(column - repeat / 2) - (row % 9) * slope;
    const band = rows[row] === 1;
    const figure = band && (climb > 0 && climb < repeat * 0.26 ? 1 : climb <= -repeat * 0.22 ? 2 : 0);
    const dry = 0.86 + 0.28 * hash(st, row, seed);
    const base3 = figure === 1 ? first : figure === 2 ? second : mix(straw, [196, 164, 104], wrapped(s.turn, s.v * 14, 9, seed));
    // Every coil is a round rope, every stitch a flat ribbon over it.
    const rope = across * 1.7;
    const ribbon = along * 0.5;
    const around = Math.PI * 2 * (s.turn - 0.5);
    const nx = s.nx + Math.cos(around) * ribbon;
    const ny = s.ny + rope * (s.v < lip ? 0.75 : -0.6);
    const nz = s.nz - Math.sin(around) * ribbon;
    const l = Math.hypot(nx, ny, nz);
    const diffuse = clamp(0.5 + 0.5 * ((nx * -0.55 + ny * 0.58 + nz * 0.6) / l));
    const gap = 1 - 0.5 * smooth(0.34, 0.5, Math.abs(across)) - 0.2 * smooth(0.38, 0.5, Math.abs(along));
    const inside = form === 'deep' && s.v > lip ? 0.42 + 0.45 * smooth(0.1, tallest, s.height) : 0.72 + 0.28 * smooth(0, 0.4, s.height);
    const joint = form === 'bread' ? 1 - 0.6 * Math.exp(-(((s.height - 0.43) / 0.016) ** 2)) : 1;
    const light = (0.26 + 0.9 * diffuse * diffuse) * gap * inside * joint * dry;
    s.red = base3[0] * light * 1.03;
    s.green = base3[1] * light;
    s.blue = base3[2] * light * 0.94;
  };
  const layer = turn({ profile, tilt, scale, cx: width / 2, base }, shader);
  const k = width / 960;
  castShadow(picture, layer, { dx: 110 * k, dy: 24 * k, blur: 44 * k, strength: 0.15 }, Math.round(picture.height * ledge));
  groundShadow(picture, width / 2, base, 0.56 * scale, 0.56 * scale * Math.sin(tilt), 1);
  lay(picture, layer);
  return picture;
}
