import { Injectable } from '@nestjs/common';
import { unprintableAll, type Fonts } from './printable.js';
import { loadFonts } from './typst.compiler.js';

/** Which letters of a paper's data no font of ours can print: they come out as question marks, and somebody should know. */
@Injectable()
export class LettersService {
  private fonts: Fonts | undefined;

  missing(quoted: unknown): string[] {
    return unprintableAll(quoted, (this.fonts ??= loadFonts()));
  }
}
