import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from '../papers/sheet.js';
import { glyphsOf } from './glyphs.js';
import { printableAll, type Fonts } from './printable.js';

const require = createRequire(import.meta.url);
const FONT_FILES = {
  latin: ['readex-pro/400Regular/ReadexPro_400Regular.ttf', 'readex-pro/600SemiBold/ReadexPro_600SemiBold.ttf'],
  arabic: ['amiri/400Regular/Amiri_400Regular.ttf', 'amiri/700Bold/Amiri_700Bold.ttf'],
  tifinagh: ['noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf'],
} as const;
/** A folder that cannot exist: below a file that is no folder. Typst reads under its root only, and there is nothing. */
const ROOT = join(devNull, 'typst');
const TEMPLATES = ['house.typ', 'sheet.typ'] as const;
/** A paper of more pages is a mistake or an attack. */
export const MAX_PAGES = 50;
/** Memoised work older than one round is dropped every this many papers, which keeps memory level. */
const EVICT_EVERY = 10;

/**
 * Archival and tagged for readers that speak (PDF/A-3 level A, ISO 19005-3) where the compiler at hand is Typst 0.14; its
 * package carries that for Linux on x64 alone so far, and elsewhere Typst 0.13 writes the same pages without tags (level B).
 */
const TAGGED = 'a-3a';
const UNTAGGED = 'a-3b';

/** Texts kept as the fonts can print them; a paper has some hundred. */
const MAX_KEPT = 4_000;

export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export class PaperTooLong extends Error {
  constructor(readonly pages: number) {
    super(`the paper has ${pages} pages; ${MAX_PAGES} is the most`);
    this.name = 'PaperTooLong';
  }
}

/** The letters that every weight of a family can draw. */
export function loadFonts(): Fonts {
  const common = (files: readonly string[]): Set<number> => {
    const [first, ...others] = files.map((file) => glyphsOf(readFont(file)));
    return new Set([...first!].filter((glyph) => others.every((other) => other.has(glyph))));
  };
  return { latin: common(FONT_FILES.latin), arabic: common(FONT_FILES.arabic), tifinagh: common(FONT_FILES.tifinagh) };
}

function readFont(file: string): Buffer {
  return readFileSync(require.resolve(`@expo-google-fonts/${file}`));
}

/** The build copies the templates beside the compiled code. */
const TEMPLATES_FOLDER = fileURLToPath(new URL('../templates/', import.meta.url));

/**
 * Typst with nothing under its root, no packages and only our fonts. Templates are shadow files in
 * memory, so nothing a document says can read a file. Calls are synchronous: this lives in a worker thread.
 */
export class TypstCompiler {
  private readonly fonts = loadFonts();
  private readonly compiler: NodeCompiler;
  private readonly standard: string;
  private readonly kept = new Map<string, string>();
  private printed = 0;

  constructor() {
    const fontBlobs = Object.values(FONT_FILES).flat().map(readFont);
    this.compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs }] });
    for (const name of TEMPLATES) this.compiler.mapShadow(join(ROOT, name), readFileSync(join(TEMPLATES_FOLDER, name)));
    this.standard = this.bestStandard();
  }

  /** An older compiler refuses the name of a standard it does not write. */
  private bestStandard(): string {
    const empty = this.compiler.compile({ mainFileContent: '#set document(title: "Standards", date: datetime(year: 2026, month: 1, day: 1))' }).result!;
    try {
      this.compiler.pdf(empty, { pdfStandard: TAGGED });
      return TAGGED;
    } catch {
      return UNTAGGED;
    }
  }

  /** PDF/A-3 bytes, the same for the same sheet: the only date inside is the sheet's own. */
  print(sheet: Sheet): Printed {
    const { attachments = [], ...printed } = sheet;
    const inputs = { sheet: JSON.stringify(printableAll(printed, this.fonts, this.kept)), attachments: JSON.stringify(attachments) };
    const result = this.compiler.compile({ mainFilePath: join(ROOT, 'sheet.typ'), inputs });
    const document = result.result;
    if (result.hasError() || document === null) {
      throw new Error(`Typst refused ${sheet.number}: ${JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document')}`);
    }
    if (document.numOfPages > MAX_PAGES) throw new PaperTooLong(document.numOfPages);
    const pdf = this.compiler.pdf(document, { pdfStandard: this.standard, creationTimestamp: Date.parse(`${sheet.issuedOn}T00:00:00Z`) / 1000 });
    if (this.kept.size > MAX_KEPT) this.kept.clear();
    if (++this.printed % EVICT_EVERY === 0) this.compiler.evictCache(1);
    return { pdf, pages: document.numOfPages };
  }
}
