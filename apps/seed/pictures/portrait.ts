import { createRequire } from 'node:module';
import { rgb, smooth } from './colour.js';
import { lay, type Picture } from './picture.js';
import { between, random, type Random } from './random.js';
import { emboss, heights } from './relief.js';
import { path, rasterise, star } from './svg.js';
import { limewash, type Lime } from './wall.js';

const here = createRequire(import.meta.url);
const fonts = [here.resolve('@expo-google-fonts/readex-pro/500Medium/ReadexPro_500Medium.ttf')];

type Motif = (r: Random) => string;

/** Frame in drawing units; motifs fill it, in white on nothing, and become a shallow cut in the plaster. */
const size = { width: 800, height: 1000 } as const;

/** Repeats a figure on a grid, every other row moved by half a step when asked. */
function repeat(stepX: number, stepY: number, draw: (x: number, y: number, i: number, j: number) => string, brick = false): string {
  const out: string[] = [];
  for (let j = -1; j * stepY <= size.height + stepY; j++) {
    for (let i = -1; i * stepX <= size.width + stepX; i++) out.push(draw(i * stepX + (brick && j & 1 ? stepX / 2 : 0), j * stepY, i, j));
  }
  return out.join('');
}

const line = (d: string, thick = 5) => `<path d="${d}" fill="none" stroke="#fff" stroke-width="${thick}" stroke-linejoin="round" stroke-linecap="round"/>`;
const solid = (d: string) => `<path d="${d}" fill="#fff"/>`;
const lozenge = (x: number, y: number, w: number, h: number) => path([[x, y - h], [x + w, y], [x, y + h], [x - w, y]]);

/** One motif a region, taken from what is woven, cut, painted or built there. */
const regions: Record<string, { lime: Lime; motif: Motif }> = {
  // The striped mendil of the Rif and Jbala.
  'tanger-tetouan-al-hoceima': { lime: 'haze', motif: (r) => Array.from({ length: 17 }, (_, i) => `<rect x="${i * 50 + between(r, -3, 3)}" y="0" width="${i % 3 ? 10 : 24}" height="1000" fill="#fff"/>`).join('') },
  // Chevrons of the high plateaus' alfa mats.
  oriental: { lime: 'sand', motif: () => repeat(80, 62, (x, y) => line(`M${x} ${y}l40 34l40 -34`, 9)) },
  // Scales, as on the roofs and the zellige of Fes.
  'fes-meknes': { lime: 'sage', motif: () => repeat(100, 50, (x, y) => line(`M${x - 50} ${y}A50 50 0 0 0 ${x + 50} ${y}M${x - 24} ${y}A24 24 0 0 0 ${x + 24} ${y}`, 5), true) },
  // The medallions of the Rabat carpet.
  'rabat-sale-kenitra': { lime: 'rose', motif: () => repeat(160, 160, (x, y) => solid(star(x, y, 44, 30, 12)) + line(star(x, y, 66, 58, 12), 5) + solid(lozenge(x + 80, y + 80, 14, 14))) },
  // Fine bands and dots of the Azilal and Beni Mellal weavers.
  'beni-mellal-khenifra': { lime: 'ochre', motif: () => repeat(140, 190, (x, y) => line(lozenge(x, y, 58, 82), 8) + solid(lozenge(x, y, 22, 32)), true) },
  // Ears of wheat from the Chaouia.
  'casablanca-settat': { lime: 'sand', motif: () => repeat(110, 200, (x, y) => line(`M${x} ${y - 80}V${y + 90}`, 5) + [-60, -25, 10, 45].map((d) => line(`M${x} ${y + d + 24}q28 -6 26 -38M${x} ${y + d + 24}q-28 -6 -26 -38`, 7)).join(''), true) },
  // Brush petals of Safi.
  'marrakech-safi': { lime: 'clay', motif: () => repeat(170, 170, (x, y) => Array.from({ length: 8 }, (_, k) => `<ellipse cx="${x}" cy="${y - 44}" rx="12" ry="28" fill="#fff" transform="rotate(${k * 45} ${x} ${y})"/>`).join('') + line(`M${x + 85} ${y + 85}m-9 0a9 9 0 1 0 18 0a9 9 0 1 0 -18 0`, 6), true) },
  // Stepped brickwork of the ksour.
  'draa-tafilalet': { lime: 'ochre', motif: () => repeat(140, 140, (x, y) => solid(path([[x - 56, y + 42], [x - 56, y + 14], [x - 34, y + 14], [x - 34, y - 14], [x - 12, y - 14], [x - 12, y - 42], [x + 12, y - 42], [x + 12, y - 14], [x + 34, y - 14], [x + 34, y + 14], [x + 56, y + 14], [x + 56, y + 42]])), true) },
  // The triangle of the Tiznit brooch.
  'souss-massa': { lime: 'indigo', motif: () => repeat(130, 150, (x, y) => line(path([[x - 50, y - 40], [x + 50, y - 40], [x, y + 50]]), 7) + solid(path([[x - 20, y - 22], [x + 20, y - 22], [x, y + 14]])) + `<circle cx="${x}" cy="${y - 62}" r="9" fill="#fff"/>`, true) },
  // Tent bands of Guelmim.
  'guelmim-oued-noun': { lime: 'clay', motif: () => repeat(100, 130, (x, y) => solid(path([[x - 46, y], [x, y - 40], [x, y]])) + solid(path([[x, y], [x + 46, y], [x, y + 40]])) + line(`M${x - 50} ${y + 62}H${x + 50}`, 6)) },
  // Tooled leather of the Saharan cushion.
  'laayoune-sakia-el-hamra': { lime: 'moss', motif: () => repeat(120, 120, (x, y) => line(`M${x - 44} ${y - 44}h88v88h-88Z`, 6) + line(`M${x - 44} ${y - 44}l88 88M${x + 44} ${y - 44}l-88 88`, 5) + `<circle cx="${x}" cy="${y}" r="14" fill="#fff"/>`) },
  // Wind on the dunes, and on the water.
  'dakhla-oued-ed-dahab': { lime: 'haze', motif: () => repeat(200, 44, (x, y) => line(`M${x} ${y}q50 -34 100 0t100 0`, 8)) },
};

export const portraitStyles = Object.keys(regions);

/** A maker without a photograph: initials on the plaster of the region. We do not invent faces. */
export function portrait(seed: number, style: string, width: number, text: string): Picture {
  const r = random(seed * 911 + style.length);
  const { lime, motif } = regions[style]!;
  const picture = limewash(width, seed, { lime });
  const k = width / size.width;
  const carved = heights(motif(r), size.width, size.height, k, 1.6 * k);
  const { height } = picture;
  // The motif steps back where the name stands.
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const d = Math.hypot(x - width / 2, y - height / 2) / width;
      const o = y * width + x;
      carved[o] = carved[o]! * smooth(0.29, 0.33, d);
    }
  }
  const plaster = { x: 0, y: 0, width, height, rgb: picture.rgb, alpha: new Float32Array(width * height).fill(1) };
  const flat = plaster.rgb.slice();
  emboss(plaster, carved, { depth: 0.07, gloss: 0 }, seed, k);
  // The relief adds light and shade to the wall without making it darker as a whole.
  const level = 0.42 + 0.82 * 0.72 / Math.hypot(0.52, 0.62, 0.72);
  for (let i = 0; i < flat.length; i++) picture.rgb[i] = flat[i]! + (plaster.rgb[i]! / level - flat[i]!) * 0.9;
  const ring = rasterise(`<circle cx="400" cy="500" r="246" fill="none" stroke="#fff" stroke-width="3" opacity=".55"/>`, size.width, size.height, k);
  lay(picture, ring);
  const ink = rgb(lime === 'indigo' || lime === 'moss' || lime === 'clay' ? '#f6efe1' : '#27386b');
  const letters = rasterise(`<text x="400" y="500" dy=".35em" text-anchor="middle" font-family="Readex Pro" font-weight="500" font-size="${[...text.replaceAll(' ', '')].length > 2 ? 150 : 210}" fill="rgb(${ink.join(',')})">${escaped(text)}</text>`, size.width, size.height, k, fonts);
  lay(picture, letters, [{ dx: 1.5 * k, dy: 2 * k, blur: 2 * k, strength: 0.25 }]);
  return picture;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
