import sharp from 'sharp';
import { clamp } from './colour.js';

/** The canvas: red, green, blue, in floats of 0 to 255 so that light can be multiplied many times without banding. */
export interface Picture {
  width: number;
  height: number;
  rgb: Float32Array;
}

/** Something cut out, laid on a picture: straight (not premultiplied) colour, and how much of each pixel it covers. */
export interface Layer {
  x: number;
  y: number;
  width: number;
  height: number;
  rgb: Float32Array;
  alpha: Float32Array;
}

export function emptyLayer(x: number, y: number, width: number, height: number): Layer {
  return { x, y, width, height, rgb: new Float32Array(width * height * 3), alpha: new Float32Array(width * height) };
}

export interface Shadow {
  /** Where the shadow falls, in pixels from its object. Light comes from the upper left everywhere. */
  dx: number;
  dy: number;
  blur: number;
  strength: number;
}

export function lay(picture: Picture, layer: Layer, shadows: readonly Shadow[] = []): void {
  for (const shadow of shadows) castShadow(picture, layer, shadow);
  const { width, height } = picture;
  for (let j = 0; j < layer.height; j++) {
    const y = layer.y + j;
    if (y < 0 || y >= height) continue;
    for (let i = 0; i < layer.width; i++) {
      const x = layer.x + i;
      const a = layer.alpha[j * layer.width + i]!;
      if (a <= 0 || x < 0 || x >= width) continue;
      const from = (j * layer.width + i) * 3;
      const to = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) picture.rgb[to + c] = picture.rgb[to + c]! * (1 - a) + layer.rgb[from + c]! * a;
    }
  }
}

/** A blurred, offset copy of the outline. Worked out at a quarter of the size: a soft thing has no fine detail. */
export function castShadow(picture: Picture, layer: Layer, { dx, dy, blur, strength }: Shadow, until = picture.height): void {
  const step = blur > 12 ? 4 : 2;
  const margin = Math.ceil((blur * 2.5) / step) + 1;
  const w = Math.ceil(layer.width / step) + margin * 2;
  const h = Math.ceil(layer.height / step) + margin * 2;
  const small = new Float32Array(w * h);
  for (let j = 0; j < layer.height; j += step) {
    for (let i = 0; i < layer.width; i += step) small[(j / step + margin) * w + i / step + margin] = layer.alpha[j * layer.width + i]!;
  }
  const soft = blurred(small, w, h, blur / step);
  const left = layer.x + dx - margin * step;
  const top = layer.y + dy - margin * step;
  const y1 = Math.min(until, Math.floor(top + (h - 1) * step));
  const x1 = Math.min(picture.width, Math.floor(left + (w - 1) * step));
  for (let y = Math.max(0, Math.ceil(top)); y < y1; y++) {
    for (let x = Math.max(0, Math.ceil(left)); x < x1; x++) {
      const gx = (x - left) / step;
      const gy = (y - top) / step;
      const i = Math.min(gx | 0, w - 2);
      const j = Math.min(gy | 0, h - 2);
      const o = j * w + i;
      const f = gx - i;
      const g = gy - j;
      const a = ((soft[o]! * (1 - f) + soft[o + 1]! * f) * (1 - g) + (soft[o + w]! * (1 - f) + soft[o + w + 1]! * f) * g) * strength;
      if (a < 0.002) continue;
      darken(picture, (y * picture.width + x) * 3, a);
    }
  }
}

/** Shade on lime is never grey: blue is lost a little faster, so the shadow stays warm. */
export function darken(picture: Picture, offset: number, amount: number): void {
  picture.rgb[offset] = picture.rgb[offset]! * (1 - amount);
  picture.rgb[offset + 1] = picture.rgb[offset + 1]! * (1 - amount * 1.03);
  picture.rgb[offset + 2] = picture.rgb[offset + 2]! * (1 - amount * 1.02);
}

/** Three box blurs: close enough to a Gaussian, at a cost that does not grow with the radius. */
export function blurred(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.round(sigma));
  const a = plane.slice();
  const b = new Float32Array(plane.length);
  for (let pass = 0; pass < 3; pass++) {
    boxRows(a, b, width, height, radius);
    boxColumns(b, a, width, height, radius);
  }
  return a;
}

function boxRows(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const k = 1 / (radius * 2 + 1);
  for (let y = 0; y < height; y++) {
    const o = y * width;
    let sum = from[o]! * (radius + 1);
    for (let i = 1; i <= radius; i++) sum += from[o + Math.min(i, width - 1)]!;
    for (let x = 0; x < width; x++) {
      to[o + x] = sum * k;
      sum += from[o + Math.min(x + radius + 1, width - 1)]! - from[o + Math.max(x - radius, 0)]!;
    }
  }
}

function boxColumns(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const k = 1 / (radius * 2 + 1);
  const sums = new Float32Array(width);
  for (let y = -radius; y <= radius; y++) {
    const o = clamp(y, 0, height - 1) * width;
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + from[o + x]!;
  }
  for (let y = 0; y < height; y++) {
    const next = Math.min(y + radius + 1, height - 1) * width;
    const last = Math.max(y - radius, 0) * width;
    const o = y * width;
    for (let x = 0; x < width; x++) {
      to[o + x] = sums[x]! * k;
      sums[x] = sums[x]! + from[next + x]! - from[last + x]!;
    }
  }
}

/** Full chroma, because subsampling smears a red knot into its ivory neighbour. */
export async function encode(picture: Picture): Promise<Buffer> {
  const { width, height, rgb } = picture;
  const bytes = new Uint8ClampedArray(rgb.length);
  for (let i = 0; i < rgb.length; i++) bytes[i] = rgb[i]!;
  return sharp(bytes, { raw: { width, height, channels: 3 } }).jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer();
}
