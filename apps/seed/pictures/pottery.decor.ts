import { between, pick, whole, type Random } from './random.js';
import { rasterise, star } from './svg.js';
import type { Layer } from './picture.js';

export interface Glaze {
  ground: string;
  /** The main brush, the second, and the outline. */
  main: string;
  second: string;
  line: string;
  finish: 'gloss' | 'running' | 'matte';
}

/** What each town is known for, in the kiln's own colours. */
export const glazes = {
  fes: { ground: '#f1ebdf', main: '#1f4396', second: '#5f8cc8', line: '#132a63', finish: 'gloss' },
  safi: { ground: '#f0e6cf', main: '#c47c2c', second: '#2f7355', line: '#4a2c1d', finish: 'gloss' },
  tamegroute: { ground: '#3f7040', main: '#31552f', second: '#6a9a52', line: '#22401f', finish: 'running' },
  rif: { ground: '#d8a67c', main: '#3a241b', second: '#8a4226', line: '#3a241b', finish: 'matte' },
  sale: { ground: '#f3ecdc', main: '#2f8f8a', second: '#e0a63c', line: '#1d4f55', finish: 'gloss' },
  indigo: { ground: '#22377a', main: '#f0e8d6', second: '#dc9f3c', line: '#f0e8d6', finish: 'gloss' },
  saffron: { ground: '#e0a437', main: '#7a3a16', second: '#f5e7c4', line: '#4a2412', finish: 'gloss' },
} as const satisfies Record<string, Glaze>;
export type Town = keyof typeof glazes;

/** The unwrapped surface: x goes once round the pot, y along its profile. */
export const unwrapped = { width: 2000, height: 1000 } as const;

type Brush = (x: number, y: number, w: number, h: number, g: Glaze, r: Random) => string;

/** A hand never repeats: every stroke is off by a hair. */
const off = (r: Random, amount: number): number => (r() - 0.5) * amount;

const figures: readonly Brush[] = [
  // A lozenge within a lozenge.
  (x, y, w, h, g, r) => {
    const diamond = (k: number, fill: string) => `<path d="M${x + off(r, 3)} ${y - (h / 2) * k}L${x + (w / 2) * k} ${y + off(r, 3)}L${x} ${y + (h / 2) * k}L${x - (w / 2) * k} ${y}Z" fill="${fill}" stroke="${g.line}" stroke-width="3"/>`;
    return diamond(0.86, g.main) + diamond(0.56, g.ground) + diamond(0.3, g.second);
  },
  // A flower of eight brush marks.
  (x, y, w, h, g, r) => {
    const rx = w * 0.44;
    const ry = h * 0.44;
    const petals = Array.from({ length: 8 }, (_, i) => {
      const a = (i * Math.PI) / 4 + off(r, 0.08);
      const fill = i % 2 ? g.second : g.main;
      return `<ellipse cx="${x + Math.cos(a) * rx * 0.62}" cy="${y + Math.sin(a) * ry * 0.62}" rx="${rx * 0.36}" ry="${rx * 0.17}" transform="rotate(${(a * 180) / Math.PI} ${x + Math.cos(a) * rx * 0.62} ${y + Math.sin(a) * ry * 0.62})" fill="${fill}" stroke="${g.line}" stroke-width="2"/>`;
    });
    return `${petals.join('')}<circle cx="${x}" cy="${y}" r="${rx * 0.2}" fill="${g.ground}" stroke="${g.line}" stroke-width="4"/><circle cx="${x}" cy="${y}" r="${rx * 0.09}" fill="${g.line}"/>`;
  },
  // A rayed rosette.
  (x, y, w, h, g) => {
    const k = Math.min(w, h) * 0.46;
    return `<path d="${star(x, y, k, k * 0.62, 12)}" fill="${g.main}" stroke="${g.line}" stroke-width="3"/><circle cx="${x}" cy="${y}" r="${k * 0.46}" fill="${g.ground}"/><path d="${star(x, y, k * 0.4, k * 0.18, 6)}" fill="${g.second}"/>`;
  },
  // A palmette between two leaves.
  (x, y, w, h, g, r) => {
    const leaf = (s: number) => `<path d="M${x} ${y + h * 0.42}C${x + s * w * 0.5} ${y + h * 0.3} ${x + s * w * 0.46} ${y - h * 0.2} ${x + s * w * 0.14 + off(r, 4)} ${y - h * 0.38}C${x + s * w * 0.3} ${y} ${x + s * w * 0.16} ${y + h * 0.2} ${x} ${y + h * 0.42}Z" fill="${g.main}" stroke="${g.line}" stroke-width="2"/>`;
    return `${leaf(1)}${leaf(-1)}<ellipse cx="${x}" cy="${y - h * 0.1}" rx="${w * 0.07}" ry="${h * 0.22}" fill="${g.second}" stroke="${g.line}" stroke-width="2"/>`;
  },
];

const borders: readonly Brush[] = [
  (x, y, w, h, g) => `<path d="M${x - w / 2} ${y + h * 0.3}L${x} ${y - h * 0.34}L${x + w / 2} ${y + h * 0.3}" fill="none" stroke="${g.main}" stroke-width="${h * 0.2}" stroke-linejoin="round"/><circle cx="${x}" cy="${y + h * 0.2}" r="${h * 0.1}" fill="${g.second}"/>`,
  (x, y, w, h, g) => `<rect x="${x - w / 2}" y="${y - h / 2}" width="${w / 2}" height="${h / 2}" fill="${g.main}"/><rect x="${x}" y="${y}" width="${w / 2}" height="${h / 2}" fill="${g.main}"/>`,
  (x, y, w, h, g, r) => `<ellipse cx="${x + off(r, 4)}" cy="${y}" rx="${w * 0.3}" ry="${h * 0.26}" fill="${g.main}"/>`,
  (x, y, w, h, g) => `<path d="M${x - w / 2} ${y}Q${x - w / 4} ${y - h * 0.7} ${x} ${y}T${x + w / 2} ${y}" fill="none" stroke="${g.main}" stroke-width="${h * 0.16}"/><path d="M${x - w / 2} ${y}Q${x - w / 4} ${y + h * 0.7} ${x} ${y}T${x + w / 2} ${y}" fill="none" stroke="${g.second}" stroke-width="${h * 0.16}"/>`,
  (x, y, w, h, g) => `<path d="M${x - w * 0.3} ${y + h * 0.32}L${x + w * 0.3} ${y - h * 0.32}" stroke="${g.line}" stroke-width="${h * 0.16}" stroke-linecap="round"/>`,
];

/**
 * Paints the bands between `from` and `to` along the profile. `girth` gives the radius there, so that a
 * motif has the same proportions at the neck and at the belly.
 */
export function paint(r: Random, glaze: Glaze, from: number, to: number, length: number, girth: (v: number) => number): Layer {
  const { width: W, height: H } = unwrapped;
  const out: string[] = [`<rect width="${W}" height="${H}" fill="${glaze.ground}"/>`];
  const rule = (y: number, thick: number, colour: string) => `<rect x="0" y="${y - thick / 2}" width="${W}" height="${thick}" fill="${colour}"/>`;
  const favourite = whole(r, 0, figures.length - 1);
  let v = from;
  let large = r() < 0.6;
  while (v < to - 0.025) {
    const tall = Math.min(to - v, large ? between(r, 0.15, 0.22) : between(r, 0.035, 0.055));
    if (large && tall < 0.09) large = false;
    const y = (v + tall / 2) * H;
    const h = tall * H;
    const around = Math.max(0.08, girth(v + tall / 2)) * Math.PI * 2;
    // Width of one repeat, in turns, that keeps the motif about as wide as it is tall on the clay.
    const wide = ((tall * length) / around) * (large ? 1.02 : 1.1);
    const count = Math.max(large ? 5 : 8, Math.round(1 / Math.max(wide, 0.012)));
    const brush = large ? figures[r() < 0.7 ? favourite : whole(r, 0, figures.length - 1)]! : pick(r, borders);
    const tinted = !large && glaze.finish === 'gloss' && r() < 0.3;
    if (tinted) out.push(`<rect x="0" y="${y - h / 2}" width="${W}" height="${h}" fill="${glaze.second}" opacity="0.35"/>`);
    for (let n = 0; n < count; n++) out.push(brush(((n + 0.5) * W) / count, y, W / count, h, glaze, r));
    v += tall;
    out.push(rule((v + 0.004) * H, 7, glaze.line), rule((v + 0.015) * H, 5, glaze.main));
    v += 0.022;
    large = !large;
  }
  out.push(rule(from * H - 6, 8, glaze.line));
  return rasterise(out.join(''), W, H, 1);
}
