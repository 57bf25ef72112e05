import type { ListingInput } from './queries.js';

export const PAGE = 24;
export const SORTS = ['NEWEST', 'PRICE_UP', 'PRICE_DOWN'] as const;

/** The address bar holds the whole search, so that a link to it shows the same wall. */
export function listingInput(search: URLSearchParams, locale: string): ListingInput {
  const text = (name: string): string | null => search.get(name)?.trim() || null;
  const dirhams = (name: string): number | null => {
    const amount = Number(text(name) ?? NaN);
    return Number.isFinite(amount) && amount >= 0 ? Math.round(amount * 100) : null;
  };
  const sort = text('sort') ?? '';
  return {
    first: PAGE,
    after: text('after'),
    query: text('q')?.slice(0, 200) ?? null,
    branch: search.getAll('branch'),
    region: search.getAll('region'),
    material: search.getAll('material'),
    priceMin: dirhams('min'),
    priceMax: dirhams('max'),
    certified: search.get('certified') === '1' ? true : null,
    sort: SORTS.find((known) => known === sort) ?? 'NEWEST',
    locale,
  };
}

export function isFiltered(search: URLSearchParams): boolean {
  return ['q', 'branch', 'region', 'material', 'min', 'max', 'certified'].some((name) => search.has(name) && search.get(name) !== '');
}

export function without(search: URLSearchParams, name: string, value: string): string {
  const rest = new URLSearchParams([...search].filter(([key, one]) => key !== 'after' && !(key === name && one === value)));
  return `?${rest}`;
}

export function fromStart(search: URLSearchParams): string {
  const rest = new URLSearchParams(search);
  rest.delete('after');
  return `?${rest}`;
}

export function withCursor(search: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(search);
  next.set('after', cursor);
  return `?${next}`;
}
