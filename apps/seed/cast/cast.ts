import type { Locale } from '#libs/kernel';
import type { PictureRequest } from '../pictures/index.js';

/** The shapes of the cast: the people, makers, pieces and orders that the demo world and the journeys share. */
export type Words = Readonly<Record<Locale, string>>;

export interface CastArtisan {
  readonly key: string;
  /** As the register writes it. */
  readonly identifier: string;
  readonly nameLatin: string;
  readonly nameArabic: string;
  /** Null for a cooperative. */
  readonly sex: 'F' | 'M' | null;
  readonly birthYear: number | null;
  readonly category: 'artisan' | 'maalem' | 'cooperative';
  readonly branch: string;
  readonly activity: string;
  /** ISO 3166-2 of the region, and its province without `MA-`. */
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly street: string;
  readonly registeredOn: string;
  readonly validUntil: string;
  readonly covered: { readonly cnss: boolean; readonly amo: boolean };
  /** The account that stands for this entry; none for those who sell through their cluster alone. */
  readonly email: string | null;
  readonly locale: Locale;
}

export interface CastPiece {
  readonly key: string;
  readonly maker: string;
  readonly title: Words;
  readonly story: Words;
  readonly branch: string;
  readonly techniques: readonly string[];
  /** `from` is the country of the material where that is not Morocco; `hs` and `dirhams`, its code and cost in one piece, are what rules of origin ask for then. */
  readonly materials: readonly { readonly code: string; readonly percent: number; readonly from?: string; readonly name?: string; readonly hs?: string; readonly dirhams?: number }[];
  /** What was done to it in Morocco, where its maker has said so. */
  readonly operations?: readonly string[];
  readonly hsCode: string;
  /** What the maker receives for one. */
  readonly dirhams: number;
  readonly netGrams: number;
  readonly grossGrams: number;
  /** Length, width, height. */
  readonly mm: readonly [number, number, number];
  /** Null: there is only this one. */
  readonly stock: number | null;
  readonly leadTimeDays: number;
  readonly foodContact: boolean;
  /** What the centre of this craft inspected and certified it as; null for a piece without a certificate. */
  readonly certifiedAs: string | null;
  /** How many of them were made when the inspector came; without a number, all. */
  readonly certifiedUnits?: number;
  readonly pictures: readonly PictureRequest[];
}

export interface CastPerson {
  readonly key: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** What the start command and the sign-in page call this person. */
  readonly role: string;
}

/** Somebody who asks for her entry; its key in the cast of artisans is her own. */
export interface CastApplicant extends CastPerson {
  /** Why the chamber sent the request back; null while it waits. */
  readonly returned: string | null;
}

export interface CastBuyer extends CastPerson {
  readonly buyerKind: 'consumer' | 'business';
  readonly taxId: string | null;
  readonly consignee: {
    readonly name: string;
    readonly line1: string;
    readonly line2: string | null;
    readonly city: string;
    readonly postalCode: string;
    readonly region: string | null;
    readonly country: string;
    readonly phone: string;
  };
}

/** How far the demo world takes an order. */
export type CastOrderEnd = 'placed' | 'funded' | 'in_production' | 'ready' | 'documented' | 'dispatched' | 'delivered' | 'paid_out' | 'declined' | 'cancelled';

/** How far the demo world takes a complaint. */
export type CastComplaintEnd = 'open' | 'with_desk' | 'refunded';

export interface CastComplaint {
  readonly piece: string;
  readonly quantity: number;
  readonly kind: 'missing' | 'damaged' | 'not_as_described';
  /** The buyer's, in her own language. */
  readonly words: string;
  readonly end: CastComplaintEnd;
  /** What her photograph shows: a crack over a picture of the piece. */
  readonly photograph?: true;
  /** The exporter's, in theirs: why nothing is given, or with the part that is. */
  readonly answer?: string;
  /** In the minor units of what she paid in. */
  readonly offerMinor?: number;
}

export interface CastOrder {
  readonly key: string;
  readonly buyer: string;
  /** Pieces of one exporter, so that each basket is one order. */
  readonly lines: readonly { readonly piece: string; readonly quantity: number }[];
  readonly end: CastOrderEnd;
  /** The buyer asks her bank for her money back as soon as she has paid. */
  readonly disputed?: true;
  /** Of an order that was delivered. */
  readonly complaints?: readonly CastComplaint[];
  /** Which members of a grouping are asked to make what, and who has said yes. */
  readonly lots?: readonly { readonly piece: string; readonly maker: string; readonly quantity: number; readonly accepted: boolean }[];
}

/** A piece whose maker has asked for a certificate and waits for the inspector. */
export interface CastRequest {
  readonly piece: string;
  readonly variant: string;
}
