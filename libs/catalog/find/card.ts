import type { Locale, Money } from '#libs/kernel';

/** A piece as lists show it. Flat, because every nested object is paid for on every row. */
export interface Card {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** The language the title is really in, which may not be the one asked for. */
  readonly titleLocale: Locale;
  readonly makerName: string;
  readonly branch: string;
  readonly branchName: string;
  readonly regionCode: string;
  readonly regionName: string;
  /** The goods value of one unit: the maker's price and the fees, before shipping and duty. */
  readonly price: Money;
  readonly certified: boolean;
  readonly unique: boolean;
  readonly available: boolean;
  readonly leadTimeDays: number;
  readonly photographId: string | null;
  readonly photographColour: string | null;
}
