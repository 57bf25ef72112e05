import { UNION } from '../origin/union.js';

/** Who answers in the Union for a product whose maker is outside it. */
export interface ResponsiblePerson {
  /** Name, postal and electronic address, as they are shown and printed. */
  readonly said: string;
  readonly of: 'exporter' | 'house';
  /** Of a demo world: nobody of that name answers. */
  readonly demonstration: boolean;
}

export interface Seller {
  readonly kind: 'artisan' | 'cluster';
  readonly id: string;
}

export interface Sale {
  readonly country: string;
  /** Null while only the country is known. */
  readonly postalCode: string | null;
  readonly buyerKind: 'consumer' | 'business';
}

/**
 * Whether what is sold to this buyer needs one: consumer products placed on the market of the Union (Regulation (EU) 2023/988,
 * article 16, since 13 December 2024; article 19 wants it in the offer). Northern Ireland follows the same Regulation: its
 * postal codes begin with BT (general knowledge, 2026-11-24).
 */
export function asksResponsible({ country, postalCode, buyerKind }: Sale): boolean {
  if (buyerKind !== 'consumer') return false;
  return isUnion(country) || (country === 'GB' && /^BT\d/i.test((postalCode ?? '').replace(/\s/g, '')));
}

/** Where one may be asked for, once the whole address is known. */
export function mayAskResponsible(country: string, buyerKind: Sale['buyerKind']): boolean {
  return buyerKind === 'consumer' && (isUnion(country) || country === 'GB');
}

/** An address of the post alone is half of it: the law wants an electronic one besides. */
export function hasElectronicAddress(said: string): boolean {
  return /[^\s@,]+@[^\s@,]+\.[^\s@,]{2,}|https?:\/\/[^\s,]+\.[^\s,]{2,}|\bwww\.[^\s,]+\.[^\s,]{2,}/i.test(said);
}

function isUnion(country: string): boolean {
  return (UNION as readonly string[]).includes(country);
}
