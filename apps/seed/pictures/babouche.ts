import { castShadow, lay, type Layer, type Picture } from './picture.js';
import { between, pick, random, type Random } from './random.js';
import { emboss, heights, inflated, type Material } from './relief.js';
import { polar, rasterise, star } from './svg.js';
import { limewash } from './wall.js';

interface Leather { upper: string; lining: string; thread: string }

const leathers = {
  yellow: { upper: '#e0a92f', lining: '#e9c987', thread: '#8a5a16' },
  white: { upper: '#ece4d2', lining: '#d8b98a', thread: '#a08a62' },
  madder: { upper: '#a5302a', lining: '#d9b07c', thread: '#e6b25a' },
  indigo: { upper: '#2a3f7c', lining: '#d2a877', thread: '#dfc79a' },
  natural: { upper: '#b0713f', lining: '#dcb27e', thread: '#f0dcb4' },
  mint: { upper: '#6f9f86', lining: '#dcb98c', thread: '#f1e6c8' },
} as const satisfies Record<string, Leather>;
type Dye = keyof typeof leathers;

export const baboucheStyles = (Object.keys(leathers) as Dye[]).flatMap((dye) => [`plain-${dye}`, `embroidered-${dye}`] as const);

const size = { width: 320, height: 760 } as const;
const outline = 'M144 22C176 62 268 150 286 268C298 356 258 446 254 540C252 652 214 726 156 726C98 726 64 652 66 542C66 448 26 362 36 264C46 160 118 84 128 30C130 18 138 14 144 22Z';
const inside = 'M146 60C180 110 252 176 266 274C276 356 240 446 236 540C234 640 204 706 156 706C108 706 82 640 84 542C84 448 48 362 56 270C66 176 122 112 134 62Z';
// Two curves make the shoe: the sole's outline and the throat.
const upper = 'M144 22C176 62 268 150 286 268C295 338 272 410 260 486C236 404 206 338 158 338C110 338 84 404 60 488C50 410 28 338 36 264C46 160 118 84 128 30C130 18 138 14 144 22Z';
const heel = 'M66 560C64 660 98 726 156 726C214 726 254 656 254 560C236 630 208 652 158 652C110 652 86 630 66 560Z';
const throat = 'M254 474C230 396 202 350 158 350C114 350 90 396 66 476';

/** Room for a shoe turned a few degrees. */
const frame = { width: 460, height: 840 } as const;

const hide: Material = { depth: 0.9, gloss: 0.16, tightness: 14, grain: { size: 3.4, depth: 0.055 } };

function stitched(d: string, thread: string, width = 2.4): string {
  return `<path d="${d}" fill="none" stroke="#0004" stroke-width="${width + 1.6}"/><path d="${d}" fill="none" stroke="${thread}" stroke-width="${width}" stroke-dasharray="7 4.5" stroke-linecap="round"/>`;
}

/** Silk on the vamp: a rosette, a stem of leaves, and dots towards the toe. */
function embroidery(r: Random, thread: string): string {
  const petals = pick(r, [10, 12]);
  const leaves = Array.from({ length: 5 }, (_, i) => {
    const y = 200 - i * 27;
    const w = 58 - i * 9.5;
    return `<path d="M152 ${y}C${152 + w * 0.4} ${y - 24} ${152 + w} ${y - 22} ${152 + w} ${y - 30}C${152 + w * 0.9} ${y + 2} ${152 + w * 0.3} ${y + 8} 152 ${y}ZM152 ${y}C${152 - w * 0.4} ${y - 24} ${152 - w} ${y - 22} ${152 - w} ${y - 30}C${152 - w * 0.9} ${y + 2} ${152 - w * 0.3} ${y + 8} 152 ${y}Z"/>`;
  });
  const ring = Array.from({ length: 22 }, (_, i) => {
    const [x, y] = polar(157, 262, 50, (i * Math.PI * 2) / 22);
    return `<circle cx="${x}" cy="${y}" r="3.4"/>`;
  });
  // Laid silk: the shapes are filled with parallel stitches, and the leather shows between them.
  const laid = `<pattern id="laid" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(24)"><rect width="5" height="5" fill="${thread}"/><rect width="5" height="1.5" fill="#000" fill-opacity=".3"/></pattern>`;
  return `<defs>${laid}</defs><g fill="url(#laid)"><path d="${star(157, 262, 40, 19, petals)}"/>${ring.join('')}${leaves.join('')}</g><circle cx="157" cy="262" r="9" fill="#0003"/>`;
}

function part(drawing: string, relief: string, scale: number, turnDegrees: number, mirror: boolean, puff: number, material: Material, seed: number): Layer {
  // Each shoe is drawn in place, already turned, so that the light stays where the window is.
  const place = (body: string) => `<g transform="translate(${frame.width / 2} ${frame.height / 2}) rotate(${turnDegrees}) scale(${mirror ? -1 : 1} 1) translate(${-size.width / 2} ${-size.height / 2})">${body}</g>`;
  const layer = rasterise(place(drawing), frame.width, frame.height, scale);
  if (puff === 0) return layer;
  const round = inflated(layer.alpha, layer.width, layer.height, puff * scale);
  if (relief) {
    const fine = heights(place(relief), frame.width, frame.height, scale, 1.4);
    for (let i = 0; i < round.length; i++) round[i] = round[i]! + fine[i]! * 0.06;
  }
  return emboss(layer, round, material, seed, scale);
}

export function babouche(seed: number, style: string, width: number): Picture {
  const [work, dye] = style.split('-') as ['plain' | 'embroidered', Dye];
  const r = random(seed * 2713 + style.length);
  const leather = leathers[dye];
  const picture = limewash(width, seed);
  const k = (width / 960) * 1.12;
  const thread = leather.thread;
  const silk = work === 'embroidered' ? embroidery(r, thread) : '';
  const lean = between(r, 4, 9);
  for (const side of [-1, 1] as const) {
    const turn = side < 0 ? -lean : lean + between(r, 2, 8);
    const shoe = (drawing: string, relief: string, puff: number, material: Material = hide) => {
      const layer = part(drawing, relief, k, turn, side < 0, puff, material, seed + side);
      layer.x = Math.round(picture.width / 2 + side * 176 * k - layer.width / 2);
      layer.y = Math.round(picture.height / 2 - layer.height / 2 + (side > 0 ? 26 * k : -8 * k));
      return layer;
    };
    const sole = shoe(`<path d="${outline}" fill="#7a5433" stroke="#7a5433" stroke-width="10"/>`, '', 0);
    castShadow(picture, sole, { dx: 22 * k, dy: 26 * k, blur: 24 * k, strength: 0.36 });
    lay(picture, sole, [{ dx: 6 * k, dy: 8 * k, blur: 6 * k, strength: 0.5 }]);
    const dark = 'M66 480C90 390 114 344 158 344C202 344 230 396 254 480L254 400L230 330L90 330L66 400Z';
    const insole = shoe(`<defs><linearGradient id="deep" x1="0" y1="0" x2="0" y2="1"><stop offset=".36" stop-color="#1a0f08" stop-opacity=".85"/><stop offset=".62" stop-color="#1a0f08" stop-opacity="0"/></linearGradient></defs><path d="${outline}" fill="${leather.lining}"/>${stitched(inside, thread, 1.6)}<path d="${dark}" fill="#1a0f08" opacity=".3"/><path d="${outline}" fill="url(#deep)"/>`, '', 14, { ...hide, depth: 0.35 });
    lay(picture, insole);
    const back = shoe(`<path d="${heel}" fill="${leather.upper}"/>`, '', 16);
    const vamp = shoe(`<path d="${upper}" fill="${leather.upper}"/>${silk}${stitched(throat, thread)}`, work === 'embroidered' ? silk.replaceAll('url(#laid)', '#999').replaceAll('#0003', '#888') : '', 46);
    lay(picture, back, [{ dx: 2 * k, dy: -5 * k, blur: 4 * k, strength: 0.3 }]);
    lay(picture, vamp, [{ dx: 3 * k, dy: 8 * k, blur: 7 * k, strength: 0.38 }]);
    lay(picture, shoe(stitched(outline, thread, 2), '', 0));
  }
  return picture;
}
