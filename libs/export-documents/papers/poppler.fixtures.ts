import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What poppler reads back from a PDF. It is not ours; where it is missing, what needs it is reported as not run. */
const folder = mkdtempSync(join(tmpdir(), 'dar-sanaa-printed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const withPoppler = present() ? it : (name: string): void => it.todo(`not run, poppler is missing: ${name}`);

function present(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function run(tool: string, pdf: Uint8Array, before: readonly string[], after: readonly string[]): Buffer {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  return execFileSync(tool, [...before, file, ...after], { maxBuffer: 1 << 28 });
}

/**
 * The text without marks of direction, one space where there are many: cell by cell as it was set, or line by line as it is
 * seen, which alone puts the letters of joined Arabic in order.
 */
export function textOf(pdf: Uint8Array, order: 'raw' | 'layout' = 'raw'): string {
  const text = run('pdftotext', pdf, [`-${order}`, '-enc', 'UTF-8'], ['-']).toString('utf8');
  return text.replace(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u00AD]/g, '').normalize('NFKC').replace(/\s+/g, ' ');
}

/** Words with the place of their upper left corner, in millimetres. */
export function placesOf(pdf: Uint8Array): { word: string; x: number; y: number }[] {
  const html = run('pdftotext', pdf, ['-bbox', '-enc', 'UTF-8'], ['-']).toString('utf8');
  return [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, y, word]) => ({ word: word!, x: (Number(x) * 25.4) / 72, y: (Number(y) * 25.4) / 72 }));
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  dark(x: number, y: number): boolean;
}

/** The first page as a printer would make it. */
export function pictureOf(pdf: Uint8Array, dpi: number): Picture {
  const pgm = run('pdftoppm', pdf, ['-gray', '-r', String(dpi), '-f', '1', '-l', '1'], []);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'))!;
  const [width, height] = [Number(header[1]), Number(header[2])];
  return { width, height, dark: (x, y) => pgm[header[0].length + y * width + x]! < 96 };
}

export function attachmentsOf(pdf: Uint8Array, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    run('pdfdetach', pdf, ['-save', String(i + 1), '-o', join(folder, `attached-${i}`)], []);
    return readFileSync(join(folder, `attached-${i}`), 'utf8');
  });
}
