import { Inject, Injectable } from '@nestjs/common';
import { isId, LOCALES, moroccanDay, type Clock, type Locale } from '#libs/kernel';
import { CLOCK, Database, pageSize } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { branches, regions } from '../catalog.words.js';
import { materials } from '../trade-words/materials.js';
import { label } from '../trade-words/word.js';
import { countAll, countFacets, type FacetCount } from './catalog.facets.js';
import { listCards, type Listing } from './catalog.listing.js';
import { BANDS, bandValue, type Filter, type Sort } from './filter.js';
import { Recent } from './recent.js';
import { sought } from './search-words.js';

export interface FindQuery {
  readonly first: number;
  readonly after?: string | null;
  readonly query?: string | null;
  readonly branch?: readonly string[] | null;
  readonly region?: readonly string[] | null;
  readonly material?: readonly string[] | null;
  readonly priceMin?: number | null;
  readonly priceMax?: number | null;
  readonly certified?: boolean | null;
  readonly maker?: string | null;
  readonly sort?: Sort | null;
}

export interface Facet {
  readonly name: string;
  readonly values: { readonly value: string; readonly label: string; readonly count: number }[];
}

/** A page, and what its totals and facets would be asked with. */
export type Page = Listing & { readonly filter: Filter; readonly locale: Locale };

const MOST_CHOICES = 60;

/** How buyers find pieces. */
@Injectable()
export class FindService {
  /** Counts are shown, not sold from: half a minute old is fresh enough, and a crowd on one page costs one scan. */
  private readonly totals = new Recent<number>(30_000, 500);
  private readonly facetCounts = new Recent<FacetCount[]>(30_000, 200);

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(query: FindQuery, locale: Locale): Promise<Page> {
    const filter = await this.filterOf(query);
    const listing = await listCards(this.db, { filter, sort: query.sort ?? 'NEWEST', first: pageSize(query.first), after: query.after ?? null, locale, day: this.day() });
    return Object.assign(listing, { filter, locale });
  }

  total(filter: Filter): Promise<number> {
    return this.totals.get(JSON.stringify(filter), this.clock.now().getTime(), () => countAll(this.db, filter, this.day()));
  }

  async facets(filter: Filter, locale: Locale): Promise<Facet[]> {
    const counts = await this.facetCounts.get(JSON.stringify(filter), this.clock.now().getTime(), () => countFacets(this.db, filter, this.day()));
    return (['branch', 'region', 'material', 'price', 'certified'] as const).map((name) => ({
      name,
      values: counts
        .filter((row) => row.name === name)
        .sort((a, b) => (name === 'price' ? Number(a.value) - Number(b.value) : b.count - a.count || (a.value < b.value ? -1 : 1)))
        .map((row) => ({ value: name === 'price' ? bandValue(Number(row.value)) : row.value, label: facetLabel(row, locale), count: row.count })),
    }));
  }

  private async filterOf(query: FindQuery): Promise<Filter> {
    const choices = (values: readonly string[] | null | undefined, field: string): string[] => {
      if ((values?.length ?? 0) > MOST_CHOICES) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 0, max: MOST_CHOICES }, field);
      return [...new Set(values ?? [])].map((value) => value.slice(0, 60).replaceAll('\0', '')).sort();
    };
    const words = sought(query.query ?? '');
    return {
      words: words.length > 0 ? await this.mend(words) : words,
      branch: choices(query.branch, 'branch'),
      region: choices(query.region, 'region'),
      material: choices(query.material, 'material'),
      priceMin: query.priceMin ?? null,
      priceMax: query.priceMax ?? null,
      certified: query.certified ?? null,
      maker: makerOf(query.maker),
    };
  }

  /** Words that no listed piece begins with are read as the nearest word that one has: `tapi` finds itself, `tapsi` finds tapis. */
  private async mend(words: readonly string[]): Promise<string[]> {
    const rows = await this.db.prepared<{ word: string; near: string | null }>(
      'catalog.mend',
      `select asked.word, case when exists (select 1 from catalog.search_word w where w.word like asked.word || '%') then null
         else (select w.word from catalog.search_word w where w.word % asked.word and abs(length(w.word) - length(asked.word)) <= 2
               order by similarity(w.word, asked.word) desc, w.word limit 1) end as near
       from unnest($1::text[]) as asked (word)`,
      [words],
    );
    const near = new Map(rows.map((row) => [row.word, row.near]));
    return words.map((word) => near.get(word) ?? word);
  }

  private day(): string {
    return moroccanDay(this.clock.now());
  }
}

function makerOf(id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  if (!isId(id)) throw catalogErrors.CATALOG_MAKER_UNKNOWN({}, 'maker');
  return id;
}

const CERTIFIED: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  true: { en: 'Certified', fr: 'Certifiée', ar: 'معتمدة' },
  false: { en: 'Not certified', fr: 'Non certifiée', ar: 'غير معتمدة' },
};

function facetLabel({ name, value }: FacetCount, locale: Locale): string {
  if (name === 'branch') return label(branches, value, locale);
  if (name === 'region') return label(regions, value, locale);
  if (name === 'material') return label(materials, value, locale);
  if (name === 'certified') return CERTIFIED[value]![locale];
  return bandLabel(Number(value), locale);
}

const MONEY = new Map(LOCALES.map((locale) => [locale, new Intl.NumberFormat(locale === 'ar' ? 'ar-MA' : locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'MAD', maximumFractionDigits: 0 })]));

function bandLabel(index: number, locale: Locale): string {
  const format = MONEY.get(locale)!;
  const from = BANDS[index]!;
  const to = BANDS[index + 1];
  return to === undefined ? `${format.format(from / 100)} +` : format.formatRange(from / 100, to / 100);
}
