import { LOCALES, type Actor, type Locale } from '#libs/kernel';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Who sends this request. Identity answers; a request without a session is a visitor and costs no query. */
export abstract class Sessions {
  abstract actorOf(headers: Headers): Promise<Actor>;
}

/** The language of the answer: the page's own (`x-locale`), else the first of Accept-Language that we speak. */
export function localeOf(headers: Headers): Locale {
  const asked = [headers['x-locale'], headers['accept-language']].flat().filter((h): h is string => typeof h === 'string');
  for (const header of asked) {
    for (const part of header.slice(0, 200).split(',')) {
      const language = part.trim().slice(0, 2).toLowerCase();
      if ((LOCALES as readonly string[]).includes(language)) return language as Locale;
    }
  }
  return 'en';
}
