import { fbm, hash } from './noise.js';
import { between, pick, shuffled, whole, type Random } from './random.js';
import { KnotGrid, type Wool } from './rug.grid.js';

/** How a rug is made decides how it is drawn: `pile` is the length of the wool, 0 for a flat weave. */
export interface Cartoon {
  grid: KnotGrid;
  pile: number;
  fringe: Wool;
  /** Where small mirrors are sewn on, in knots. */
  sequins?: readonly (readonly [number, number])[];
}

export type Cartoonist = (width: number, height: number, r: Random) => Cartoon;

/** Undyed ivory with a net of dark lozenges that drifts, because it is woven from memory. */
const beniOurain: Cartoonist = (width, height, r) => {
  const grid = new KnotGrid(width, height, 'ivory');
  const across = whole(r, 2, 4);
  const rx = width / across / 2;
  const ry = rx * between(r, 1.1, 1.6);
  const line = pick<Wool>(r, ['charcoal', 'charcoal', 'brown']);
  const inner = pick(r, ['none', 'echo', 'seed'] as const);
  let drift = 0;
  for (let j = -1; j * ry < height + ry; j++) {
    drift += between(r, -1, 1);
    for (let i = -1; i <= across + 1; i++) {
      const cx = i * rx * 2 + (j & 1 ? rx : 0) + drift + between(r, -1.1, 1.1);
      const cy = j * ry + between(r, -1.5, 1.5);
      grid.diamond(cx, cy, Math.round(rx + r()), Math.round(ry), line, { thickness: r() < 0.6 ? 2 : 1 });
      if (inner === 'echo' && r() < 0.7) grid.diamond(cx, cy, Math.round(rx * 0.55), Math.round(ry * 0.55), line);
      if (inner === 'seed' && r() < 0.55) grid.diamond(cx, cy, 3, 4, r() < 0.3 ? 'walnut' : line, { filled: true });
    }
  }
  return { grid, pile: 1, fringe: 'ivory' };
};

type Motif = (grid: KnotGrid, x: number, y: number, size: number, wool: Wool, accent: Wool) => void;

const azilalMotifs: readonly Motif[] = [
  // An eye, against the other eye.
  (g, x, y, s, wool, accent) => {
    g.diamond(x, y, s, s + 2, wool, { thickness: 2 });
    g.diamond(x, y, s >> 1, (s >> 1) + 1, accent, { filled: true });
  },
  // Water.
  (g, x, y, s, wool) => {
    for (let row = -1; row <= 1; row++) {
      for (let i = -s; i <= s; i++) {
        const rise = Math.abs(((i + s) % 6) - 3);
        g.put(x + i, y + row * 5 + rise, wool);
        g.put(x + i, y + row * 5 + rise + 1, wool);
      }
    }
  },
  // A crossing.
  (g, x, y, s, wool) => {
    g.line(x - s, y - s, x + s, y + s, wool, 2);
    g.line(x - s, y + s, x + s, y - s, wool, 2);
  },
  // A palm, or a person with raised arms.
  (g, x, y, s, wool) => {
    g.line(x, y - s, x, y + s, wool, 2);
    for (const k of [2 - s, 0, s - 2]) {
      g.line(x, y + k, x - s * 0.7, y + k - s * 0.5, wool);
      g.line(x, y + k, x + 1 + s * 0.7, y + k - s * 0.5, wool);
    }
  },
  // Two triangles point to point.
  (g, x, y, s, wool, accent) => {
    for (let j = 0; j <= s; j++) {
      for (let i = -j; i <= j; i++) {
        g.put(x + i, y - s + s - j, (i + j) % 4 ? wool : accent);
        g.put(x + i, y + j, (i + j) % 4 ? wool : accent);
      }
    }
  },
  // A chequer.
  (g, x, y, s, wool, accent) => {
    const q = Math.max(2, Math.round((s * 2) / 5));
    for (let j = 0; j < q * 5; j++) {
      for (let i = 0; i < q * 5; i++) {
        const a = Math.floor(i / q);
        const b = Math.floor(j / q);
        if ((a + b) % 2 === 0) g.put(x + i - q * 2.5, y + j - q * 2.5, a === 2 && b === 2 ? accent : wool);
      }
    }
  },
];

/** Ivory, with whatever colours were left over, row by row, as the weaver thought of them. */
const azilal: Cartoonist = (width, height, r) => {
  const grid = new KnotGrid(width, height, 'ivory');
  const palette = shuffled<Wool>(r, ['charcoal', 'rose', 'saffron', 'indigo', 'madder', 'mint', 'henna', 'plum', 'sky']).slice(0, 4);
  let y = 7;
  while (y < height - 20) {
    const size = Math.min(whole(r, 7, 16), (height - y - 6) >> 1);
    const motif = whole(r, 0, azilalMotifs.length - 1);
    const [wool, accent] = [pick(r, palette), pick(r, palette)];
    const step = size * 2 + whole(r, 4, 10);
    const count = Math.max(1, Math.floor((width - 6) / step));
    let x = (width - (count - 1) * step) / 2 + between(r, -2, 2);
    for (let n = 0; n < count; n++, x += step) {
      if (r() > 0.94) continue;
      const drawn = r() < 0.82 ? motif : whole(r, 0, azilalMotifs.length - 1);
      azilalMotifs[drawn]!(grid, x, y + size, size, r() < 0.85 ? wool : pick(r, palette), accent);
    }
    y += size * 2 + 6;
    if (r() < 0.4 && y < height - 42) {
      grid.zigzag(y, 8, pick(r, palette));
      y += 10;
    }
  }
  grid.lower(Math.max(0, (height - y - 2) >> 1), 'ivory');
  return { grid, pile: 0.8, fringe: 'ivory' };
};

/** Reds that run into one another, lozenge inside lozenge, and a border that only half holds them. */
const boujaad: Cartoonist = (width, height, r) => {
  const ground = pick<Wool>(r, ['madder', 'rose', 'henna', 'coral']);
  const grid = new KnotGrid(width, height, ground);
  const palette = (['saffron', 'plum', 'rose', 'henna', 'bone', 'indigo', 'madder'] as Wool[]).filter((w) => w !== ground);
  const [warm, deep] = shuffled(r, (['rose', 'henna', 'madder', 'coral'] as Wool[]).filter((w) => w !== ground));
  const field = whole(r, 0, 9999);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const v = fbm(Math.round(x / 3) / 13, Math.round(y / 2) / 30, field) + (hash(x, y, field) - 0.5) * 0.03;
      if (v > 0.6) grid.put(x, y, warm!);
      else if (v < 0.37) grid.put(x, y, deep!);
    }
  }
  const border = 7;
  const columns = whole(r, 2, 3);
  const step = (width - border * 2) / columns;
  const rows = Math.floor((height - border * 2) / whole(r, 31, 37));
  for (let row = 0; row < rows; row++) {
    const y = Math.round(border + ((height - border * 2) * (row + 0.5)) / rows + between(r, -1, 1));
    for (let n = 0; n < columns; n++) {
      const [first, second] = [pick(r, palette), pick(r, palette)];
      const size = Math.round(step * between(r, 0.36, 0.44));
      for (let q = 0; q * 4 < size - 2; q++) {
        grid.diamond(border + step * (n + 0.5) + between(r, -1, 1), y, size - q * 4, Math.round((size - q * 4) * 0.92), q & 1 ? second : first, { filled: q > 0, thickness: 2 });
      }
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = Math.min(x, width - 1 - x, y, height - 1 - y);
      if (edge >= border) continue;
      grid.put(x, y, edge < 2 || edge === border - 1 ? 'plum' : Math.floor((x + y) / 4) & 1 ? 'saffron' : 'madder');
    }
  }
  return { grid, pile: 0.6, fringe: 'bone' };
};

/** Zemmour hanbel: flat bands of red, each with its own small geometry, cut by threads of white. */
const zemmour: Cartoonist = (width, height, r) => {
  const grid = new KnotGrid(width, height, 'madder');
  let y = 0;
  while (y < height) {
    const tall = pick(r, [3, 5, 9, 13, 13, 17]);
    const ground = pick<Wool>(r, ['madder', 'madder', 'madder', 'charcoal', 'indigo', 'plum', 'henna']);
    const figure = ground === 'charcoal' ? pick<Wool>(r, ['ivory', 'saffron']) : pick<Wool>(r, ['ivory', 'ivory', 'saffron', 'charcoal', 'bone']);
    const accent = pick<Wool>(r, ['saffron', 'ivory', 'henna', 'mint']);
    const kind = whole(r, 0, 4);
    const middle = (tall - 1) / 2;
    const period = tall + (tall & 1) - 1 + 2 * whole(r, 0, 1);
    for (let j = 0; j < tall; j++) {
      for (let x = 0; x < width; x++) {
        const u = (((x - (width >> 1)) % period) + period) % period;
        grid.put(x, y + j, bandWool({ kind, tall, j, x, middle, period, q: Math.abs(u - (period >> 1)), v: Math.abs(j - middle), ground, figure, accent }));
      }
    }
    y += tall;
    for (const thread of ['ivory', 'charcoal'] as const) {
      for (let x = 0; x < width; x++) grid.put(x, y, thread);
      y++;
    }
  }
  return { grid, pile: 0, fringe: 'bone' };
};

interface Band {
  kind: number; tall: number; j: number; x: number; middle: number; period: number;
  /** Distance from the middle of the repeat, across and up. */
  q: number; v: number;
  ground: Wool; figure: Wool; accent: Wool;
}

function bandWool({ kind, tall, j, x, middle, period, q, v, ground, figure, accent }: Band): Wool {
  if (tall === 5) return (x + (j >> 1)) % 4 < 2 && j > 0 && j < 4 ? figure : ground;
  if (tall < 9) return ground;
  if (j === 0 || j === tall - 1) return figure;
  if (kind === 0) return q + v >= middle - 1 ? figure : q + v < middle - 4 ? accent : ground;
  if (kind === 1) return q < (j * period) / tall / 2 ? figure : ground;
  if (kind === 2) return (((x + (j > middle ? -j : j)) % 6) + 6) % 6 < 3 ? figure : ground;
  if (kind === 3) return Math.abs(q - v) < 1.5 ? figure : q + v > middle + 2 ? accent : ground;
  if (q + v < middle) return (q + v) % 3 ? ground : figure;
  return (x + j) % 2 ? accent : ground;
}

/** The wedding blanket of the Middle Atlas: white on white, ribbed, and sewn with sequins by the bride's family. */
const handira: Cartoonist = (width, height, r) => {
  const grid = new KnotGrid(width, height, 'ivory');
  const sequins: [number, number][] = [];
  const accent = pick<Wool>(r, ['charcoal', 'madder', 'indigo', 'walnut']);
  let y = 2;
  while (y < height - 4) {
    const kind = pick(r, ['tufts', 'tufts', 'sequins', 'sequins', 'lines', 'lozenges'] as const);
    const tall = kind === 'lines' ? 8 : kind === 'lozenges' ? 13 : whole(r, 9, 14);
    for (let x = 0; x < width; x++) {
      if (kind === 'lines') [1, 3, 6].forEach((j) => grid.put(x, y + j, j === 3 ? accent : 'bone'));
      if (kind === 'tufts') for (let j = 0; j < tall; j += 2) grid.put(x, y + j, 'bone');
      if (kind === 'lozenges') {
        const v = Math.abs((x % 12) - 6);
        [6 - v, 6 + v].forEach((j) => grid.put(x, y + j, accent));
      }
    }
    if (kind === 'sequins') {
      for (let j = 2; j < tall - 1; j += 4) for (let x = (j % 8 === 2 ? 2 : 4); x < width - 1; x += 4) sequins.push([x, y + j]);
    }
    y += tall + 2;
  }
  return { grid, pile: 0, fringe: 'ivory', sequins };
};

export const cartoons = { 'beni-ourain': beniOurain, azilal, boujaad, zemmour, handira } as const satisfies Record<string, Cartoonist>;
export type RugStyle = keyof typeof cartoons;
