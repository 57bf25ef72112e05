import { setupI18n, type I18n, type Messages } from '@lingui/core';
import { languages, type Lang } from './languages.js';

type Load = () => Promise<{ default: unknown }>;

/** A page downloads the messages of its part of the house: the shop, what follows a purchase, the working desks. */
const shop: Record<Lang, Load> = { en: () => import('./en.json'), fr: () => import('./fr.json'), ar: () => import('./ar.json') };
const orders: Record<Lang, Load> = { en: () => import('./orders.en.json'), fr: () => import('./orders.fr.json'), ar: () => import('./orders.ar.json') };
const work: Record<Lang, Load> = { en: () => import('./work/en.js'), fr: () => import('./work/fr.js'), ar: () => import('./work/ar.js') };

const catalogues = new Map<Lang, I18n>();

/** The vite plugin has already turned each file into compiled messages. */
async function load(lang: Lang, source: Record<Lang, Load>): Promise<void> {
  const messages = (await source[lang]()).default as Messages;
  const known = catalogues.get(lang);
  if (known !== undefined) known.load(lang, messages);
  else {
    const fresh = setupI18n();
    fresh.loadAndActivate({ locale: lang, locales: [languages[lang].locale], messages });
    catalogues.set(lang, fresh);
  }
}

/** The server holds every language; a browser only that of its page, ready before the page comes alive. */
async function loadHere(source: Record<Lang, Load>): Promise<void> {
  if (import.meta.env.SSR) for (const lang of Object.keys(languages) as Lang[]) await load(lang, source);
  else await load(document.documentElement.lang as Lang, source);
}

export const loadShop = (): Promise<void> => loadHere(shop);
export const loadOrders = (): Promise<void> => loadHere(orders);
export const loadWork = (): Promise<void> => loadHere(work);

export function catalogue(lang: Lang): I18n {
  const found = catalogues.get(lang);
  if (found === undefined) throw new Error(`no messages loaded for ${lang}`);
  return found;
}
