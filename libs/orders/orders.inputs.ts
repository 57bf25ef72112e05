import { isId, lineOfText, type Actor } from '#libs/kernel';
import { parse } from '#libs/platform';
import { z } from 'zod';
import { taxIdOf, type ConsigneeInput } from './placing/consignee.js';
import { MAX_BASKET_LINES } from './order/order.js';
import type { BuyerKind, BuyerParty, Consignee } from './pro-forma.js';

/** What a caller may send; text is checked for length here and for meaning in the pure files. */
const id = z.string().refine(isId, 'not an id');
const email = z.email().max(254);
const text = z.string().max(200_000);
const buyerKind = z.enum(['consumer', 'business']);

const consignee = z.object({
  name: text,
  line1: text,
  line2: text.nullish(),
  city: text,
  postalCode: text.nullish(),
  region: text.nullish(),
  country: text,
  phone: text,
}) satisfies z.ZodType<ConsigneeInput>;

const placeOrder = z.object({
  basketId: id,
  consignee,
  email,
  buyerKind,
  taxId: text.nullish(),
  /** The total the buyer was looking at; another one now is refused rather than charged. */
  shownTotalMinor: z.number().int().min(0).nullish(),
});
export type PlaceOrder = z.input<typeof placeOrder>;

export function parsePlaceOrder(input: PlaceOrder): z.output<typeof placeOrder> {
  return parse(placeOrder, input, 'input');
}

const quoteRequest = z.object({
  id,
  email,
  country: z.string().regex(/^[A-Za-z]{2}$/),
  buyerKind,
  productIds: z.array(id).min(1).max(MAX_BASKET_LINES),
  message: text.nullish(),
});
export type RequestQuote = z.input<typeof quoteRequest>;

export function parseQuoteRequest(input: RequestQuote): z.output<typeof quoteRequest> {
  return parse(quoteRequest, input, 'input');
}

/** Who pays, as the pro forma names her. */
export function buyerOf(actor: Actor, input: { email: string; buyerKind: BuyerKind; taxId?: string | null | undefined }, to: Consignee): BuyerParty {
  return {
    accountId: actor.accountId!,
    name: to.name,
    email: lineOfText(input.email, 254, 'input.email'),
    kind: input.buyerKind,
    taxId: taxIdOf(input.taxId, input.buyerKind),
    locale: actor.locale,
  };
}
