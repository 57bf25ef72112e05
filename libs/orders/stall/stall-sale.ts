import { money, toDecimal, type Locale } from '#libs/kernel';
import type { BasketQuote } from '../placing/freeze.js';
import type { BasketItem } from '../placing/pricing.js';

/**
 * A piece that a visitor bought in the medina and wants sent home. The price is paid, hand to hand; what she
 * still pays is the journey: shipping, insurance, duty and tax at her own border.
 */
export interface StallSale {
  readonly id: string;
  readonly productId: string;
  readonly artisanId: string;
  readonly exporterId: string;
  readonly quantity: number;
  /** Centimes of a dirham, for one. */
  readonly paidEachMinor: number;
  readonly unitIds: readonly string[];
  /** `YYYY-MM-DD`, in Morocco. */
  readonly soldOn: string;
  readonly until: Date;
  readonly undoneAt: Date | null;
  /** The order that takes it home, once there is one that was not cancelled. */
  readonly orderNumber: string | null;
  readonly orderState: string | null;
}

export type StallSaleState = 'waiting' | 'sending' | 'undone' | 'expired';

export function stateOfSale(sale: Pick<StallSale, 'undoneAt' | 'orderNumber' | 'until'>, now: Date): StallSaleState {
  if (sale.undoneAt !== null) return 'undone';
  if (sale.orderNumber !== null) return 'sending';
  return sale.until <= now ? 'expired' : 'waiting';
}

/** The piece at the price that was paid for it: what customs is told, and nobody's share, since the maker has it. */
export function asPaid({ piece, quantity }: Pick<BasketItem, 'piece' | 'quantity'>, paidEachMinor: number): BasketItem {
  return { piece: { ...piece, price: { makerMinor: paidEachMinor, clusterMinor: 0, centreMinor: 0, platformMinor: 0, goodsMinor: paidEachMinor, clusterOrderMinor: 0 } }, quantity, onceMinor: 0, paidAtStall: true };
}

/** One figure more under the delivered price: what the buyer has paid already. */
export interface PaidLine {
  readonly kind: 'prepaid';
  readonly code: 'PAID_AT_STALL';
  readonly key: string;
  readonly label: string;
  /** In the buyer's currency, below zero. */
  readonly amountMinor: number;
  readonly formula: string;
  readonly rate: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: 'verified';
}

const WORDS = {
  en: { label: 'Paid at the stall', source: 'receipt of the maker' },
  fr: { label: 'Déjà payé au stand', source: 'reçu de l’artisan' },
  ar: { label: 'مؤدى بالمحل', source: 'وصل الصانع' },
} as const;

export function paidLines(perLine: readonly { readonly key: string; readonly goodsMinor: number }[], sale: Pick<StallSale, 'soldOn' | 'paidEachMinor' | 'quantity'>, locale: Locale): PaidLine[] {
  const { label, source } = WORDS[locale];
  const formula = `${sale.quantity} × ${toDecimal(money(sale.paidEachMinor, 'MAD'))} MAD`;
  return perLine.map(({ key, goodsMinor }) => ({ kind: 'prepaid', code: 'PAID_AT_STALL', key, label, amountMinor: -goodsMinor, formula, rate: '', source, checkedOn: sale.soldOn, confidence: 'verified' }));
}

/** The quote as it will be frozen: the goods keep their value, and the total is what remains to be paid. */
export function lessPaid(quote: BasketQuote, paid: readonly PaidLine[]): BasketQuote {
  return { ...quote, totalMinor: quote.totalMinor + paid.reduce((sum, line) => sum + line.amountMinor, 0), charges: [...quote.charges, ...paid] };
}
