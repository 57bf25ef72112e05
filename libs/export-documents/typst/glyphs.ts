/**
 * Which characters a TrueType font can draw, from its `cmap` table (OpenType 1.9.1, formats 4 and 12).
 * PDF/A refuses a document with a missing glyph, and Typst 0.13 aborts the whole process on some
 * strings it has no glyph for: what cannot be drawn is replaced before Typst sees it.
 */
export function glyphsOf(font: Buffer): Set<number> {
  const start = tableOffset(font, 'cmap');
  const glyphs = new Set<number>();
  for (let i = 0; i < font.readUInt16BE(start + 2); i++) {
    const at = start + font.readUInt32BE(start + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, glyphs);
    if (format === 12) readGroups(font, at, glyphs);
  }
  return glyphs;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function readSegments(font: Buffer, at: number, into: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let s = 0; s < doubled; s += 2) {
    const first = font.readUInt16BE(starts + s);
    const offset = font.readUInt16BE(offsets + s);
    for (let c = first; c <= font.readUInt16BE(ends + s) && c < 0xffff; c++) {
      const glyph = offset === 0 ? c + font.readInt16BE(deltas + s) : font.readUInt16BE(offsets + s + offset + (c - first) * 2);
      if ((glyph & 0xffff) !== 0) into.add(c);
    }
  }
}

function readGroups(font: Buffer, at: number, into: Set<number>): void {
  for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
    const group = at + 16 + g * 12;
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c++) into.add(c);
  }
}
