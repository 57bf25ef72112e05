import { catalogErrors } from '../catalog.errors.js';
import type { ClusterTerms, Product } from './product.js';

/** A cluster that exports a member's piece, on the terms it offers it. */
export interface ExportingCluster extends ClusterTerms {
  readonly kind: 'cluster';
  readonly id: string;
  readonly name: string;
}

/** The maker exports herself: nothing is added. */
export const OWN_TERMS: ClusterTerms = { fee: { bp: 0, itemMinor: 0, kgMinor: 0, orderMinor: 0 }, text: null, minimumQuantity: 1, keptBack: 0 };

/** Half of the maker's price, and five thousand dirhams a piece, a kilogram or an order: no fee that a member could have meant is above them. */
const HIGHEST_FEE_BP = 5000;
const HIGHEST_FIXED_MINOR = 500_000;
export const HIGHEST_MINIMUM = 1000;
const MOST_KEPT_BACK = 100_000;

/** The piece with its exporter and all that comes with it; they leave together, so that nothing stays without the other. */
export function exportedBy(product: Product, cluster: ExportingCluster | null): Product {
  if (cluster === null) return { ...product, exporter: { kind: 'artisan', id: product.artisanId, name: product.makerName }, terms: OWN_TERMS };
  const { kind, id, name, fee, text, minimumQuantity, keptBack } = cluster;
  assertRange(fee.bp, 0, HIGHEST_FEE_BP, 'feeBp');
  assertRange(fee.itemMinor, 0, HIGHEST_FIXED_MINOR, 'itemMinor');
  assertRange(fee.kgMinor, 0, HIGHEST_FIXED_MINOR, 'kgMinor');
  assertRange(fee.orderMinor, 0, HIGHEST_FIXED_MINOR, 'orderMinor');
  // There is one of a unique piece: a minimum above it would take it off sale.
  assertRange(minimumQuantity, 1, product.unique ? 1 : HIGHEST_MINIMUM, 'minimumQuantity');
  assertRange(keptBack, 0, MOST_KEPT_BACK, 'keptBack');
  return { ...product, exporter: { kind, id, name }, terms: { fee, text, minimumQuantity, keptBack } };
}

function assertRange(value: number, min: number, max: number, field: string): void {
  if (!Number.isInteger(value) || value < min || value > max) throw catalogErrors.CATALOG_NUMBER_RANGE({ min, max }, field);
}
