import { catalogErrors } from '../catalog.errors.js';
import type { Product } from './product.js';

/** The fewest that may be bought at once. A maker who makes her piece unique after a minimum was set still sells it. */
export function minimumOf(product: Pick<Product, 'unique' | 'terms'>): number {
  return product.unique ? 1 : product.terms.minimumQuantity;
}

/** Units that a buyer can have: the free ones without those the cluster leaves to the maker. */
export function availableOf(product: Pick<Product, 'terms'>, free: number): number {
  return Math.max(0, free - product.terms.keptBack);
}

/** Refuses fewer than the exporter sells. */
export function assertOrderable(piece: { readonly minimumQuantity: number }, quantity: number, field: string): void {
  if (quantity < piece.minimumQuantity) throw catalogErrors.CATALOG_MINIMUM_QUANTITY({ min: piece.minimumQuantity }, field);
}
