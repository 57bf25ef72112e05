import { clamp, mix, rgb, smooth, type Rgb } from './colour.js';
import { fbm, hash, noise } from './noise.js';
import { castShadow, emptyLayer, lay, type Layer, type Picture } from './picture.js';
import { between, pick, random, whole, type Random } from './random.js';
import { path, polar, rasterise, star, type Point } from './svg.js';
import { limewash } from './wall.js';

interface Wood { pale: Rgb; mid: Rgb; dark: Rgb; burl: number }

const woods = {
  thuya: { pale: rgb('#bf6f33'), mid: rgb('#8a4419'), dark: rgb('#3f1a0a'), burl: 1 },
  cedar: { pale: rgb('#cf9a64'), mid: rgb('#b0743f'), dark: rgb('#7d4824'), burl: 0 },
  walnut: { pale: rgb('#8d6240'), mid: rgb('#66422a'), dark: rgb('#3a2416'), burl: 0.25 },
} as const satisfies Record<string, Wood>;
type Species = keyof typeof woods;

export const boxStyles = (Object.keys(woods) as Species[]).flatMap((wood) => [`${wood}-rosette`, `${wood}-border`] as const);

/** Colour of the wood at a point of the plank: rings bent by slow noise, and eyes where the root burled. */
function grain(wood: Wood, x: number, y: number, seed: number): Rgb {
  const bend = fbm(x * 1.6, y * 1.6, seed) * (0.5 + 2.6 * wood.burl);
  let eye = 0;
  if (wood.burl > 0) {
    // The eyes are not round: the same slow noise that bends the rings squeezes them.
    const wx = x * 10 + (bend - 1.4) * 0.5;
    const wy = y * 10 + (noise(x * 9, y * 9, seed + 2) - 0.5) * 0.5;
    const i = Math.floor(x * 10);
    const j = Math.floor(y * 10);
    for (let b = j - 1; b <= j + 1; b++) {
      for (let a = i - 1; a <= i + 1; a++) {
        if (hash(a, b, seed + 5) > 0.7 * wood.burl) continue;
        const d = Math.hypot(wx - a - hash(a, b, seed + 6), wy - b - hash(a, b, seed + 7)) / (0.16 + hash(a, b, seed + 8) ** 2 * 0.6);
        if (d < 1) eye = Math.max(eye, (1 - d) * (0.85 + 0.15 * Math.sin(d * 17)));
      }
    }
  }
  const rings = 0.5 + 0.5 * Math.sin((y * (wood.burl ? 5 : 16) + bend * (wood.burl ? 4.5 : 5) + eye * 3) * Math.PI * 2 * 0.8);
  const pores = noise(x * (wood.burl ? 90 : 26), y * (wood.burl ? 90 : 190), seed + 3);
  const t = clamp(0.16 + rings * 0.42 + (pores - 0.5) * 0.3 + (fbm(x * 3, y * 3, seed + 9) - 0.5) * 0.7);
  return mix(mix(wood.pale, wood.mid, t), wood.dark, clamp(eye * 0.85 + smooth(0.74, 1, t) * 0.35));
}

const lemon = '#e6c57c';
const ebony = '#21150f';
const pearl = '#e9e6dc';

/** Lemon wood, ebony and mother of pearl, let into a face of `w` by `h`. */
function inlay(r: Random, w: number, h: number, rosette: boolean, lid: boolean): string {
  const out: string[] = [];
  const gap = lid ? 26 : 20;
  const band = lid ? 22 : 14;
  const frame = (inset: number, colour: string, thick: number) => `<rect x="${inset}" y="${inset}" width="${w - inset * 2}" height="${h - inset * 2}" fill="none" stroke="${colour}" stroke-width="${thick}"/>`;
  out.push(frame(gap, ebony, 3), frame(gap + band, ebony, 3), frame(gap + band / 2, lemon, band - 3));
  // Small triangles of ebony in the lemon-wood band.
  const along = (length: number, place: (a: number, b: number) => Point) => {
    const n = Math.round(length / (band * 1.1));
    for (let i = 0; i < n; i++) {
      const a = (i * length) / n;
      out.push(`<path d="${path([place(a, 2), place(a + length / n, 2), place(a + length / n / 2, band - 2)])}" fill="${ebony}"/>`);
    }
  };
  along(w - gap * 2, (a, b) => [gap + a, gap + b]);
  along(w - gap * 2, (a, b) => [gap + a, h - gap - b]);
  along(h - gap * 2, (a, b) => [gap + b, gap + a]);
  along(h - gap * 2, (a, b) => [w - gap - b, gap + a]);
  if (!lid || !rosette) return out.join('');
  const [cx, cy] = [w / 2, h / 2];
  const reach = Math.min(w, h) * 0.29;
  const tips = pick(r, [12, 16]);
  out.push(`<circle cx="${cx}" cy="${cy}" r="${reach * 1.08}" fill="none" stroke="${lemon}" stroke-width="7"/><circle cx="${cx}" cy="${cy}" r="${reach * 1.13}" fill="none" stroke="${ebony}" stroke-width="3"/>`);
  for (let k = 0; k < tips; k++) {
    const step = (Math.PI * 2) / tips;
    const at = (radius: number, t: number): Point => polar(cx, cy, reach * radius, (k + t) * step);
    out.push(`<path d="${path([at(0.62, -0.5), at(1, 0), at(0.62, 0.5), at(0.4, 0)])}" fill="${k % 2 ? lemon : pearl}" stroke="${ebony}" stroke-width="1.6"/>`);
    out.push(`<path d="${path([at(1, 0), at(0.62, 0.5), at(1, 1), at(1.02, 0.5)])}" fill="${ebony}"/>`);
  }
  out.push(`<path d="${star(cx, cy, reach * 0.42, reach * 0.24, tips)}" fill="${ebony}"/><path d="${star(cx, cy, reach * 0.26, reach * 0.13, tips / 2)}" fill="${pearl}"/>`);
  for (const [x, y] of [[0.17, 0.22], [0.83, 0.22], [0.17, 0.78], [0.83, 0.78]] as const) out.push(`<path d="${star(w * x, h * y, 24, 11, 4)}" fill="${lemon}" stroke="${ebony}" stroke-width="2"/>`);
  return out.join('');
}

interface Face {
  /** Corner, and where the face's width and height point, in pixels. */
  origin: Point;
  across: Point;
  down: Point;
  w: number;
  h: number;
  light: number;
  drawing: string;
  /** Where on the plank it was sawn. */
  plank: Point;
  lid?: boolean;
}

function drawFace(picture: Picture, face: Face, wood: Wood, seed: number): Layer {
  const { origin: o, across: a, down: d } = face;
  const corners: Point[] = [o, [o[0] + a[0], o[1] + a[1]], [o[0] + a[0] + d[0], o[1] + a[1] + d[1]], [o[0] + d[0], o[1] + d[1]]];
  const layer = rasterise(`<path d="${path(corners)}" fill="#000" stroke="#000" stroke-width=".8"/>`, picture.width, picture.height);
  const inlaid = rasterise(face.drawing, face.w, face.h, 2);
  const det = a[0] * d[1] - a[1] * d[0];
  for (let y = 0; y < layer.height; y++) {
    for (let x = 0; x < layer.width; x++) {
      const p = y * layer.width + x;
      if (layer.alpha[p] === 0) continue;
      const u = clamp(((x - o[0]) * d[1] - (y - o[1]) * d[0]) / det);
      const v = clamp(((y - o[1]) * a[0] - (x - o[0]) * a[1]) / det);
      const colour = grain(wood, face.plank[0] + (u * face.w) / 600, face.plank[1] + (v * face.h) / 600, seed);
      const i = Math.min(Math.floor(u * inlaid.width), inlaid.width - 1);
      const j = Math.min(Math.floor(v * inlaid.height), inlaid.height - 1);
      const q = j * inlaid.width + i;
      const set = inlaid.alpha[q]!;
      // French polish: the window lies across the lid as one soft bar.
      const gloss = face.lid ? 0.22 * smooth(0.26, 0, Math.abs(u * 0.8 + v * 0.5 - 0.42)) : 0.05 * (1 - v);
      const edge = face.lid ? 1 : 0.86 + 0.14 * smooth(1, 0.75, v);
      const bevel = 1 + 0.3 * smooth(0.016, 0, Math.min(v, u)) - 0.2 * smooth(0.016, 0, Math.min(1 - v, 1 - u));
      for (let c = 0; c < 3; c++) {
        const base = colour[c]! * (1 - set) + inlaid.rgb[q * 3 + c]! * (0.93 + 0.12 * noise(u * 90, v * 30, seed + 20)) * set;
        layer.rgb[p * 3 + c] = base * face.light * edge * bevel + gloss * 235 * (1 - 0.06 * c);
      }
    }
  }
  return layer;
}

/** A lidded box seen from above one corner. */
export function box(seed: number, style: string, width: number): Picture {
  const [species, decor] = style.split('-') as [Species, 'rosette' | 'border'];
  const r = random(seed * 4093 + style.length);
  const wood = woods[species];
  const picture = limewash(width, seed, { ledge: 0.4 });
  const k = width / 960;
  const [long, deep, tall] = [between(r, 540, 580) * k, between(r, 340, 380) * k, between(r, 190, 230) * k];
  const across: Point = [long * 0.93, long * 0.24];
  const back: Point = [deep * 0.62, -deep * 0.56];
  const up: Point = [0, tall];
  const start: Point = [picture.width / 2 - (across[0] + back[0]) / 2, picture.height * 0.5];
  const w = 560;
  const d = 420;
  const h = 220;
  const seam = `<rect x="0" y="${h * 0.3}" width="${w}" height="4" fill="#140a05"/><rect x="0" y="${h * 0.3 + 4}" width="${w}" height="2" fill="#fff" opacity=".2"/>`;
  const lock = `<circle cx="${w / 2}" cy="${h * 0.42}" r="17" fill="#b58a3e"/><circle cx="${w / 2}" cy="${h * 0.42}" r="17" fill="none" stroke="#5d431a" stroke-width="2"/><path d="M${w / 2 - 3} ${h * 0.4}h6l3 16h-12Z" fill="#2a1c0a"/>`;
  const faces: Face[] = [
    { origin: start, across, down: up, w, h, light: 0.86, drawing: inlay(r, w, h, false, false) + seam + lock, plank: [whole(r, 0, 9), 0] },
    { origin: [start[0] + across[0], start[1] + across[1]], across: back, down: up, w: d, h, light: 0.52, drawing: inlay(r, d, h, false, false) + seam, plank: [whole(r, 10, 19), 3] },
    { origin: [start[0] + back[0], start[1] + back[1]], across, down: [-back[0], -back[1]], w, h: d, light: 1.06, drawing: inlay(r, w, d, decor === 'rosette', true), plank: [whole(r, 20, 29), 6], lid: true },
  ];
  // The footprint, slid away from the window, is the shadow.
  const foot = emptyLayer(0, 0, picture.width, picture.height);
  const ground = rasterise(`<path d="${path([[start[0], start[1] + tall], [start[0] + across[0], start[1] + across[1] + tall], [start[0] + across[0] + back[0] + tall * 0.75, start[1] + across[1] + back[1] + tall * 1.05], [start[0] + back[0] + tall * 0.7, start[1] + back[1] + tall]])}" fill="#000"/>`, picture.width, picture.height);
  foot.alpha.set(ground.alpha);
  castShadow(picture, foot, { dx: 5 * k, dy: 4 * k, blur: 7 * k, strength: 0.42 });
  castShadow(picture, foot, { dx: 26 * k, dy: 8 * k, blur: 28 * k, strength: 0.34 });
  for (const face of faces) lay(picture, drawFace(picture, face, wood, seed));
  return picture;
}
