import type { PriceShares } from '../price/price.js';
import type { Exporter, Material, ProductState } from './product.js';

export interface TradeMaterial extends Omit<Material, 'name'> {
  /** Always there: the maker's words, or the English word of the code. */
  readonly name: string;
  /** The word of the code in each language; null where the maker used her own. */
  readonly words: { readonly en: string; readonly fr: string; readonly ar: string } | null;
}

export interface TradePhotograph {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Average colour, `#aabbcc`, once the renditions are made. */
  readonly colour: string | null;
}

/** Everything that quoting, ordering and papers need of a listed piece, per unit. Money is in centimes of a dirham. */
export interface TradeData {
  readonly productId: string;
  readonly artisanId: string;
  readonly exporter: Exporter;
  readonly makerName: string;
  readonly state: ProductState;
  /** True when it can be ordered: listed, with as many free units as are sold at once. */
  readonly onSale: boolean;
  /** Units a buyer can have at the moment of reading. */
  readonly available: number;
  /** The fewest that its exporter sells at once. */
  readonly minimumQuantity: number;
  readonly slug: string;
  /** All three are filled: a missing translation repeats the fallback of `title.ts`. */
  readonly title: { readonly en: string; readonly fr: string; readonly ar: string };
  readonly branch: string;
  readonly hsCode: string;
  /** ISO 3166-2 region of the workshop, `MA-03`. */
  readonly originRegion: string;
  readonly materials: readonly TradeMaterial[];
  /** How it is made, for the rules of origin. */
  readonly making: { readonly operations: readonly string[]; readonly processingCostMadMinor: number | null; readonly exWorksMadMinor: number };
  readonly netWeightGrams: number;
  readonly grossWeightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly certified: boolean;
  readonly certificateNumber: string | null;
  readonly foodContact: boolean;
  readonly unique: boolean;
  readonly leadTimeDays: number;
  readonly price: PriceShares;
  readonly photograph: TradePhotograph | null;
}

/** What rules of origin look at, of a piece in any state. Without a price there is no making, which counts against one. */
export interface PieceOriginFacts extends Pick<TradeData, 'artisanId' | 'originRegion' | 'materials'> {
  readonly hsCode: string | null;
  readonly making: TradeData['making'] | undefined;
  /** The selling price of one unit. */
  readonly goodsMinor: number | null;
}

/** A piece on a list of offers. */
export type ShelfLine = Pick<TradeData, 'productId' | 'makerName' | 'slug' | 'title' | 'onSale' | 'price'>;
