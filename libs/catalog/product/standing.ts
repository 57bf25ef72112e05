import type { Product, ProductState, SuspensionReason } from './product.js';

/** A certificate that covers the piece today. */
export interface LiveCertificate {
  readonly number: string;
  readonly validUntil: string;
  readonly scheme: string | null;
  /** It speaks for some of the listing's units, and only those are sold under it. */
  readonly ofLot: boolean;
}

export interface Verdict {
  readonly state: ProductState;
  readonly suspendedFor: SuspensionReason | null;
  readonly certificate: LiveCertificate | null;
}

/**
 * What the house makes of a piece, given its maker's right to sell and its certificate. A piece offered as certified never
 * turns silently into one that is not: without a live certificate it leaves the shelf, and comes back by itself when there
 * is one again, or uncertified when its maker lists it anew. Drafts and withdrawn pieces only gain or lose the badge.
 */
export function judge(product: Pick<Product, 'state' | 'suspendedFor' | 'certificateNumber'>, maySell: boolean, certificate: LiveCertificate | null): Verdict {
  if (product.state !== 'listed' && product.state !== 'suspended') return { state: product.state, suspendedFor: null, certificate };
  const offeredAsCertified = product.certificateNumber !== null || product.suspendedFor === 'certificate';
  if (offeredAsCertified && !certificate) return { state: 'suspended', suspendedFor: 'certificate', certificate: null };
  if (!maySell) return { state: 'suspended', suspendedFor: 'standing', certificate };
  return { state: 'listed', suspendedFor: null, certificate };
}

export function withCertificate(product: Product, certificate: LiveCertificate | null): Product {
  return { ...product, certificateNumber: certificate?.number ?? null, certificateUntil: certificate?.validUntil ?? null, certificateScheme: certificate?.scheme ?? null, certificateOfLot: certificate?.ofLot ?? false };
}
