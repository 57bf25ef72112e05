import { clamp } from './colour.js';
import { emptyLayer, type Layer } from './picture.js';

// Named once, as in noise.ts: the innermost loop asks for them at every pixel of every facet.
const { ceil, cos, floor, hypot, max, min, sin } = Math;

/** A profile as a potter draws it: [radius, height] from the foot outwards, over the lip and down inside. */
export type Profile = readonly (readonly [number, number])[];

export interface Turned {
  profile: Profile;
  /** How far the eye looks down, in radians: 0 is level, about 1.3 is from above. */
  tilt: number;
  /** Pixels to one unit of the profile, and where its foot's centre stands in the frame. */
  scale: number;
  cx: number;
  base: number;
}

/** What a shader is told about one point of the surface, and where it writes its answer. */
export interface Spot {
  /** Around, 0 to 1, with 0.5 facing the eye; along the profile, 0 to 1 by length. */
  turn: number;
  v: number;
  radius: number;
  height: number;
  nx: number;
  ny: number;
  nz: number;
  /** Cosine between the surface and the eye. */
  facing: number;
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

export type Shader = (spot: Spot) => void;

interface Rings {
  count: number;
  radius: Float32Array;
  height: Float32Array;
  v: Float32Array;
  nr: Float32Array;
  ny: Float32Array;
}

const around = 180;
/** Each pixel is the mean of four, which is what makes a painted line look painted. */
const samples = 2;

/** Sweeps the profile round its axis, keeps what the eye sees, and shades it. `inner` looks at the far inside instead. */
export function turn(piece: Turned, shader: Shader, inner = false): Layer {
  const rings = sweep(piece.profile);
  const { scale, tilt } = piece;
  const ct = cos(tilt);
  const st = sin(tilt);
  const widest = max(...rings.radius);
  const tallest = max(...rings.height);
  const lowest = min(...rings.height);
  const left = floor(piece.cx - widest * scale) - 2;
  const top = floor(piece.base - (tallest * ct + widest * st) * scale) - 2;
  const width = ceil(widest * scale * 2) + 5;
  const height = ceil(piece.base + (widest * st - lowest * ct) * scale) - top + 4;
  const w = width * samples;
  const h = height * samples;
  const depth = new Float32Array(w * h).fill(-1e9);
  const ringAt = new Float32Array(w * h);
  const turnAt = new Float32Array(w * h);

  // Corner positions of every quad, once.
  const px = new Float32Array(rings.count * (around + 1));
  const py = new Float32Array(px.length);
  const pz = new Float32Array(px.length);
  for (let i = 0; i < rings.count; i++) {
    for (let j = 0; j <= around; j++) {
      const angle = (j / around - 0.5) * Math.PI * 2;
      const o = i * (around + 1) + j;
      const r = rings.radius[i]!;
      px[o] = (piece.cx + r * sin(angle) * scale - left) * samples;
      py[o] = (piece.base - (rings.height[i]! * ct - r * cos(angle) * st) * scale - top) * samples;
      pz[o] = r * cos(angle) * ct + rings.height[i]! * st;
    }
  }
  for (let i = 0; i + 1 < rings.count; i++) {
    for (let j = 0; j < around; j++) {
      const angle = ((j + 0.5) / around - 0.5) * Math.PI * 2;
      const facing = rings.ny[i]! * st + rings.nr[i]! * cos(angle) * ct;
      if (inner ? facing > 0.06 : facing < -0.06) continue;
      const a = i * (around + 1) + j;
      const b = a + around + 1;
      triangle(a, a + 1, b, i, i, i + 1, j, j + 1, j);
      triangle(a + 1, b + 1, b, i, i + 1, i + 1, j + 1, j + 1, j);
    }
  }
  return shadeAll();

  function triangle(a: number, b: number, c: number, ia: number, ib: number, ic: number, ja: number, jb: number, jc: number): void {
    const ax = px[a]!, ay = py[a]!, bx = px[b]!, by = py[b]!, cx = px[c]!, cy = py[c]!;
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area === 0) return;
    const x1 = min(w - 1, floor(max(ax, bx, cx)));
    const y1 = min(h - 1, floor(max(ay, by, cy)));
    for (let y = max(0, ceil(min(ay, by, cy))); y <= y1; y++) {
      for (let x = max(0, ceil(min(ax, bx, cx))); x <= x1; x++) {
        const kb = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area;
        const kc = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area;
        const ka = 1 - kb - kc;
        if (ka < -1e-4 || kb < -1e-4 || kc < -1e-4) continue;
        const z = (pz[a]! * ka + pz[b]! * kb + pz[c]! * kc) * (inner ? -1 : 1);
        const o = y * w + x;
        if (z <= depth[o]!) continue;
        depth[o] = z;
        ringAt[o] = ia * ka + ib * kb + ic * kc;
        turnAt[o] = (ja * ka + jb * kb + jc * kc) / around;
      }
    }
  }

  function shadeAll(): Layer {
    const layer = emptyLayer(left, top, width, height);
    const spot: Spot = { turn: 0, v: 0, radius: 0, height: 0, nx: 0, ny: 0, nz: 0, facing: 0, red: 0, green: 0, blue: 0, alpha: 1 };
    const share = 1 / (samples * samples);
    for (let y = 0; y < h; y++) {
      for (let x = 0; x < w; x++) {
        const o = y * w + x;
        if (depth[o]! < -1e8) continue;
        const f = clamp(ringAt[o]!, 0, rings.count - 1.001);
        const i = f | 0;
        const k = f - i;
        const angle = (turnAt[o]! - 0.5) * Math.PI * 2;
        const nr = rings.nr[i]! * (1 - k) + rings.nr[i + 1]! * k;
        spot.turn = turnAt[o]!;
        spot.v = rings.v[i]! * (1 - k) + rings.v[i + 1]! * k;
        spot.radius = rings.radius[i]! * (1 - k) + rings.radius[i + 1]! * k;
        spot.height = rings.height[i]! * (1 - k) + rings.height[i + 1]! * k;
        spot.nx = nr * sin(angle);
        spot.ny = rings.ny[i]! * (1 - k) + rings.ny[i + 1]! * k;
        spot.nz = nr * cos(angle);
        spot.facing = spot.ny * st + spot.nz * ct;
        spot.alpha = 1;
        shader(spot);
        if (spot.alpha <= 0) continue;
        const to = (y >> 1) * width + (x >> 1);
        const part = spot.alpha * share;
        layer.alpha[to] = layer.alpha[to]! + part;
        layer.rgb[to * 3] = layer.rgb[to * 3]! + clamp(spot.red, 0, 255) * part;
        layer.rgb[to * 3 + 1] = layer.rgb[to * 3 + 1]! + clamp(spot.green, 0, 255) * part;
        layer.rgb[to * 3 + 2] = layer.rgb[to * 3 + 2]! + clamp(spot.blue, 0, 255) * part;
      }
    }
    for (let o = 0; o < layer.alpha.length; o++) {
      const a = layer.alpha[o]!;
      if (a > 0) for (let c = 0; c < 3; c++) layer.rgb[o * 3 + c] = layer.rgb[o * 3 + c]! / a;
    }
    return layer;
  }
}

/** Rounds the potter's few points into many rings, with the direction the surface faces at each. */
export function sweep(profile: Profile, count = 320): Rings {
  const radius = new Float32Array(count);
  const height = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const [r, y] = catmullRom(profile, i / (count - 1));
    radius[i] = max(0, r);
    height[i] = y;
  }
  const v = new Float32Array(count);
  const nr = new Float32Array(count);
  const ny = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const a = max(0, i - 1);
    const b = min(count - 1, i + 1);
    const dr = radius[b]! - radius[a]!;
    const dy = height[b]! - height[a]!;
    const l = hypot(dr, dy) || 1e-6;
    nr[i] = dy / l;
    ny[i] = -dr / l;
    if (i > 0) v[i] = v[i - 1]! + hypot(radius[i]! - radius[i - 1]!, height[i]! - height[i - 1]!);
  }
  const length = v[count - 1]!;
  for (let i = 0; i < count; i++) v[i] = v[i]! / length;
  return { count, radius, height, v, nr, ny };
}

function catmullRom(points: Profile, t: number): [number, number] {
  const spans = points.length - 1;
  const f = clamp(t) * spans;
  const i = min(spans - 1, floor(f));
  const u = f - i;
  const at = (k: number) => points[min(max(k, 0), spans)]!;
  const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
  const curve = (d: 0 | 1) =>
    0.5 * (2 * p1[d] + (p2[d] - p0[d]) * u + (2 * p0[d] - 5 * p1[d] + 4 * p2[d] - p3[d]) * u * u + (3 * p1[d] - p0[d] - 3 * p2[d] + p3[d]) * u ** 3);
  return [curve(0), curve(1)];
}
