// Named once: these run some millions of times a picture, and a global is looked up each time inside a test runner.
const { floor, imul } = Math;

/** A number in [0, 1) that depends only on the lattice point and the seed. */
export function hash(x: number, y: number, seed: number): number {
  let h = (imul(x, 374761393) + imul(y, 668265263) + imul(seed, 974634541)) | 0;
  h = imul(h ^ (h >>> 13), 1274126177);
  h = imul(h ^ (h >>> 15), 1911520717);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Value noise: the lattice, smoothly joined. */
export function noise(x: number, y: number, seed: number): number {
  const i = floor(x);
  const j = floor(y);
  const f = x - i;
  const g = y - j;
  const u = f * f * (3 - 2 * f);
  const v = g * g * (3 - 2 * g);
  const top = hash(i, j, seed) * (1 - u) + hash(i + 1, j, seed) * u;
  const bottom = hash(i, j + 1, seed) * (1 - u) + hash(i + 1, j + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** Three octaves, which is where wool, lime and glaze stop looking like a computer's clouds. */
export function fbm(x: number, y: number, seed: number): number {
  return noise(x, y, seed) * 0.5 + noise(x * 2.1, y * 2.1, seed + 1) * 0.3 + noise(x * 4.3, y * 4.3, seed + 2) * 0.2;
}

/** Noise that closes on itself when `turn` goes from 0 to 1, for anything wrapped round a pot. */
export function wrapped(turn: number, y: number, cells: number, seed: number): number {
  const x = turn * cells;
  const i = floor(x);
  const j = floor(y);
  const f = x - i;
  const g = y - j;
  const u = f * f * (3 - 2 * f);
  const v = g * g * (3 - 2 * g);
  const a = ((i % cells) + cells) % cells;
  const b = (a + 1) % cells;
  const top = hash(a, j, seed) * (1 - u) + hash(b, j, seed) * u;
  const bottom = hash(a, j + 1, seed) * (1 - u) + hash(b, j + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** A field of fbm sampled on a coarse grid and read back smoothly: slow variation at a fraction of the price. */
export function coarseFbm(width: number, height: number, scaleX: number, scaleY: number, seed: number, step = 6): (x: number, y: number) => number {
  const columns = Math.ceil(width / step) + 2;
  const rows = Math.ceil(height / step) + 2;
  const grid = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) grid[j * columns + i] = fbm((i * step) / scaleX, (j * step) / scaleY, seed);
  }
  return (x, y) => {
    const gx = Math.min(Math.max(x / step, 0), columns - 1.001);
    const gy = Math.min(Math.max(y / step, 0), rows - 1.001);
    const i = gx | 0;
    const j = gy | 0;
    const f = gx - i;
    const g = gy - j;
    const o = j * columns + i;
    const top = grid[o]! * (1 - f) + grid[o + 1]! * f;
    const bottom = grid[o + columns]! * (1 - f) + grid[o + columns + 1]! * f;
    return top * (1 - g) + bottom * g;
  };
}
