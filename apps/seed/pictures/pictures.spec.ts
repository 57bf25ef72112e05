import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { render, styles, type PictureKind } from './index.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const kinds = Object.keys(styles) as PictureKind[];
const width = 80;

describe('the demo pictures', () => {
  it.each(kinds)('draws a %s in a frame of four by five', async (kind) => {
    const picture = await render({ kind, seed: 1, width, text: 'ZO' });
    expect(await sharp(picture).metadata()).toMatchObject({ width, height: 100, format: 'jpeg' });
  });

  it.each(['rug', 'zellige', 'fibula'] as const)('draws the same %s for the same seed and another for another', async (kind) => {
    const style = styles[kind][0]!;
    const [first, again, other] = await Promise.all([1, 1, 2].map((seed) => render({ kind, seed, style, width })));
    expect(sha256(again!)).toBe(sha256(first!));
    expect(sha256(other!)).not.toBe(sha256(first!));
  });

  it('shows a rug whole, near and from the back', async () => {
    const views = await Promise.all((['front', 'detail', 'back'] as const).map((view) => render({ kind: 'rug', seed: 3, style: 'azilal', view, width })));
    expect(new Set(views.map(sha256)).size).toBe(3);
  });

  it('puts the initials it is given on a portrait', async () => {
    const [one, other] = await Promise.all(['ZO', 'ف أ'].map((text) => render({ kind: 'portrait', seed: 3, style: 'souss-massa', text, width })));
    expect(sha256(one!)).not.toBe(sha256(other!));
  });

  it('refuses a style it does not know, and the back of what has none', async () => {
    await expect(render({ kind: 'rug', seed: 1, style: 'persian' })).rejects.toThrow('No rug in the style "persian"');
    await expect(render({ kind: 'pottery', seed: 1, view: 'back' })).rejects.toThrow('no picture of its back');
  });
});
