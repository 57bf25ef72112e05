/** What a buyer narrowed the catalogue to. Empty lists and nulls narrow nothing. */
export interface Filter {
  /** Stems of what was typed, mistypings mended. */
  readonly words: readonly string[];
  readonly branch: readonly string[];
  readonly region: readonly string[];
  readonly material: readonly string[];
  /** Centimes of a dirham, both ends included. */
  readonly priceMin: number | null;
  readonly priceMax: number | null;
  readonly certified: boolean | null;
  /** One maker's pieces. */
  readonly maker: string | null;
}

export type Sort = 'NEWEST' | 'PRICE_UP' | 'PRICE_DOWN';

/** Lower ends of the price bands, in centimes: where the prices of handicraft part into small, middle and large pieces. */
export const BANDS = [0, 50_000, 100_000, 250_000, 500_000, 1_000_000] as const;

/** `50000-100000`; the last band has no upper end: `1000000-`. */
export function bandValue(index: number): string {
  const next = BANDS[index + 1];
  return `${BANDS[index]}-${next === undefined ? '' : next - 1}`;
}

/** The parts of a WHERE, in one order for every statement, with their parameters. */
export interface Conditions {
  readonly sql: Readonly<Record<keyof Omit<Filter, 'priceMin' | 'priceMax'> | 'price', string | null>>;
  readonly params: readonly unknown[];
}

/** `first` is the number of the first free parameter. A part that narrows nothing is null and takes no parameter. */
export function conditions(filter: Filter, day: string, wordsQuery: string, first: number): Conditions {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${first + params.push(value) - 1}`;
  const list = (values: readonly string[], sql: (p: string) => string): string | null => (values.length > 0 ? sql(bind(values)) : null);
  // One value as an equality: then an index that begins with its column hands the rows over in their order.
  const choice = (values: readonly string[], column: string): string | null => (values.length === 1 ? `${column} = ${bind(values[0])}` : list(values, (p) => `${column} = any(${p}::text[])`));
  const certifiedOn = (): string => `p.certificate_until >= ${bind(day)}::date`;
  return {
    sql: {
      words: filter.words.length > 0 ? `p.search @@ ${bind(wordsQuery)}::tsquery` : null,
      branch: choice(filter.branch, 'p.branch'),
      region: choice(filter.region, 'p.region_code'),
      material: list(filter.material, (p) => `p.material_codes && ${p}::text[]`),
      price: filter.priceMin === null && filter.priceMax === null ? null : `p.goods_minor between ${bind(filter.priceMin ?? 0)} and ${bind(filter.priceMax ?? Number.MAX_SAFE_INTEGER)}`,
      maker: filter.maker === null ? null : `p.artisan_id = ${bind(filter.maker)}::uuid`,
      certified: filter.certified === null ? null : filter.certified ? certifiedOn() : `(${certifiedOn()}) is not true`,
    },
    params,
  };
}
