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
  /** Latin on a sheet that runs from right to left: at its side, read from the left. */
  readonly ltr?: true;
}

/** A bar code or a QR code as its dark runs (column, row, length, in modules), so that nothing but figures reaches the printer. */
export interface Code {
  readonly kind: 'bars' | 'square';
  readonly width: number;
  readonly height: number;
  readonly dark: readonly (readonly [number, number, number])[];
  /** What it says, for eyes. */
  readonly text: string;
}

/** Texts for the boxes of a form somebody else printed: millimetres from the form's own corner. */
export interface Overlay {
  readonly widthMm: number;
  readonly heightMm: number;
  /** How far this printer is off. */
  readonly shiftXMm: number;
  readonly shiftYMm: number;
  readonly fields: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly lines: readonly Line[]; readonly end?: true; /** Rule off below the last line and strike out what is left. */ readonly ruledOff?: true }[];
}

/** A box of the layout key: the page is four columns wide. */
export interface Box {
  readonly label: Labels;
  readonly lines: readonly Line[];
  readonly span: 1 | 2 | 3 | 4;
  readonly tall?: number;
  readonly code?: Code;
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
  readonly table?: {
    readonly columns: readonly Column[];
    readonly rows: readonly (readonly (readonly Line[])[])[];
    /** The sum up to each row, said at the foot of a page and the head of the next when the table runs on. */
    readonly carried?: readonly string[];
  };
  readonly totals: readonly { readonly label: Labels; readonly value: string; readonly strong?: true }[];
  readonly statements: readonly { readonly label?: Labels; readonly lines: readonly Line[] }[];
  /** Machine copies that travel inside the PDF (PDF/A-3, associated file): bytes for a machine, never printed. */
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly says: string; readonly text: string }[];
  /** Set from right to left; labels without English stand alone in Arabic. */
  readonly rtl?: true;
  /** Crossed over the page: a draft is not the paper itself. */
  readonly draft?: true;
  /** The overlay alone is printed then, on a form that lies in the printer. */
  readonly overlay?: Overlay;
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
