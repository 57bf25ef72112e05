import { css, rgb, shade, type Rgb } from './colour.js';
import { lay, type Picture } from './picture.js';
import { between, pick, random, type Random } from './random.js';
import { emboss, heights } from './relief.js';
import { path, polar, rasterise, type Point } from './svg.js';
import { limewash } from './wall.js';

interface Palette {
  star: readonly string[];
  petal: readonly string[];
  small: readonly string[];
  core: readonly string[];
  deep: string;
}

const palettes = {
  fes: { star: ['#1f3f86', '#2a4f9e', '#183270'], petal: ['#f0e9da', '#e8dfca'], small: ['#2f6b4f', '#d9982b'], core: ['#e2a32f', '#d08b22'], deep: '#16284f' },
  chefchaouen: { star: ['#3d78b8', '#5a95cb', '#2c629f'], petal: ['#f3f0e7', '#e6ecf0'], small: ['#16345f', '#7fb0d6'], core: ['#f2efe6'], deep: '#1c467c' },
  meknes: { star: ['#2c6b4a', '#37805a', '#21553a'], petal: ['#efe6d0', '#e6d9bb'], small: ['#b5482a', '#1f2f55'], core: ['#dba236'], deep: '#173b29' },
  tetouan: { star: ['#8a3a24', '#a04a2e', '#743020'], petal: ['#f1ead9', '#e9dfc8'], small: ['#2c5f86', '#d99a3c'], core: ['#f1ead9'], deep: '#4a1f16' },
} as const satisfies Record<string, Palette>;
type Town = keyof typeof palettes;

export const zelligeStyles = (['panel', 'table'] as const).flatMap((form) => (Object.keys(palettes) as Town[]).map((town) => `${form}-${town}` as const));

/** Collects tiles twice: once in colour, once as heights, for every tile sits a little differently in its mortar. */
class Mosaic {
  readonly colour: string[] = [];
  readonly relief: string[] = [];

  constructor(private readonly r: Random, private readonly joint: number) {}

  /** One hand-cut piece: shrunk for the joint, nudged, and fired a little lighter or darker than its neighbour. */
  tile(points: readonly Point[], hex: string): void {
    const cx = points.reduce((sum, p) => sum + p[0], 0) / points.length;
    const cy = points.reduce((sum, p) => sum + p[1], 0) / points.length;
    const cut = points.map(([x, y]): Point => {
      const d = Math.hypot(x - cx, y - cy) || 1;
      const k = 1 - this.joint / d;
      return [cx + (x - cx) * k + (this.r() - 0.5) * this.joint * 0.4, cy + (y - cy) * k + (this.r() - 0.5) * this.joint * 0.4];
    });
    const d = path(cut);
    const fired = shade(rgb(hex), between(this.r, 0.9, 1.1)).map((v) => v + (this.r() - 0.5) * 8) as unknown as Rgb;
    const sheen = (0.02 + this.r() ** 2 * 0.32).toFixed(2);
    this.colour.push(`<path d="${d}" fill="${css(fired)}"/><path d="${d}" fill="url(#sheen${Math.floor(this.r() * 8)})" opacity="${sheen}"/>`);
    this.relief.push(`<path d="${d}" fill="${css(shade([255, 255, 255], between(this.r, 0.76, 1)))}"/>`);
  }
}

const sheens = Array.from({ length: 8 }, (_, k) => {
  const [x, y] = polar(0.5, 0.5, 0.5, (k * Math.PI) / 4);
  return `<linearGradient id="sheen${k}" x1="${x.toFixed(2)}" y1="${y.toFixed(2)}" x2="${(1 - x).toFixed(2)}" y2="${(1 - y).toFixed(2)}"><stop offset="0" stop-color="#fff"/><stop offset=".45" stop-color="#fff" stop-opacity=".05"/><stop offset="1" stop-color="#001" stop-opacity=".4"/></linearGradient>`;
}).join('');

/**
 * A star of `points` tips whose tips touch the middles of its polygon's sides: the tiler's compass work.
 * Returns the radius of the valleys between the tips.
 */
const valley = (apothem: number, points: number, angle: number): number => {
  const half = Math.PI / points;
  const t = (apothem * Math.tan(half)) / (Math.cos(angle) + Math.sin(angle) * Math.tan(half));
  return (t * Math.cos(angle)) / Math.sin(half);
};

function rosette(m: Mosaic, r: Random, cx: number, cy: number, apothem: number, points: number, angle: number, p: Palette, alternate: boolean): void {
  const step = (Math.PI * 2) / points;
  const inner = valley(apothem, points, angle);
  const neck = inner * 0.74;
  const core = inner * 0.42;
  const one = pick(r, p.star);
  const at = (radius: number, k: number): Point => polar(cx, cy, radius, k * step);
  for (let k = 0; k < points; k++) {
    m.tile([at(inner, k - 0.5), at(apothem, k), at(inner, k + 0.5), at(neck, k)], alternate ? one : pick(r, p.star));
    m.tile([at(neck, k), at(inner, k + 0.5), at(neck, k + 1), at(core, k + 1), at(core * 0.74, k + 0.5), at(core, k)], pick(r, p.petal));
  }
  m.tile(Array.from({ length: points * 2 }, (_, k) => at(k % 2 ? core * 0.74 : core, k / 2)), alternate ? p.deep : pick(r, p.small));
  m.tile(Array.from({ length: points }, (_, k) => at(core * 0.4, k + 0.5)), pick(r, p.core));
}

/** Eight-point stars on the octagon-and-square tiling, inside a border of set triangles. */
function panel(r: Random, p: Palette, size: number, height: number): Mosaic {
  const across = 4;
  const border = size * 0.055;
  const cell = (size - border * 2) / across;
  const down = Math.round((height - border * 2) / cell);
  const edge = cell / (1 + Math.SQRT2);
  const angle = (between(r, 54, 66) * Math.PI) / 180;
  const m = new Mosaic(r, edge * 0.016);
  const inner = valley(cell / 2, 8, angle);
  const small = valley(edge / 2, 4, angle);
  for (let j = 0; j < down; j++) {
    for (let i = 0; i < across; i++) rosette(m, r, border + (i + 0.5) * cell, border + (j + 0.5) * cell, cell / 2, 8, angle, p, ((i + j) & 1) === 0);
  }
  for (let j = 0; j <= down; j++) {
    for (let i = 0; i <= across; i++) {
      const [sx, sy] = [border + i * cell, border + j * cell];
      m.tile(Array.from({ length: 8 }, (_, k) => polar(sx, sy, k % 2 ? small : edge / 2, Math.PI / 4 + (k * Math.PI) / 4)), pick(r, p.small));
      for (let k = 0; k < 4; k++) {
        // The six-sided piece between two stars and the small one.
        const phi = (k * Math.PI) / 2;
        const tip = polar(sx, sy, edge / Math.SQRT2, phi);
        const towards = (turn: number): Point => {
          const [ox, oy] = polar(sx, sy, cell / Math.SQRT2, phi + turn);
          const d = Math.hypot(tip[0] - ox, tip[1] - oy);
          return [ox + ((tip[0] - ox) * inner) / d, oy + ((tip[1] - oy) * inner) / d];
        };
        m.tile([polar(sx, sy, cell / 2, phi), towards(Math.PI / 4), polar(sx, sy, edge / 2, phi + Math.PI / 4), polar(sx, sy, small, phi), polar(sx, sy, edge / 2, phi - Math.PI / 4), towards(-Math.PI / 4)], pick(r, p.petal));
      }
    }
  }
  return m;
}

function borderTiles(r: Random, p: Palette, width: number, height: number, thick: number, joint: number): Mosaic {
  const m = new Mosaic(r, joint);
  const run = (length: number, place: (along: number, across: number) => Point) => {
    const count = Math.round(length / thick);
    const step = length / count;
    for (let n = 0; n < count; n++) {
      const a = n * step;
      m.tile([place(a, 0), place(a + step, 0), place(a + step / 2, thick)], p.deep);
      m.tile([place(a, 0), place(a + step / 2, thick), place(a, thick)], pick(r, p.petal));
      m.tile([place(a + step, 0), place(a + step, thick), place(a + step / 2, thick)], pick(r, p.petal));
    }
  };
  run(width, (a, b) => [a, b]);
  run(width, (a, b) => [a, height - b]);
  run(height - thick * 2, (a, b) => [b, thick + a]);
  run(height - thick * 2, (a, b) => [width - b, thick + a]);
  return m;
}

/** A round table top: one great rosette, then rings. */
function tableTop(r: Random, p: Palette, radius: number): Mosaic {
  const points = pick(r, [12, 16]);
  const m = new Mosaic(r, radius * 0.0045);
  const c = radius;
  const at = (k: number, turn: number): Point => polar(c, c, radius * k, turn * Math.PI * 2);
  const angle = ((points === 16 ? 64 : 60) * Math.PI) / 180;
  rosette(m, r, c, c, radius * 0.6, points, angle, p, false);
  const inner = valley(0.6, points, angle);
  const ring = (count: number, draw: (k: number, one: number) => void) => {
    for (let k = 0; k < count; k++) draw(k / count, 1 / count);
  };
  ring(points, (t, s) => {
    m.tile([at(0.6, t), at(inner, t + s / 2), at(0.6, t + s), at(0.64, t + s * 0.75), at(0.65, t + s / 2), at(0.64, t + s * 0.25)], pick(r, p.petal));
  });
  ring(points * 2, (t, s) => {
    m.tile([at(0.65, t - s * 0.5), at(0.7, t), at(0.65, t + s * 0.5), at(0.605, t)], pick(r, p.small));
    m.tile([at(0.65, t + s * 0.5), at(0.7, t), at(0.7, t + s)], p.deep);
  });
  for (const [from, to] of [[0.71, 0.745], [0.745, 0.78]] as const) {
    ring(points * 4, (t, s) => m.tile([at(from, t), at(from, t + s), at(to, t + s), at(to, t)], (Math.round(t / s) + (from > 0.72 ? 1 : 0)) % 2 ? pick(r, p.petal) : pick(r, p.star)));
  }
  ring(points * 2, (t, s) => {
    m.tile([at(0.79, t), at(0.84, t + s / 2), at(0.79, t + s)], pick(r, p.petal));
    m.tile([at(0.84, t - s / 2), at(0.79, t), at(0.84, t + s / 2), at(0.89, t)], pick(r, p.star));
    m.tile([at(0.89, t), at(0.84, t + s / 2), at(0.89, t + s)], pick(r, p.core));
  });
  ring(points * 3, (t, s) => m.tile([at(0.9, t), at(0.9, t + s), at(0.965, t + s), at(0.965, t)], p.deep));
  return m;
}

export function zellige(seed: number, style: string, width: number): Picture {
  const [form, town] = style.split('-') as ['panel' | 'table', Town];
  const r = random(seed * 4447 + style.length);
  const p = palettes[town];
  const picture = limewash(width, seed);
  const k = width / 960;
  const round = form === 'table';
  const w = round ? 700 : 660;
  const h = round ? w : w * 0.055 * 2 + 5 * ((w - w * 0.055 * 2) / 4);
  const mosaics = round ? [tableTop(r, p, w / 2)] : [panel(r, p, w, h), borderTiles(r, p, w, h, w * 0.05, 0.9)];
  const clip = round ? `<clipPath id="cut"><circle cx="${w / 2}" cy="${w / 2}" r="${w / 2}"/></clipPath>` : `<clipPath id="cut"><rect x="${w * 0.052}" y="${w * 0.052}" width="${w * 0.896}" height="${h - w * 0.104}"/></clipPath><clipPath id="whole"><rect width="${w}" height="${h}"/></clipPath>`;
  const inside = (parts: (m: Mosaic) => string[]) => mosaics.map((m, n) => `<g clip-path="url(#${n === 0 ? 'cut' : 'whole'})">${parts(m).join('')}</g>`).join('');
  const bed = round ? `<circle cx="${w / 2}" cy="${w / 2}" r="${w / 2}" fill="#3a342c"/><circle cx="${w / 2}" cy="${w / 2}" r="${w * 0.485}" fill="#cfc4ae"/>` : `<rect width="${w}" height="${h}" fill="#cfc4ae"/>`;
  const layer = rasterise(`<defs>${sheens}${clip}</defs>${bed}${inside((m) => m.colour)}`, w, h, k);
  const rim = round ? `<circle cx="${w / 2}" cy="${w / 2}" r="${w / 2 - 5}" fill="none" stroke="#fff" stroke-width="10"/>` : '';
  const relief = heights(`<defs>${clip}</defs>${rim}${inside((m) => m.relief)}`, w, h, k, 1);
  emboss(layer, relief, { depth: 0.016, gloss: 0.1, tightness: 60, grain: { size: 26, depth: 0.16 } }, seed, k);
  layer.x = Math.round((picture.width - layer.width) / 2);
  layer.y = Math.round((picture.height - layer.height) / 2);
  lay(picture, layer, round ? [{ dx: 16 * k, dy: 20 * k, blur: 14 * k, strength: 0.42 }, { dx: 46 * k, dy: 56 * k, blur: 44 * k, strength: 0.3 }] : [{ dx: 6 * k, dy: 8 * k, blur: 7 * k, strength: 0.45 }, { dx: 22 * k, dy: 26 * k, blur: 34 * k, strength: 0.22 }]);
  return picture;
}
