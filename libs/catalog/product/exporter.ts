import { catalogErrors } from '../catalog.errors.js';
import type { Product } from './product.js';

/** A cluster that exports a member's piece, for a fee in basis points of her price. */
export interface ExportingCluster {
  readonly kind: 'cluster';
  readonly id: string;
  readonly name: string;
  readonly feeBp: number;
}

/** Half of the maker's price: no fee that a member could have meant is above it. */
const HIGHEST_FEE_BP = 5000;

/** The piece with its exporter and the fee that goes with it; both leave together, so that none stays without the other. */
export function exportedBy(product: Product, cluster: ExportingCluster | null): Product {
  if (cluster === null) return { ...product, exporter: { kind: 'artisan', id: product.artisanId, name: product.makerName }, clusterFeeBp: 0 };
  const { kind, id, name, feeBp } = cluster;
  if (!Number.isInteger(feeBp) || feeBp < 0 || feeBp > HIGHEST_FEE_BP) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 0, max: HIGHEST_FEE_BP }, 'feeBp');
  return { ...product, exporter: { kind, id, name }, clusterFeeBp: feeBp };
}
