import { newId } from '#libs/kernel';
import { OWN_TERMS } from './product/exporter.js';
import type { Product } from './product/product.js';

/** An empty draft, changed where a test says so. */
export function pieceOf(change: Partial<Product>): Product {
  const artisanId = change.artisanId ?? newId();
  return {
    id: newId(), artisanId, exporter: { kind: 'artisan', id: artisanId, name: 'Fatima Amrani' }, terms: OWN_TERMS, makerName: 'Fatima Amrani', makerNameAr: 'فاطمة العمراني', regionCode: 'MA-03',
    state: 'draft', suspendedFor: null, slug: null, title: { en: null, fr: null, ar: null }, story: { en: null, fr: null, ar: null }, branch: null, techniques: [], materials: [], operations: [], workMinor: null,
    hsCode: null, priceMinor: null, netWeightGrams: null, grossWeightGrams: null, lengthMm: null, widthMm: null, heightMm: null, unique: true, leadTimeDays: 0, foodContact: false,
    certificateNumber: null, certificateUntil: null, certificateScheme: null, certificateOfLot: false, listedAt: null,
    ...change,
  };
}
