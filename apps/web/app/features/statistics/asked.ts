import { DIMENSIONS, KINDS, type Asked, type Dimension, type Kind } from './queries.js';

/** What the address asks for. One filter at a time: the region goes before the branch. */
export function askedOf(search: URLSearchParams, year: number): Asked & { kind: Kind } {
  const asked = Number(search.get('year'));
  const region = search.get('region') || null;
  return {
    year: asked >= 2020 && asked <= year ? asked : year,
    region,
    branch: region === null ? search.get('branch') || null : null,
    kind: KINDS.find((one) => one === search.get('of')) ?? 'export',
  };
}

/** The tables that mean something for a kind and a filter. */
export function dimensionsOf(kind: Kind, { region, branch }: Pick<Asked, 'region' | 'branch'>): Dimension[] {
  return DIMENSIONS.filter((by) => (by !== 'country' || kind === 'order' || kind === 'export') && (by !== 'region' || region === null) && (by !== 'branch' || branch === null));
}
