import { bracelet, braceletStyles } from './bracelet.js';
import { lay, type Picture } from './picture.js';
import { between, pick, random, type Random } from './random.js';
import { emboss, heights } from './relief.js';
import { path, polar, rasterise, type Point } from './svg.js';
import { limewash, type Lime } from './wall.js';

const enamels = {
  tiznit: ['#1e5b8c', '#e0a52c', '#2f7d54'],
  'ida-ou-nadif': ['#2f7d54', '#e0a52c', '#b13a2c'],
  plain: ['#c9c6be', '#b9b5ab', '#c9c6be'],
} as const;
export const fibulaStyles = [...(Object.keys(enamels) as (keyof typeof enamels)[]), ...braceletStyles];

/** Two drawings of one jewel: what colour it is, and how high it stands. */
interface Jewel { colour: string[]; relief: string[]; stones: string[] }

const silver = '#d3d0c8';

function add(j: Jewel, d: string, colour: string, level: number): void {
  j.colour.push(`<path d="${d}" fill="${colour}"/>`);
  const grey = Math.round(level * 255);
  j.relief.push(`<path d="${d}" fill="rgb(${grey},${grey},${grey})"/>`);
}

function wire(j: Jewel, d: string, thick: number, level: number, colour: string = silver): void {
  j.colour.push(`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thick}"/>`);
  const grey = Math.round(level * 255);
  j.relief.push(`<path d="${d}" fill="none" stroke="rgb(${grey},${grey},${grey})" stroke-width="${thick}"/>`);
}

function bead(j: Jewel, [x, y]: Point, radius: number, level = 1): void {
  j.colour.push(`<circle cx="${x}" cy="${y}" r="${radius}" fill="${silver}"/>`);
  const low = Math.round(level * 150);
  j.relief.push(`<circle cx="${x}" cy="${y}" r="${radius}" fill="rgb(${low},${low},${low})"/><circle cx="${x}" cy="${y}" r="${radius * 0.6}" fill="#fff"/>`);
}

/** A glass cabochon in a silver collar. */
function stone(j: Jewel, [x, y]: Point, radius: number, colour: string): void {
  j.colour.push(`<circle cx="${x}" cy="${y}" r="${radius * 1.28}" fill="${silver}"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`);
  j.relief.push(`<circle cx="${x}" cy="${y}" r="${radius * 1.28}" fill="#ddd"/><circle cx="${x}" cy="${y}" r="${radius * 1.08}" fill="#777"/>`);
  for (let k = 1; k >= 0.2; k -= 0.1) {
    const grey = Math.round(150 + 105 * Math.sqrt(1 - k * k));
    j.relief.push(`<circle cx="${x}" cy="${y}" r="${radius * k}" fill="rgb(${grey},${grey},${grey})"/>`);
  }
  j.stones.push(`<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#glass)"/><ellipse cx="${x - radius * 0.32}" cy="${y - radius * 0.38}" rx="${radius * 0.26}" ry="${radius * 0.17}" fill="#fff" opacity=".75" transform="rotate(-38 ${x - radius * 0.32} ${y - radius * 0.38})"/>`);
}

const partway = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The triangle of the Anti-Atlas, point down from its ring, with enamel in cells of wire and glass at the corners. */
function triangle(r: Random, palette: readonly string[]): Jewel {
  const j: Jewel = { colour: [], relief: [], stones: [] };
  const red = pick(r, ['#a3182a', '#8f1424', '#b0282a']);
  const half = between(r, 168, 190);
  const tall = between(r, 330, 370);
  const [cx, top] = [300, 330];
  // The pin lies behind everything.
  wire(j, `M${cx} 150L${cx} ${top + tall + 120}`, 11, 0.5);
  add(j, path([[cx - 7, top + tall + 100], [cx + 7, top + tall + 100], [cx, top + tall + 190]]), silver, 0.45);
  // The ring that passes over the pin.
  wire(j, `M${cx - 62} 176A62 62 0 1 1 ${cx + 62} 176A62 62 0 1 1 ${cx - 62} 176`, 19, 0.8);
  for (let k = 0; k < 26; k++) bead(j, polar(cx, 176, 62, (k / 26) * Math.PI * 2), 4.2);
  add(j, path([[cx - 30, 226], [cx + 30, 226], [cx + 52, top + 4], [cx - 52, top + 4]]), silver, 0.7);
  stone(j, [cx, 278], 17, palette[1] === '#b9b5ab' ? red : palette[1]!);

  const a: Point = [cx - half, top];
  const b: Point = [cx + half, top];
  const c: Point = [cx, top + tall];
  // Horns on the upper edge, and a foot at the point.
  for (const s of [-1, 1]) {
    add(j, path([[cx + s * half * 1.06, top + 12], [cx + s * half * 1.12, top - 66], [cx + s * half * 0.72, top + 4]]), silver, 0.6);
    stone(j, [cx + s * half * 1.0, top - 8], 15, red);
    add(j, path([[cx + s * half * 0.5, top], [cx + s * half * 0.36, top - 46], [cx + s * half * 0.22, top]]), silver, 0.6);
  }
  add(j, path([[cx - 26, top + tall - 46], [cx + 26, top + tall - 46], [cx + 38, top + tall + 16], [cx, top + tall + 46], [cx - 38, top + tall + 16]]), silver, 0.62);
  const scaled = (k: number): Point[] => {
    const g: Point = [cx, top + tall * 0.33];
    return [a, b, c].map((p) => partway(g, p, k));
  };
  add(j, path(scaled(1.04)), silver, 0.68);
  add(j, path(scaled(0.97)), '#a9a59b', 0.52);
  wire(j, path(scaled(0.94)), 6, 0.9);
  // Enamel cells, from the outside in.
  const cells: readonly [number, number, string][] = [[0.9, 0.74, palette[0]!], [0.71, 0.53, palette[1]!], [0.5, 0.3, palette[2]!]];
  for (const [outer, inner, enamel] of cells) {
    const out = scaled(outer);
    const within = scaled(inner);
    j.colour.push(`<path d="${path(out)}${path(within)}" fill-rule="evenodd" fill="${enamel}"/>`);
    j.relief.push(`<path d="${path(out)}${path(within)}" fill-rule="evenodd" fill="#a8a8a8"/>`);
    wire(j, path(out), 4.5, 0.95);
    wire(j, path(within), 4.5, 0.95);
    for (let side = 0; side < 3; side++) {
      const n = outer > 0.8 ? 9 : outer > 0.6 ? 7 : 4;
      for (let k = 1; k < n; k++) {
        const p = partway(out[side]!, out[(side + 1) % 3]!, k / n);
        const q = partway(within[side]!, within[(side + 1) % 3]!, (k + (k % 2 ? 0.5 : -0.5)) / n);
        wire(j, `M${p[0]} ${p[1]}L${q[0]} ${q[1]}`, 3, 0.9);
      }
    }
  }
  for (let side = 0; side < 3; side++) {
    const rim = scaled(1.005);
    for (let k = 0; k <= 30; k++) bead(j, partway(rim[side]!, rim[(side + 1) % 3]!, k / 30), 4.6);
  }
  const tips = scaled(0.8);
  for (const tip of tips) stone(j, tip, 17, red);
  const centre: Point = [cx, top + tall * 0.33];
  stone(j, centre, 27, red);
  for (let k = 0; k < 18; k++) bead(j, polar(centre[0], centre[1], 42, (k / 18) * Math.PI * 2), 4.2);
  stone(j, [cx, top + tall + 6], 15, palette[0] === '#c9c6be' ? red : palette[0]!);
  // Three drops on short links.
  for (const t of [-1, 0, 1]) {
    if (t === 0) continue;
    const [x, y] = partway(t < 0 ? a : b, c, 0.5);
    wire(j, `M${x + t * 6} ${y + 6}L${x + t * 12} ${y + 40}`, 5, 0.6);
    add(j, path([[x + t * 12, y + 36], [x + t * 12 + 20, y + 62], [x + t * 12, y + 106], [x + t * 12 - 20, y + 62]]), silver, 0.7);
    bead(j, [x + t * 12, y + 64], 8);
  }
  return j;
}

const size = { width: 600, height: 900 } as const;

/** Silver on a coloured wall: jewellery is the only craft that asks for a dark ground. */
export function fibula(seed: number, style: string, width: number): Picture {
  if (style.startsWith('bracelet')) return bracelet(seed, style, width);
  const r = random(seed * 3191 + style.length);
  const palette = enamels[style as keyof typeof enamels];
  const picture = limewash(width, seed, { lime: pick<Lime>(r, ['indigo', 'indigo', 'clay', 'moss', 'night']) });
  const jewel = triangle(r, palette);
  const k = (width / 960) * 1.22;
  const glass = '<defs><radialGradient id="glass" cx=".6" cy=".7" r=".7"><stop offset="0" stop-color="#fff" stop-opacity=".34"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".35"/></radialGradient></defs>';
  const layer = rasterise(jewel.colour.join(''), size.width, size.height, k);
  const enamelled = rasterise(`${glass}${jewel.stones.join('')}`, size.width, size.height, k);
  emboss(layer, heights(jewel.relief.join(''), size.width, size.height, k, 1.6), { depth: 0.2, metal: 0.8, gloss: 0.35, tightness: 40, grain: { size: 7, depth: 0.05 } }, seed, k);
  for (const part of [layer, enamelled]) {
    part.x = Math.round((picture.width - part.width) / 2);
    part.y = Math.round(picture.height / 2 - part.height * 0.56);
  }
  lay(picture, layer, [{ dx: 5 * k, dy: 7 * k, blur: 5 * k, strength: 0.55 }, { dx: 16 * k, dy: 22 * k, blur: 22 * k, strength: 0.35 }]);
  lay(picture, enamelled);
  return picture;
}
