import { randomUUID } from 'node:crypto';
import { attempt, askGently, type Asked, type FieldProblem } from '../../ask.server.js';
import { basketIn, cookieLine, countryOf } from '../../cookies.server.js';
import { langOf } from '../../i18n/languages.js';
import { becomeGuest } from '../account/guest.server.js';
import { basketQuery, createBasketMutation, setCountryMutation, setLineMutation, type Basket } from './queries.js';

/** The basket this browser remembers, whatever has become of it. */
export async function rememberedBasket(asked: Asked): Promise<Basket | null> {
  const id = basketIn(asked.request);
  return id === null ? null : ((await askGently(asked, basketQuery, { id }))?.basket ?? null);
}

/** The basket being filled, with prices for the chosen country; null when there is none, or it has become an order. */
export async function basketOf(asked: Asked): Promise<Basket | null> {
  const found = await rememberedBasket(asked);
  if (found === null || found.state !== 'open') return null;
  const country = countryOf(asked.request, langOf(asked.params));
  if (found.country === country) return found;
  await attempt(asked, setCountryMutation, { basketId: found.id, country });
  return (await askGently(asked, basketQuery, { id: found.id }))?.basket ?? null;
}

/** A basket is made with the first piece put into it, for the country whose prices were shown. */
async function openBasket(asked: Asked): Promise<{ id: string } | { problems: FieldProblem[] }> {
  const known = await basketOf(asked);
  if (known !== null) return { id: known.id };
  await becomeGuest(asked);
  const made = await attempt(asked, createBasketMutation, { id: randomUUID(), country: countryOf(asked.request, langOf(asked.params)) });
  return 'problems' in made ? made : { id: made.done.createBasket.id };
}

/** Sets how many of a piece the basket holds, and answers the cookies that remember it. */
export async function putInBasket(asked: Asked, productId: string, quantity: number): Promise<{ cookies: Headers } | { problems: FieldProblem[] }> {
  const basket = await openBasket(asked);
  if ('problems' in basket) return basket;
  const set = await attempt(asked, setLineMutation, { basketId: basket.id, productId, quantity });
  if ('problems' in set) return set;
  return { cookies: basketCookies(asked.request, basket.id, set.done.setBasketLine.lines) };
}

/** Fills a basket of the visitor's own with pieces chosen before she said who she is. */
export async function refill(asked: Asked, lines: readonly { productId: string; quantity: number }[]): Promise<Headers> {
  const basket = lines.length === 0 ? null : await openBasket(asked);
  if (basket === null || 'problems' in basket) return new Headers();
  let held: { quantity: number }[] = [];
  for (const { productId, quantity } of lines) {
    const set = await attempt(asked, setLineMutation, { basketId: basket.id, productId, quantity });
    if ('done' in set) held = set.done.setBasketLine.lines;
  }
  return basketCookies(asked.request, basket.id, held);
}

function basketCookies(request: Request, id: string, lines: readonly { quantity: number }[]): Headers {
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  const headers = new Headers();
  headers.append('set-cookie', cookieLine(request, 'basket', id));
  headers.append('set-cookie', cookieLine(request, 'basket-count', String(count)));
  return headers;
}
