import { fold, money, type Locale, type Money } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { pageFrom, type Condition, type PageOf } from '#libs/registry';
import { inLocale } from './title.js';
import type { Translations } from './product.js';

/** A piece that its maker sells under her own name. */
export interface OwnPiece {
  readonly productId: string;
  readonly artisanId: string;
  readonly title: string;
  readonly makerName: string;
  readonly slug: string;
  readonly unique: boolean;
  /** What the maker receives of one unit. */
  readonly maker: Money;
  readonly photographId: string | null;
}

export interface OwnOnSaleAsked {
  readonly makers: readonly string[];
  /** Pieces that the asker knows to be somebody's already. */
  readonly without: readonly string[];
  readonly first: number;
  readonly after?: string | undefined;
  /** Some letters of the piece's name or of its maker's, in any language. */
  readonly query?: string | null | undefined;
  readonly oldest?: boolean;
  readonly locale: Locale;
}

type Row = Translations & { id: string; artisanId: string; slug: string; makerName: string; makerNameAr: string | null; unique: boolean; priceMinor: number; photographId: string | null };

const COLUMNS = `p.id, p.artisan_id as "artisanId", p.slug, p.title_en as en, p.title_fr as fr, p.title_ar as ar, p.maker_name as "makerName", p.maker_name_ar as "makerNameAr", p.is_unique as "unique", p.price_minor as "priceMinor",
  (select f.id from catalog.photograph f where f.id = p.cover_photograph_id and f.state = 'ready') as "photographId"`;
const NAMED = `(p.title_sought like $ or platform.fold(p.maker_name || ' ' || coalesce(p.maker_name_ar, '')) like $)`;
/** Whoever types more than that looks for no name. */
const MOST_WORDS = 8;

/** What these makers have on sale and nobody exports for them. Each maker's pieces are walked by her own index, for one page at most, and the walks are merged. */
export async function ownOnSale(db: Database, { makers, without, first, after, query, oldest = false, locale }: OwnOnSaleAsked): Promise<PageOf<OwnPiece>> {
  const words = fold((query ?? '').slice(0, 400)).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const where: Condition[] = [['p.state = $', 'listed', 'word'], [`p.exporter_kind = 'artisan'`], ['p.id <> all($::uuid[])', without], ...words.map((word): Condition => [NAMED, `%${word}%`])];
  const { nodes, ...page } = await pageFrom<Row>(db, { columns: COLUMNS, from: 'catalog.product p', where, among: [['p.artisan_id', makers, 'uuid']], key: 'p.created_at', of: 'time', id: 'p.id', newest: !oldest, foundFirst: true }, first, after ?? null);
  return { ...page, nodes: nodes.map((row) => pieceOf(row, locale)) };
}

function pieceOf({ id, artisanId, slug, makerName, makerNameAr, unique, priceMinor, photographId, ...title }: Row, locale: Locale): OwnPiece {
  return { productId: id, artisanId, slug, unique, photographId, title: inLocale(title, locale)?.text ?? '', makerName: (locale === 'ar' && makerNameAr) || makerName, maker: money(Number(priceMinor), 'MAD') };
}
