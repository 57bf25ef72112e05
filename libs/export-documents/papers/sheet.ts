/** What a template prints: a paper laid out, every word of it a string. Pure. */
export interface Labels {
  readonly en: string;
  readonly fr?: string;
  readonly ar?: string;
}

export interface Line {
  readonly text: string;
  readonly style?: 'strong' | 'small' | 'large';
  readonly rtl?: true;
}

/** A box of the layout key: the page is four columns wide. */
export interface Box {
  readonly label: Labels;
  readonly lines: readonly Line[];
  readonly span: 1 | 2 | 3 | 4;
  readonly tall?: number;
}

export interface Column {
  readonly label: Labels;
  /** Millimetres; 0 takes what is left. */
  readonly width: number;
  /** Figures stand at the end of their column. */
  readonly end?: true;
}

export interface Sheet {
  readonly title: Required<Labels>;
  readonly number: string;
  readonly version: number;
  readonly issuedOn: string;
  readonly issuer: string;
  /** Middle of the foot: what this paper belongs to. */
  readonly foot: string;
  readonly boxes: readonly Box[];
  readonly table?: { readonly columns: readonly Column[]; readonly rows: readonly (readonly (readonly Line[])[])[] };
  readonly totals: readonly { readonly label: Labels; readonly value: string; readonly strong?: true }[];
  readonly statements: readonly { readonly label?: Labels; readonly lines: readonly Line[] }[];
  /** Machine copies that travel inside the PDF (PDF/A-3, associated file): bytes for a machine, never printed. */
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly says: string; readonly text: string }[];
  readonly signature?: { readonly place: readonly Line[]; readonly name: readonly Line[] };
}

const FIRST_STRONG = /[\p{L}]/u;
const ARABIC_LETTER = /\p{Script=Arabic}/u;

/** A line that runs from right to left when its first letter is Arabic. */
export function line(text: string, style?: Line['style']): Line {
  const first = FIRST_STRONG.exec(text)?.[0];
  return { text, ...(style && { style }), ...(first !== undefined && ARABIC_LETTER.test(first) && { rtl: true as const }) };
}

/** Lines of those texts that say something. */
export function lines(texts: readonly (string | null | undefined | false)[], style?: Line['style']): Line[] {
  return texts.filter((text): text is string => typeof text === 'string' && text !== '').map((text) => line(text, style));
}
