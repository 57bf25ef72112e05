import { attempt, refuse, type Asked } from '../../ask.server.js';
import { langOf } from '../../i18n/languages.js';
import type { Basket } from '../basket/queries.js';
import { placeOrderMutation, startPaymentMutation, type PlaceOrderInput } from './queries.js';

export function placeInput(form: FormData, basket: Basket): PlaceOrderInput {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const optional = (name: string): string | null => text(name) || null;
  return {
    input: {
      basketId: basket.id,
      email: text('email'),
      buyerKind: text('buyerKind') === 'business' ? 'business' : 'consumer',
      taxId: optional('taxId'),
      shownTotalMinor: optional('shownTotalMinor') === null ? null : Number(text('shownTotalMinor')),
      consignee: {
        name: text('name'),
        line1: text('line1'),
        line2: optional('line2'),
        city: text('city'),
        postalCode: text('postalCode'),
        region: optional('region'),
        country: basket.country,
        phone: text('phone'),
      },
    },
  };
}

/** Freezes the pro forma, then answers where to pay it. Placing the same basket again answers the same orders. */
export async function placeAndPay(asked: Asked, basket: Basket, form: FormData): Promise<{ url: string } | ReturnType<typeof refuse>> {
  const placed = await attempt(asked, placeOrderMutation, placeInput(form, basket));
  if ('problems' in placed) return refuse(placed.problems, form);
  const started = await startPayment(asked, placed.done.placeOrder.basketId);
  return 'problems' in started ? refuse(started.problems, form) : started;
}

export async function startPayment(asked: Asked, basketId: string) {
  const returnUrl = new URL(`/${langOf(asked.params)}/checkout/return?basket=${basketId}`, asked.request.url).href;
  const started = await attempt(asked, startPaymentMutation, { basketId, returnUrl });
  return 'problems' in started ? started : started.done.startPayment;
}
