/** One cell of a table about people: how many they are, and what is counted of them. */
export interface Cell {
  readonly key: string;
  readonly artisans: number;
  readonly events: number;
  readonly pieces: number;
  readonly makerMadMinor: number;
}

export type ShownCell = { readonly key: string; readonly hidden: false; readonly counts: Omit<Cell, 'key'> } | { readonly key: string; readonly hidden: true };

export interface Table {
  readonly cells: readonly ShownCell[];
  /** Null when the whole table is about fewer people than a cell may be. */
  readonly total: Omit<Cell, 'key'> | null;
}

/** The fewest people a published cell may be about, as in the public census readers (threshold of 5; our rule, 2026-11-24). */
export const SMALLEST_CELL = 5;

/**
 * Hides cells about fewer than five people, and then as many of the next smallest as it takes that no hidden cell can be
 * worked out from the total: at least two hidden, together five people or more. Where that cannot be, the total goes too.
 */
export function tableOf(cells: readonly Cell[]): Table {
  const filled = cells.filter((cell) => cell.artisans > 0);
  const hidden = new Set(filled.filter((cell) => cell.artisans < SMALLEST_CELL));
  const rest = filled.filter((cell) => !hidden.has(cell)).sort((a, b) => a.artisans - b.artisans || (a.key < b.key ? -1 : 1));
  const safe = (): boolean => hidden.size === 0 || (hidden.size >= 2 && sum([...hidden]).artisans >= SMALLEST_CELL);
  while (!safe() && rest.length > 0) hidden.add(rest.shift()!);
  const total = sum(filled);
  return {
    cells: filled.map((cell): ShownCell => (hidden.has(cell) ? { key: cell.key, hidden: true } : { key: cell.key, hidden: false, counts: countsOf(cell) })),
    total: safe() && total.artisans >= SMALLEST_CELL ? total : null,
  };
}

function countsOf({ artisans, events, pieces, makerMadMinor }: Cell): Omit<Cell, 'key'> {
  return { artisans, events, pieces, makerMadMinor };
}

function sum(cells: readonly Cell[]): Omit<Cell, 'key'> {
  return cells.map(countsOf).reduce((a, b) => ({ artisans: a.artisans + b.artisans, events: a.events + b.events, pieces: a.pieces + b.pieces, makerMadMinor: a.makerMadMinor + b.makerMadMinor }), { artisans: 0, events: 0, pieces: 0, makerMadMinor: 0 });
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
