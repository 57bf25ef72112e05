import { DIMENSIONS, KINDS, type Asked, type Dimension, type Kind, type Statistic } from './queries.js';

/** What the address asks for. One filter at a time: the region goes before the branch. */
export function askedOf(search: URLSearchParams, year: number): Asked & { kind: Kind | null } {
  const asked = Number(search.get('year'));
  const region = search.get('region') || null;
  return {
    year: asked >= 2020 && asked <= year ? asked : year,
    region,
    branch: region === null ? search.get('branch') || null : null,
    kind: KINDS.find((one) => one === search.get('of')) ?? null,
  };
}

/** Exports first, as the house is for them; then whatever there is. */
const FIRST: readonly Kind[] = ['export', ...KINDS.filter((kind) => kind !== 'export')];

/** Where a page opens that was asked for nothing: on the first kind whose table has a figure to show, so that it never opens on figures withheld. */
export async function firstToShow(tableOf: (kind: Kind) => Promise<Statistic>): Promise<Kind> {
  for (const kind of FIRST) {
    if ((await tableOf(kind)).cells.some(({ counts }) => counts !== null)) return kind;
  }
  return FIRST[0]!;
}

/** The tables that mean something for a kind and a filter. */
export function dimensionsOf(kind: Kind, { region, branch }: Pick<Asked, 'region' | 'branch'>): Dimension[] {
  return DIMENSIONS.filter((by) => (by !== 'country' || kind === 'order' || kind === 'export') && (by !== 'region' || region === null) && (by !== 'branch' || branch === null));
}
