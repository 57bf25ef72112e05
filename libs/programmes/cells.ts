/** What is counted of the people in one cell of a table. */
export interface Counts {
  readonly artisans: number;
  readonly events: number;
  readonly pieces: number;
  readonly makerMadMinor: number;
}

/** One cell: who is in it, and what is counted of them. A person may stand in several, as when she exports to two countries. */
export interface Cell {
  readonly key: string;
  /** Those who stand in the same cells are named together, with how many they are. */
  readonly people: ReadonlyMap<string, number>;
  readonly events: number;
  readonly pieces: number;
  readonly makerMadMinor: number;
}

export type ShownCell = { readonly key: string; readonly hidden: false; readonly counts: Counts } | { readonly key: string; readonly hidden: true };

export interface Table {
  readonly cells: readonly ShownCell[];
  /** Null when the whole table is about fewer people than a cell may be. */
  readonly total: Counts | null;
}

/** The fewest people a published cell may be about, as in the public census readers (threshold of 5; our rule, 2026-11-24). */
export const SMALLEST_CELL = 5;

/**
 * Hides cells about fewer than five people, and then as many of the next smallest as it takes that no hidden cell can be
 * worked out from the total: at least two hidden, together five people or more. Where that cannot be, the total goes too.
 */
export function tableOf(cells: readonly Cell[]): Table {
  const filled = cells.filter(isFilled);
  const hidden = hide(filled, new Set());
  const total = sum(filled);
  return { cells: shown(filled, hidden), total: isSafe(filled, hidden) && total.artisans >= SMALLEST_CELL ? total : null };
}

/**
 * One row of a crossed table: `rows` are the values of what is filtered by, each with its cells. Whoever asks for every row in
 * turn, and for the two plain tables, must not be able to work out a hidden cell: so the whole cross is protected, along
 * both directions, and a row or column that its plain table hides is hidden altogether. A cross too thin for that shows none.
 */
export function rowOf(key: string, rows: ReadonlyMap<string, readonly Cell[]>): Table {
  const columns = transposed(rows);
  const lost = { rows: hiddenIn(rows), columns: hiddenIn(columns) };
  const lines = [...linesOf(rows, lost.rows), ...linesOf(columns, lost.columns)];
  const hidden = new Set(lines.flatMap(({ cells, open }) => cells.filter((cell) => !open || numberOf(cell) < SMALLEST_CELL)));
  // What stands alone in an open line is known from that line's sum: hiding it protects nobody.
  const known = new Set(lines.flatMap(({ cells, open }) => (open && cells.length === 1 ? cells : [])));
  // A cell hidden for its row's sake unsettles its column, and so on: until nothing more is hidden.
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { cells, open } of lines) if (open) for (const cell of hide(cells, hidden, known)) hidden.add(cell);
  }
  const thin = lines.some(({ cells, open }) => open && !isSafe(cells, hidden, known));
  const filled = (rows.get(key) ?? []).filter(isFilled);
  const total = sum(filled);
  return { cells: thin ? [] : shown(filled, hidden), total: !lost.rows.has(key) && total.artisans >= SMALLEST_CELL ? total : null };
}

interface Line {
  readonly cells: readonly Cell[];
  /** Its sum stands in the plain table. */
  readonly open: boolean;
}

function linesOf(lines: ReadonlyMap<string, readonly Cell[]>, lost: ReadonlySet<string>): Line[] {
  return [...lines].map(([key, cells]) => ({ cells: cells.filter(isFilled), open: !lost.has(key) }));
}

function numberOf({ people }: Pick<Cell, 'people'>): number {
  let number = 0;
  for (const some of people.values()) number += some;
  return number;
}

function isFilled(cell: Cell): boolean {
  return numberOf(cell) > 0;
}

function shown(cells: readonly Cell[], hidden: ReadonlySet<Cell>): ShownCell[] {
  return cells.map((cell) => (hidden.has(cell) ? { key: cell.key, hidden: true } : { key: cell.key, hidden: false, counts: sum([cell]) }));
}

/** The cells of one line that stay hidden: the small ones, those hidden before, and what hides them. */
function hide(line: readonly Cell[], before: ReadonlySet<Cell>, known: ReadonlySet<Cell> = new Set()): Set<Cell> {
  const hidden = new Set(line.filter((cell) => before.has(cell) || numberOf(cell) < SMALLEST_CELL));
  const rest = line.filter((cell) => !hidden.has(cell) && !known.has(cell)).sort((a, b) => numberOf(a) - numberOf(b) || (a.key < b.key ? -1 : 1));
  while (!isSafe(line, hidden, known) && rest.length > 0) hidden.add(rest.shift()!);
  return hidden;
}

function isSafe(line: readonly Cell[], hidden: ReadonlySet<Cell>, known: ReadonlySet<Cell> = new Set()): boolean {
  const away = line.filter((cell) => hidden.has(cell) && !known.has(cell));
  return away.length === 0 || (away.length >= 2 && sum(away).artisans >= SMALLEST_CELL);
}

/** The lines that the plain table over their sums does not show. */
function hiddenIn(lines: ReadonlyMap<string, readonly Cell[]>): Set<string> {
  const table = tableOf([...lines].map(([key, cells]) => ({ key, ...merged(cells) })));
  return new Set(table.cells.flatMap((cell) => (cell.hidden ? [cell.key] : [])));
}

function transposed(rows: ReadonlyMap<string, readonly Cell[]>): Map<string, Cell[]> {
  const columns = new Map<string, Cell[]>();
  for (const cells of rows.values()) for (const cell of cells) columns.set(cell.key, [...(columns.get(cell.key) ?? []), cell]);
  return columns;
}

function merged(cells: readonly Cell[]): Omit<Cell, 'key'> {
  const people = new Map(cells.flatMap((cell) => [...cell.people]));
  const add = (field: 'events' | 'pieces' | 'makerMadMinor'): number => cells.reduce((total, cell) => total + cell[field], 0);
  return { people, events: add('events'), pieces: add('pieces'), makerMadMinor: add('makerMadMinor') };
}

function sum(cells: readonly Cell[]): Counts {
  const { people, ...counted } = merged(cells);
  return { artisans: numberOf({ people }), ...counted };
}

/** The age bands of the tables. Null for a cooperative or an enterprise, which has no age. */
export function ageBand(birthYear: number | null, year: number): string {
  if (birthYear === null) return 'none';
  const age = year - birthYear;
  if (age < 25) return 'under-25';
  if (age >= 65) return '65-and-over';
  const from = 25 + Math.floor((age - 25) / 10) * 10;
  return `${from}-${from + 9}`;
}
