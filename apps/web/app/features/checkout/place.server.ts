import { redirect } from 'react-router';
import { attempt, refuse, type Asked } from '../../ask.server.js';
import { cookieLine } from '../../cookies.server.js';
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

/** Freezes the pro forma, then goes to where it is paid. Placing the same basket again answers the same orders. */
export async function placeAndPay(asked: Asked, basket: Basket, form: FormData) {
  const placed = await attempt(asked, placeOrderMutation, placeInput(form, basket));
  if ('problems' in placed) return refuse(placed.problems, form);
  const { basketId } = placed.done.placeOrder;
  const started = await startPayment(asked, basketId);
  // The pieces are held now: what is left is to pay, and the return page offers that again.
  if ('problems' in started) return redirect(returnPath(asked, basketId));
  return toProvider(started.url, { 'set-cookie': cookieLine(asked.request, 'basket-count', '0') });
}

export function returnPath(asked: Asked, basketId: string): string {
  return `/${langOf(asked.params)}/checkout/return?basket=${basketId}`;
}

/** The payment page is the provider's: a whole new document, never inside ours. */
export function toProvider(url: string, headers: Record<string, string> = {}): Response {
  return redirect(url, { headers: { ...headers, 'x-remix-reload-document': 'true' } });
}

export async function startPayment(asked: Asked, basketId: string) {
  const started = await attempt(asked, startPaymentMutation, { basketId, returnUrl: returnPath(asked, basketId) });
  return 'problems' in started ? started : started.done.startPayment;
}
