import { babouche, baboucheStyles } from './babouche.js';
import { basket, basketStyles } from './basket.js';
import { box, boxStyles } from './box.js';
import { fibula, fibulaStyles } from './fibula.js';
import { lantern, lanternStyles } from './lantern.js';
import { leather, leatherStyles } from './leather.js';
import { encode, type Picture } from './picture.js';
import { portrait, portraitStyles } from './portrait.js';
import { pottery, potteryStyles } from './pottery.js';
import { rugBack, rugDetail, rugFront, rugStyles } from './rug.js';
import type { RugStyle } from './rug.motifs.js';
import { zellige, zelligeStyles } from './zellige.js';

export type PictureKind = 'rug' | 'pottery' | 'zellige' | 'lantern' | 'babouche' | 'leather' | 'box' | 'fibula' | 'basket' | 'portrait';

export interface PictureRequest {
  kind: PictureKind;
  /** The picture is a function of this number and the style: the same request gives the same bytes. */
  seed: number;
  /** One of `styles[kind]`; chosen by the seed when absent. */
  style?: string;
  /** A close view, for every craft; `back` shows the knots and is for rugs alone. */
  view?: 'front' | 'detail' | 'back';
  /** Pixels across; the height is five quarters of it. */
  width?: number;
  /** A portrait's initials. */
  text?: string;
}

export const styles: Record<PictureKind, readonly string[]> = {
  rug: rugStyles,
  pottery: potteryStyles,
  zellige: zelligeStyles,
  lantern: lanternStyles,
  babouche: baboucheStyles,
  leather: leatherStyles,
  box: boxStyles,
  fibula: fibulaStyles,
  basket: basketStyles,
  portrait: portraitStyles,
};

const crafts = { pottery, zellige, lantern, babouche, leather, box, fibula, basket } as const;

/** Draws one demo picture and returns it as a JPEG. Nothing here is a photograph: pages must say "Illustration". */
export async function render(request: PictureRequest): Promise<Buffer> {
  return encode(draw(request));
}

function draw({ kind, seed, style: asked, view = 'front', width = 960, text = '' }: PictureRequest): Picture {
  const known = styles[kind];
  const style = asked ?? known[Math.abs(seed) % known.length]!;
  if (!known.includes(style)) throw new Error(`No ${kind} in the style "${style}": choose one of ${known.join(', ')}.`);
  if (kind === 'rug') return { front: rugFront, detail: rugDetail, back: rugBack }[view](seed, style as RugStyle, width);
  if (view === 'back') throw new Error(`A ${kind} has no picture of its back.`);
  if (kind === 'portrait') return portrait(seed, style, width, text);
  if (view === 'front') return crafts[kind](seed, style, width);
  return middle(crafts[kind](seed, style, width * closer), width);
}

/** How much nearer a detail stands than the whole piece. */
const closer = 2;

/** The middle of a larger drawing of the same piece: drawn again rather than enlarged, so that it is sharp. */
function middle(large: Picture, width: number): Picture {
  const height = Math.round(width * 1.25);
  const left = Math.round((large.width - width) / 2);
  const top = Math.round((large.height - height) * 0.52);
  const rgb = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * large.width + left) * 3;
    rgb.set(large.rgb.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, rgb };
}
