import { isLang, preferredLang, type Lang } from './i18n/languages.js';

/** Small choices a visitor's browser keeps: the country a price is for, and the basket being filled. */
const YEAR = 365 * 24 * 3600;

export function cookieIn(request: Request, name: string): string | null {
  for (const pair of request.headers.get('cookie')?.split(';') ?? []) {
    const [key, ...rest] = pair.trim().split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return null;
}

export function cookieLine(request: Request, name: string, value: string, maxAge = YEAR): string {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** The language chosen last time, or the one the browser asks for. */
export function langFor(request: Request): Lang {
  const chosen = cookieIn(request, 'lang') ?? undefined;
  return isLang(chosen) ? chosen : preferredLang(request.headers.get('accept-language'));
}

/** Where most readers of each language buy from, until they choose. */
const LIKELY_COUNTRY: Readonly<Record<string, string>> = { fr: 'FR', ar: 'FR', en: 'GB' };

export function countryOf(request: Request, lang: string): string {
  const chosen = cookieIn(request, 'country');
  if (chosen !== null && /^[A-Z]{2}$/.test(chosen)) return chosen;
  return LIKELY_COUNTRY[lang] ?? 'FR';
}

/** The basket's id, once there is one. */
export function basketIn(request: Request): string | null {
  const id = cookieIn(request, 'basket');
  return id !== null && /^[0-9a-f-]{36}$/i.test(id) ? id : null;
}

/** Only a path of our own site: an address in `next` must not lead elsewhere. */
export function safeNext(next: string | null, otherwise: string): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : otherwise;
}
