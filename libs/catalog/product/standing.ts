import type { Product, ProductState, SuspensionReason } from './product.js';

/** A certificate that covers the piece today. */
export interface LiveCertificate {
  readonly number: string;
  readonly validUntil: string;
  readonly scheme: string | null;
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
  return { ...product, certificateNumber: certificate?.number ?? null, certificateUntil: certificate?.validUntil ?? null, certificateScheme: certificate?.scheme ?? null };
}

/** What to ask certification about a piece. A piece sold for food needs a certificate that looked at that. */
export function certificateScope(product: Product, day: string): { artisanId: string; productId: string; productType: string | null; foodContact: boolean; day: string } {
  return { artisanId: product.artisanId, productId: product.id, productType: product.branch, foodContact: product.foodContact, day };
}
