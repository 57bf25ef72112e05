import { clamp, rgb, smooth, type Rgb } from './colour.js';
import { sweep, turn, type Profile, type Spot } from './lathe.js';
import { wrapped } from './noise.js';
import { blurred, lay, type Picture } from './picture.js';
import { between, pick, random, whole, type Random } from './random.js';
import { room } from './relief.js';
import { rasterise, star } from './svg.js';
import { groundShadow, limewash, type Lime } from './wall.js';

const metals = { brass: '#c2903f', copper: '#b5693f', nickel: '#b9b4a8' } as const;
export const lanternStyles = Object.keys(metals) as (keyof typeof metals)[];

const profiles: readonly Profile[] = [
  // A tall lantern with a dome and a finial.
  [[0, 0], [0.4, 0], [0.44, 0.05], [0.38, 0.1], [0.36, 0.16], [0.5, 0.36], [0.56, 0.66], [0.5, 0.98], [0.36, 1.24], [0.24, 1.4], [0.22, 1.46], [0.3, 1.5], [0.28, 1.58], [0.16, 1.72], [0.07, 1.84], [0.1, 1.9], [0.09, 1.95], [0.03, 2.02], [0.03, 2.12], [0, 2.14]],
  // A round one, like a pomegranate.
  [[0, 0], [0.36, 0], [0.4, 0.05], [0.34, 0.11], [0.34, 0.18], [0.58, 0.36], [0.72, 0.7], [0.62, 1.04], [0.36, 1.28], [0.2, 1.38], [0.18, 1.46], [0.22, 1.5], [0.16, 1.58], [0.06, 1.68], [0.07, 1.76], [0, 1.8]],
];

/** The cut-outs, unwrapped: white where the metal has been pierced. */
const sheet = { width: 1600, height: 1000 } as const;

function pierced(r: Random, rings: ReturnType<typeof sweep>, from: number, to: number, length: number): Float32Array {
  const out: string[] = [];
  const rows = whole(r, 4, 5);
  const tall = (to - from) / rows;
  const widest = Math.max(...rings.radius);
  // One count for every row, so that the columns stand in line from the foot to the dome.
  const count = Math.round((widest * Math.PI * 2) / (tall * length) / 2) * 2;
  const tips = pick(r, [8, 8, 10]);
  for (let j = 0; j < rows; j++) {
    const v = from + (j + 0.5) * tall;
    const girth = rings.radius[Math.round(indexOf(rings.v, v))]! * Math.PI * 2;
    const w = sheet.width / count;
    const h = tall * sheet.height;
    // The drawing is squeezed so that a star is as wide as it is high once it is wrapped round the metal.
    const squeeze = (length / sheet.height / (girth / sheet.width));
    const reach = Math.min(h * 0.4, (w / squeeze) * 0.4);
    for (let n = 0; n < count; n++) {
      const x = (n + (j % 2 ? 0.5 : 0)) * w;
      for (const wrap of x < w ? [0, sheet.width] : [0]) {
        const petals = Array.from({ length: tips }, (_, k) => {
          const a = (k * 360) / tips;
          return `<path transform="rotate(${a})" d="M0 ${-reach * 0.36}L${reach * 0.16} ${-reach * 0.64}L0 ${-reach}L${-reach * 0.16} ${-reach * 0.64}Z"/>`;
        });
        out.push(`<g transform="translate(${x + wrap} ${v * sheet.height}) scale(${squeeze} 1)"><path d="${star(0, 0, reach * 0.27, reach * 0.15, tips)}"/>${petals.join('')}</g>`);
        const dot = reach * 0.1;
        for (const [dx, dy] of [[0.5, 0.5], [0.5, 0.3], [0.5, 0.7], [0.5, 0.12], [0.5, 0.88]] as const) out.push(`<ellipse cx="${x + wrap + (dx - 1) * w}" cy="${(v + (dy - 0.5) * tall) * sheet.height}" rx="${dot * squeeze}" ry="${dot}"/>`);
      }
    }
  }
  const drawn = rasterise(`<g fill="#fff">${out.join('')}</g>`, sheet.width, sheet.height);
  return drawn.alpha;
}

function indexOf(values: Float32Array, v: number): number {
  let i = 0;
  while (i < values.length - 1 && values[i]! < v) i++;
  return i;
}

/** A pierced lamp at dusk, and what it throws on the wall. */
export function lantern(seed: number, style: string, width: number): Picture {
  const r = random(seed * 5323 + style.length * 17);
  const metal = rgb(metals[style as keyof typeof metals]);
  const profile = pick(r, profiles);
  const rings = sweep(profile);
  const ledge = 0.74;
  const picture = limewash(width, seed, { lime: pick<Lime>(r, ['sand', 'ochre', 'rose', 'bone']), ledge, daylight: 0.5 });
  const { height } = picture;
  const tallest = Math.max(...rings.height);
  const tilt = 0.16;
  const scale = (height * 0.6) / tallest;
  const base = height * 0.83;
  const piece = { profile, tilt, scale, cx: width / 2, base };
  let length = 0;
  for (let i = 1; i < rings.count; i++) length += Math.hypot(rings.radius[i]! - rings.radius[i - 1]!, rings.height[i]! - rings.height[i - 1]!);
  const belly = rings.height.findIndex((y) => y > 0.2);
  const neck = rings.height.findIndex((y) => y > (tallest > 2 ? 1.4 : 1.32));
  const from = rings.v[belly]!;
  const to = rings.v[neck]!;
  const holes = pierced(r, rings, from, to, length);
  const flame = base - scale * (tallest > 2 ? 0.66 : 0.7);
  throwLight(picture, holes, { cx: width / 2, cy: flame, from, to, ledge: height * ledge, base, reach: width * 0.34, turn: between(r, 0, 1) });

  const layer = turn(piece, metalwork(metal, holes, seed, { from, to, tallest }));
  groundShadow(picture, width / 2, base, 0.42 * scale, 0.42 * scale * 0.2, 0.8);
  lay(picture, layer);
  bloom(picture, layer);
  return picture;
}

const amber: Rgb = [255, 186, 96];

/** Projects the holes from the flame to the wall behind: far tips are large and faint, as they are in a room. */
function throwLight(picture: Picture, holes: Float32Array, at: { cx: number; cy: number; from: number; to: number; ledge: number; base: number; reach: number; turn: number }): void {
  const w = sheet.width / 4;
  const h = sheet.height / 4;
  const small = new Float32Array(w * h);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) small[y * w + x] = (holes[y * 4 * sheet.width + x * 4]! + holes[(y * 4 + 2) * sheet.width + x * 4 + 2]!) / 2;
  const soft = blurred(small, w, h, 1);
  const { width, height, rgb: out } = picture;
  for (let y = 0; y < height; y++) {
    const floor = y > at.ledge;
    for (let x = 0; x < width; x++) {
      const dx = x - at.cx;
      const dy = y - at.cy;
      const d2 = dx * dx + dy * dy;
      let spots = 0;
      const depth = floor ? (at.base - y) * 5 : at.reach;
      if (!floor) {
        const turnOf = Math.atan2(dx, depth) / (Math.PI * 2) + at.turn + 1;
        const rise = Math.atan2(-dy, Math.hypot(dx, depth)) / (Math.PI * 0.62);
        const v = at.from + (rise + 0.5) * (at.to - at.from);
        if (v > at.from && v < at.to) {
          const fx = (turnOf % 1) * (w - 1);
          const fy = v * h;
          const i = Math.min(fx | 0, w - 2);
          const j = Math.min(fy | 0, h - 2);
          const f = fx - i;
          const g = fy - j;
          const o = j * w + i;
          spots = (soft[o]! * (1 - f) + soft[o + 1]! * f) * (1 - g) + (soft[o + w]! * (1 - f) + soft[o + w + 1]! * f) * g;
        }
      }
      const near = Math.exp(-d2 / (2 * (width * 0.36) ** 2));
      const fall = 1 / (1 + d2 / (width * 0.42) ** 2);
      const light = 0.62 * near + spots * fall * 1.05 + (floor ? 0.34 * Math.exp(-((dx / (width * 0.3)) ** 2)) * fall : 0);
      const p = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) out[p + c] = out[p + c]! * (1 + light * (amber[c]! / 200));
    }
  }
}

function metalwork(metal: Rgb, holes: Float32Array, seed: number, at: { from: number; to: number; tallest: number }): (spot: Spot) => void {
  const hole = (x: number, y: number): number => {
    const i = Math.min(Math.max(x | 0, 0), sheet.width - 2);
    const j = Math.min(Math.max(y | 0, 0), sheet.height - 2);
    const f = clamp(x - i);
    return holes[j * sheet.width + i]! * (1 - f) + holes[j * sheet.width + i + 1]! * f;
  };
  return (s) => {
    const x = s.turn * sheet.width;
    const y = s.v * sheet.height;
    const open = hole(x, y);
    // The cut edge is a bright line on the side that faces the window.
    const lip = hole(x + 4, y + 3) - hole(x - 4, y - 3);
    const hammer = (wrapped(s.turn, s.v * 60, 64, seed) - 0.5) * 0.2;
    const tarnish = 0.8 + 0.3 * wrapped(s.turn, s.v * 9, 9, seed + 1);
    const shine = room(s.nx + hammer, -s.ny + hammer * 0.6, Math.max(0.1, s.nz));
    const groove = Math.abs(s.v - at.from) < 0.006 || Math.abs(s.v - at.to) < 0.006 ? 0.55 : 1;
    const lit = shine * tarnish * groove * (1 + lip * 0.35);
    // Through a hole one sees the flame when it is behind, and the lit far side when it is not.
    const core = Math.exp(-((s.nx * 1.5) ** 2)) * smooth(at.tallest * 0.78, at.tallest * 0.3, s.height);
    const glow = 0.62 + 0.6 * core;
    const k = 0.66 * lit;
    s.red = metal[0] * k * (1 - open) + 262 * glow * open + 6;
    s.green = metal[1] * k * (1 - open) + (166 + 66 * core) * glow * open;
    s.blue = metal[2] * k * (1 - open) + (66 + 110 * core) * glow * open;
  };
}

/** The eye, and any lens, spreads very bright things a little. */
function bloom(picture: Picture, layer: { x: number; y: number; width: number; height: number; rgb: Float32Array; alpha: Float32Array }): void {
  const step = 4;
  const w = Math.ceil(picture.width / step);
  const h = Math.ceil(picture.height / step);
  const bright = new Float32Array(w * h);
  for (let y = 0; y < layer.height; y += step) {
    for (let x = 0; x < layer.width; x += step) {
      const o = y * layer.width + x;
      const i = Math.floor((layer.x + x) / step);
      const j = Math.floor((layer.y + y) / step);
      if (i < 0 || j < 0 || i >= w || j >= h) continue;
      bright[j * w + i] = layer.alpha[o]! * clamp((layer.rgb[o * 3]! - 205) / 50);
    }
  }
  const soft = blurred(bright, w, h, (picture.width / 960) * 5);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const b = soft[Math.floor(y / step) * w + Math.floor(x / step)]!;
      if (b < 0.004) continue;
      const p = (y * picture.width + x) * 3;
      for (let c = 0; c < 3; c++) picture.rgb[p + c] = picture.rgb[p + c]! + b * amber[c]! * 0.55;
    }
  }
}
