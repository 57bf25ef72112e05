import { clamp, type Rgb } from './colour.js';
import { noise } from './noise.js';
import { blurred, type Layer } from './picture.js';
import { rasterise } from './svg.js';

/** How a surface answers light. */
export interface Material {
  /** Steepness given to the height map: 1 is a coin, 6 a cushion. */
  depth: number;
  /** Strength and tightness of the highlight. */
  gloss?: number;
  tightness?: number;
  /** Share of the colour that is a mirror of the room: 1 for polished metal. */
  metal?: number;
  /** Fine roughness: its size in pixels at 960 wide, and how deep it goes. */
  grain?: { size: number; depth: number; stretch?: number };
}

/** The light comes from a window at the upper left, a little in front. */
const daylight = normal(-0.52, -0.62, 0.72);
const half = normal(daylight[0], daylight[1], daylight[2] + 1);

function normal(x: number, y: number, z: number): Rgb {
  const l = Math.hypot(x, y, z);
  return [x / l, y / l, z / l];
}

/** Reads a grey drawing as heights, softened so that edges become slopes rather than cliffs. */
export function heights(body: string, width: number, height: number, scale: number, soft: number): Float32Array {
  const drawn = rasterise(`<rect width="${width}" height="${height}" fill="#000"/>${body}`, width, height, scale);
  const plane = new Float32Array(drawn.width * drawn.height);
  for (let i = 0; i < plane.length; i++) plane[i] = drawn.rgb[i * 3]! / 255;
  return soft > 0 ? blurred(plane, drawn.width, drawn.height, soft) : plane;
}

/** Blows up a flat outline like a cushion: high in the middle, round at the rim. */
export function inflated(alpha: Float32Array, width: number, height: number, radius: number): Float32Array {
  let plane = blurred(alpha, width, height, radius);
  for (let i = 0; i < plane.length; i++) plane[i] = plane[i]! * alpha[i]!;
  plane = blurred(plane, width, height, radius / 2);
  for (let i = 0; i < plane.length; i++) plane[i] = Math.sqrt(clamp((plane[i]! - 0.12) * 1.2)) * (alpha[i]! > 0 ? 1 : 0);
  return blurred(plane, width, height, Math.max(1, radius / 9));
}

/** Lights a flat drawing by its height map, in place. */
export function emboss(layer: Layer, height: Float32Array, material: Material, seed: number, scale: number): Layer {
  const { width: w, height: h } = layer;
  const { gloss = 0.2, tightness = 24, metal = 0, grain } = material;
  const depth = material.depth * 46 * scale;
  const gx = grain ? 1 / (grain.size * scale) : 0;
  const gy = grain ? gx / (grain.stretch ?? 1) : 0;
  for (let y = 1; y < h - 1; y++) {
    for (let x = 1; x < w - 1; x++) {
      const o = y * w + x;
      if (layer.alpha[o] === 0) continue;
      let nx = (height[o - 1]! - height[o + 1]!) * depth;
      let ny = (height[o - w]! - height[o + w]!) * depth;
      if (grain) {
        const here = noise(x * gx, y * gy, seed);
        nx += (here - noise((x + 1) * gx, y * gy, seed)) * grain.depth * 4;
        ny += (here - noise(x * gx, (y + 1) * gy, seed)) * grain.depth * 4;
      }
      const l = 1 / Math.sqrt(nx * nx + ny * ny + 1);
      nx *= l;
      ny *= l;
      const diffuse = nx * daylight[0] + ny * daylight[1] + l * daylight[2];
      const light = 0.42 + 0.82 * Math.max(0, diffuse);
      const spec = Math.max(0, nx * half[0] + ny * half[1] + l * half[2]) ** tightness * gloss * 255;
      const mirror = metal > 0 ? room(nx, ny, l) : 1;
      for (let c = 0; c < 3; c++) {
        const base = layer.rgb[o * 3 + c]!;
        layer.rgb[o * 3 + c] = base * (light * (1 - metal) + mirror * metal) + spec;
      }
    }
  }
  return layer;
}

/** What polished metal sees: a bright window, a pale ceiling, a dark floor, a dim far wall. */
export function room(nx: number, ny: number, nz: number): number {
  const rx = 2 * nz * nx;
  const ry = 2 * nz * ny;
  const ceiling = clamp(0.5 - ry * 0.62);
  const pane = Math.exp(-((rx + 0.62) ** 2 * 9 + (ry + 0.5) ** 2 * 7));
  const far = Math.exp(-((rx - 0.75) ** 2 * 10 + (ry - 0.1) ** 2 * 3));
  return 0.34 + 0.62 * ceiling * ceiling * (3 - 2 * ceiling) + 1.05 * pane + 0.3 * far - 0.12 * Math.abs(rx);
}
