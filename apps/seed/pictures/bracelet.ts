import { clamp, smooth } from './colour.js';
import { turn, type Profile, type Spot } from './lathe.js';
import { wrapped } from './noise.js';
import { lay, type Picture } from './picture.js';
import { between, pick, random, whole } from './random.js';
import { heights, room } from './relief.js';
import { path, rasterise, type Point } from './svg.js';
import { groundShadow, limewash, type Lime } from './wall.js';

const enamels = { tiznit: ['#1e5b8c', '#e0a52c', '#2f7d54'], niello: ['#2a2724', '#2a2724', '#8f1424'] } as const;
export const braceletStyles = (Object.keys(enamels) as (keyof typeof enamels)[]).map((style) => `bracelet-${style}` as const);

/** The band, unwrapped. Its outer face takes the middle of the sheet. */
const sheet = { width: 2400, height: 400 } as const;
const face = { top: 40, bottom: 196 } as const;

const band: Profile = [[0.86, 0.02], [0.92, 0], [0.985, 0.03], [1.0, 0.09], [0.985, 0.16], [0.985, 0.42], [1.0, 0.49], [0.985, 0.55], [0.92, 0.58], [0.87, 0.56], [0.86, 0.48], [0.86, 0.12]];

/** A hinged cuff of the Anti-Atlas, standing on the ledge. */
export function bracelet(seed: number, style: string, width: number): Picture {
  const r = random(seed * 2999 + style.length);
  const palette = enamels[style.replace('bracelet-', '') as keyof typeof enamels];
  const ledge = 0.44;
  const picture = limewash(width, seed, { lime: pick<Lime>(r, ['indigo', 'clay', 'moss']), ledge });
  const panels = whole(r, 9, 12) * 2;
  const drawn = engraving(panels, palette);
  const colour = rasterise(drawn.colour, sheet.width, sheet.height);
  const relief = heights(drawn.relief, sheet.width, sheet.height, 1, 1.4);
  const tilt = 0.52;
  const scale = width * 0.29;
  const base = picture.height * 0.66;
  const turned = between(r, 0, 1 / panels);
  const shader = (s: Spot) => {
    const x = Math.floor(((s.turn + turned) % 1) * (sheet.width - 6)) + 3;
    const y = Math.min(Math.max(Math.floor(s.v * sheet.height), 2), sheet.height - 3);
    const o = y * sheet.width + x;
    const inner = s.v > 0.62;
    const slope = inner ? 0 : 1;
    const du = (relief[o - 2]! - relief[o + 2]!) * 1.5 * slope;
    const dv = (relief[o + 2 * sheet.width]! - relief[o - 2 * sheet.width]!) * 1.1 * slope;
    const angle = Math.PI * 2 * (s.turn - 0.5);
    const wear = (wrapped(s.turn, s.v * 26, 90, seed) - 0.5) * 0.09;
    const nx = s.nx + Math.cos(angle) * du + wear;
    const ny = s.ny - dv + wear;
    const nz = s.nz - Math.sin(angle) * du;
    const l = Math.hypot(nx, ny, nz);
    const mirror = room(nx / l, -ny / l, Math.max(0.12, nz / l));
    const set = inner ? 0 : colour.alpha[o]!;
    const hollow = inner ? 0.5 + 0.25 * smooth(0.1, 0.56, s.height) : 0.7 + 0.3 * smooth(0, 0.3, s.height);
    const tarnish = (inner ? 0.86 : 0.72 + 0.36 * clamp(relief[o]!)) * hollow;
    const glaze = (0.5 + 0.5 * clamp((nx * -0.5 + ny * 0.6 + nz * 0.6) / l)) * hollow;
    const glint = clamp((nx * -0.3 + ny * 0.66 + nz * 0.68) / l) ** 60 * 120 * set;
    const steel = [212, 208, 199] as const;
    const stain = (c: 0 | 1 | 2) => steel[c] * mirror * tarnish * (1 - set) + colour.rgb[o * 3 + c]! * glaze * set + glint;
    s.red = stain(0);
    s.green = stain(1);
    s.blue = stain(2);
  };
  const layer = turn({ profile: band, tilt, scale, cx: width / 2, base }, shader);
  groundShadow(picture, width / 2, base, scale, scale * Math.sin(tilt), 0.9);
  lay(picture, layer);
  return picture;
}

/** Panels of enamel between beaded wires: what is coloured, and what stands up. */
function engraving(panels: number, palette: readonly string[]): { colour: string; relief: string } {
  const colour: string[] = [];
  const relief: string[] = [`<rect width="${sheet.width}" height="${sheet.height}" fill="#777"/>`];
  const w = sheet.width / panels;
  const middle = (face.top + face.bottom) / 2;
  const tall = face.bottom - face.top;
  const cell = (points: readonly Point[], fill: string) => {
    colour.push(`<path d="${path(points)}" fill="${fill}"/>`);
    relief.push(`<path d="${path(points)}" fill="#666" stroke="#fff" stroke-width="4"/>`);
  };
  for (let n = 0; n < panels; n++) {
    const x = (n + 0.5) * w;
    const [left, right] = [x - w * 0.38, x + w * 0.38];
    if (n % 2) {
      cell([[x, middle - tall * 0.36], [right, middle], [x, middle + tall * 0.36], [left, middle]], palette[0]!);
      relief.push(`<circle cx="${x}" cy="${middle}" r="15" fill="#fff"/>`);
      colour.push(`<circle cx="${x}" cy="${middle}" r="13" fill="${palette[1] === palette[0] ? palette[2]! : '#a3182a'}"/>`);
    } else {
      cell([[left, middle - tall * 0.36], [right, middle - tall * 0.36], [x, middle - 4]], palette[1]!);
      cell([[left, middle + tall * 0.36], [right, middle + tall * 0.36], [x, middle + 4]], palette[2]!);
    }
    relief.push(`<path d="M${n * w} ${face.top}V${face.bottom}" stroke="#fff" stroke-width="6"/>`);
    for (let k = 0; k < 5; k++) {
      for (const y of [face.top - 2, face.bottom + 2]) relief.push(`<circle cx="${(n + (k + 0.5) / 5) * w}" cy="${y}" r="8" fill="#fff"/>`);
    }
  }
  return { colour: colour.join(''), relief: relief.join('') };
}
