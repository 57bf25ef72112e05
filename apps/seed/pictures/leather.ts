import { clamp, rgb, smooth, type Rgb } from './colour.js';
import { turn, type Profile, type Spot } from './lathe.js';
import { noise, wrapped } from './noise.js';
import { castShadow, lay, type Layer, type Picture } from './picture.js';
import { between, pick, random, type Random } from './random.js';
import { emboss, heights, inflated } from './relief.js';
import { polar, rasterise, star } from './svg.js';
import { groundShadow, limewash } from './wall.js';

const hides = { tan: ['#b5703a', '#f1dcb3'], ivory: ['#e9dfc9', '#b08a52'], madder: ['#8c2b25', '#e5b76a'], walnut: ['#5f3b25', '#d8b27a'], saffron: ['#d59a34', '#fff0cc'] } as const;
type Hide = keyof typeof hides;

export const leatherStyles = (['pouf', 'bag'] as const).flatMap((form) => (Object.keys(hides) as Hide[]).map((hide) => `${form}-${hide}` as const));

export function leather(seed: number, style: string, width: number): Picture {
  const [form, hide] = style.split('-') as ['pouf' | 'bag', Hide];
  const r = random(seed * 1877 + style.length);
  const [skin, thread] = hides[hide];
  return form === 'pouf' ? pouf(seed, r, skin, thread, width) : bag(seed, r, skin, thread, width);
}

const pouffe: Profile = [[0, 0], [0.66, 0], [0.82, 0.06], [0.95, 0.24], [1, 0.46], [0.97, 0.66], [0.87, 0.8], [0.72, 0.875], [0.5, 0.92], [0.25, 0.94], [0, 0.945]];
const sheet = { width: 1800, height: 900 } as const;

/** Twelve gores sewn together, with a stitched rosette where they meet. Unwrapped: the top is at the foot of the sheet. */
function gores(r: Random, skin: string, thread: string): Layer {
  const { width: W, height: H } = sheet;
  const n = 12;
  const out: string[] = [`<rect width="${W}" height="${H}" fill="${skin}"/>`];
  const petals = pick(r, [0.62, 0.68]);
  for (let k = 0; k < n; k++) {
    const x = ((k + 0.5) * W) / n;
    const w = W / n;
    for (const off of [-7, 7]) out.push(`<path d="M${x + off} ${H * 0.2}V${H * 0.97}" stroke="${thread}" stroke-width="3" stroke-dasharray="9 7" fill="none"/>`);
    out.push(`<path d="M${x} 0V${H}" stroke="#000" stroke-opacity=".5" stroke-width="3.5"/>`);
    for (const [depth, dash] of [[petals, 4], [petals + 0.06, 3], [petals + 0.12, 3]] as const) {
      out.push(`<path d="M${x} ${H * 0.95}C${x + w * 0.05} ${H * (depth + 0.1)} ${x + w * 0.3} ${H * depth} ${x + w / 2} ${H * depth}C${x + w * 0.7} ${H * depth} ${x + w * 0.95} ${H * (depth + 0.1)} ${x + w} ${H * 0.95}" fill="${thread}" fill-opacity="${dash === 4 ? 0.1 : 0.05}" stroke="${thread}" stroke-width="${dash + 1}" stroke-dasharray="11 4"/>`);
    }
    const dx = x + w / 2;
    out.push(`<path d="M${dx} ${H * (petals + 0.15)}L${dx + 15} ${H * (petals + 0.19)}L${dx} ${H * (petals + 0.24)}L${dx - 15} ${H * (petals + 0.19)}Z" fill="${thread}"/>`);
  }
  for (const y of [0.3, 0.315, 0.52, 0.535]) out.push(`<path d="M0 ${H * y}H${W}" stroke="${thread}" stroke-width="3" stroke-dasharray="10 6"/>`);
  for (let k = 0; k < n * 2; k++) out.push(`<path d="M${((k + 0.5) * W) / (n * 2)} ${H * 0.37}l26 ${H * 0.055}l-26 ${H * 0.055}l-26 -${H * 0.055}Z" fill="none" stroke="${thread}" stroke-width="3.4" stroke-dasharray="8 4"/>`);
  return rasterise(out.join(''), W, H);
}

function pouf(seed: number, r: Random, skin: string, thread: string, width: number): Picture {
  const ledge = 0.5;
  const picture = limewash(width, seed, { ledge });
  const tilt = 0.6;
  const scale = width * 0.37;
  const base = picture.height * 0.72;
  const painted = gores(r, skin, thread);
  const turned = between(r, 0, 1 / 12);
  const shader = (s: Spot) => {
    const t = (s.turn + turned) % 1;
    const x = Math.min(Math.floor(t * sheet.width), sheet.width - 1);
    const y = Math.min(Math.floor(s.v * sheet.height), sheet.height - 1);
    const o = (y * sheet.width + x) * 3;
    const slack = wrapped(t, s.v * 5, 14, seed) - 0.5;
    const grain = wrapped(t, s.v * 150, 320, seed + 1) - 0.5;
    // Each gore swells between its seams.
    const gore = (t * 12 + 0.5) % 1;
    const seam = Math.min(gore, 1 - gore);
    const swell = (gore < 0.5 ? -1 : 1) * smooth(0.16, 0, seam) * 0.34;
    const along = Math.PI * 2 * (s.turn - 0.5);
    const nx = s.nx + Math.cos(along) * swell + slack * 0.3;
    const ny = s.ny + slack * 0.22 + grain * 0.12;
    const nz = s.nz - Math.sin(along) * swell;
    const l = Math.hypot(nx, ny, nz);
    const diffuse = (nx * -0.5 + ny * 0.66 + nz * 0.55) / l;
    const light = (0.24 + 0.86 * clamp(0.5 + 0.5 * diffuse) ** 2) * (0.62 + 0.38 * smooth(0, 0.3, s.height)) * (0.94 + slack * 0.12 + grain * 0.1);
    const spec = clamp((nx * -0.32 + ny * 0.78 + nz * 0.53) / l) ** 22 * 34;
    s.red = painted.rgb[o]! * light * 1.04 + spec;
    s.green = painted.rgb[o + 1]! * light + spec * 0.96;
    s.blue = painted.rgb[o + 2]! * light * 0.95 + spec * 0.86;
  };
  const layer = turn({ profile: pouffe, tilt, scale, cx: width / 2, base }, shader);
  groundShadow(picture, width / 2, base, 0.8 * scale, 0.8 * scale * Math.sin(tilt), 1);
  lay(picture, layer);
  return picture;
}

/** A saddle bag with a tooled flap, hung by its strap. */
function bag(seed: number, r: Random, skin: string, thread: string, width: number): Picture {
  const picture = limewash(width, seed);
  const [w, h, k] = [640, 900, width / 960] as const;
  const deep: Rgb = rgb(skin).map((v) => v * 0.62) as unknown as Rgb;
  const stitch = (d: string) => `<path d="${d}" fill="none" stroke="${thread}" stroke-width="3" stroke-dasharray="9 6" stroke-linecap="round"/>`;
  const hang = (body: string) => rasterise(body, w, h, k);
  const strapPath = 'M96 470C110 300 220 40 318 40C420 40 530 300 546 470';
  const bodyPath = 'M78 440H562C580 560 586 700 566 790C560 824 540 836 510 838H130C100 836 80 824 74 790C54 700 60 560 78 440Z';
  const drop = between(r, 660, 700);
  const flapPath = `M66 424C66 404 80 396 98 396H542C560 396 574 404 574 424L580 ${drop - 90}C580 ${drop - 30} 460 ${drop} 320 ${drop + 6}C180 ${drop} 60 ${drop - 30} 60 ${drop - 90}Z`;
  const inset = `M84 424C84 416 90 412 100 412H540C550 412 556 416 556 424L562 ${drop - 94}C560 ${drop - 46} 450 ${drop - 16} 320 ${drop - 12}C190 ${drop - 16} 80 ${drop - 46} 78 ${drop - 94}Z`;
  const petals = pick(r, [12, 16]);
  const cy = (396 + drop) / 2 - 8;
  const tooling = [
    ...Array.from({ length: petals }, (_, i) => {
      const a = (i * 360) / petals;
      return `<path transform="rotate(${a} 320 ${cy})" d="M320 ${cy - 26}C346 ${cy - 56} 340 ${cy - 84} 320 ${cy - 104}C300 ${cy - 84} 294 ${cy - 56} 320 ${cy - 26}Z" fill="none" stroke="#fff" stroke-width="4"/>`;
    }),
    ...Array.from({ length: 30 }, (_, i) => {
      const [x, y] = polar(320, cy, 118, (i * Math.PI) / 15);
      return `<circle cx="${x}" cy="${y}" r="4" fill="#fff"/>`;
    }),
    `<path d="${star(320, cy, 24, 12, 8)}" fill="#fff"/>`,
    ...[140, 500].map((x) => `<path d="${star(x, cy - 70, 26, 12, 4)}" fill="none" stroke="#fff" stroke-width="4"/><circle cx="${x}" cy="${cy - 70}" r="38" fill="none" stroke="#fff" stroke-width="3"/>`),
  ].join('');
  const grain = { size: 4.2, depth: 0.06 };
  const finish = (layer: Layer, carve: string, puff: number, depth: number) => {
    const round = inflated(layer.alpha, layer.width, layer.height, puff * k);
    if (carve) {
      const cut = heights(carve, w, h, k, 1.3);
      for (let i = 0; i < round.length; i++) {
        round[i] = round[i]! - cut[i]! * 0.05;
        // Tooled lines hold the dye.
        for (let c = 0; c < 3; c++) layer.rgb[i * 3 + c] = layer.rgb[i * 3 + c]! * (1 - cut[i]! * 0.42);
      }
    }
    // Handled leather is never one colour.
    for (let y = 0; y < layer.height; y++) {
      for (let x = 0; x < layer.width; x++) {
        const o = y * layer.width + x;
        if (layer.alpha[o] === 0) continue;
        const patina = 0.9 + 0.2 * noise(x / (90 * k), y / (70 * k), seed + 4);
        for (let c = 0; c < 3; c++) layer.rgb[o * 3 + c] = layer.rgb[o * 3 + c]! * patina;
      }
    }
    emboss(layer, round, { depth, gloss: 0.15, tightness: 13, grain }, seed, k);
    layer.x = Math.round((picture.width - layer.width) / 2);
    layer.y = Math.round(picture.height * 0.46 - layer.height / 2);
    return layer;
  };
  const strap = finish(hang(`<path d="${strapPath}" fill="none" stroke="${skin}" stroke-width="30"/>${stitch(strapPath.replace('M96', 'M104').replace('546 470', '538 470'))}`), '', 8, 0.5);
  const body = finish(hang(`<path d="${bodyPath}" fill="rgb(${deep.map(Math.round).join(',')})"/><path d="${bodyPath}" fill="${skin}" opacity=".55"/>${stitch('M92 470C72 600 78 720 92 790C98 812 110 820 132 820H508C530 820 542 812 548 790C562 720 568 600 548 470')}`), '', 60, 1.1);
  const flap = finish(hang(`<path d="${flapPath}" fill="${skin}"/>${stitch(inset)}`), tooling, 34, 0.7);
  const clasp = hang(`<rect x="292" y="${drop - 20}" width="56" height="66" rx="8" fill="#c79a4c"/>`);
  const claspHeight = heights(`<rect x="292" y="${drop - 20}" width="56" height="66" rx="8" fill="#999"/><rect x="304" y="${drop - 8}" width="32" height="42" rx="5" fill="#fff"/><circle cx="320" cy="${drop + 12}" r="8" fill="#444"/>`, w, h, k, 1.6);
  emboss(clasp, claspHeight, { depth: 0.16, metal: 0.85, gloss: 0.3, tightness: 40 }, seed, k);
  clasp.x = flap.x;
  clasp.y = flap.y;
  castShadow(picture, body, { dx: 30 * k, dy: 34 * k, blur: 36 * k, strength: 0.3 });
  lay(picture, strap, [{ dx: 12 * k, dy: 12 * k, blur: 10 * k, strength: 0.34 }]);
  lay(picture, body, [{ dx: 8 * k, dy: 9 * k, blur: 9 * k, strength: 0.4 }]);
  lay(picture, flap, [{ dx: 2 * k, dy: 9 * k, blur: 8 * k, strength: 0.4 }]);
  lay(picture, clasp, [{ dx: 3 * k, dy: 5 * k, blur: 4 * k, strength: 0.5 }]);
  return picture;
}
