export type Lang = 'en' | 'fr' | 'ar';

/** `ar-MA` gives the Moroccan plural rules with Western digits; plain `ar` would not. */
export const languages: Readonly<Record<Lang, { dir: 'ltr' | 'rtl'; locale: string; name: string }>> = {
  en: { dir: 'ltr', locale: 'en-GB', name: 'English' },
  fr: { dir: 'ltr', locale: 'fr-FR', name: 'Français' },
  ar: { dir: 'rtl', locale: 'ar-MA', name: 'العربية' },
};

export function isLang(text: string | undefined): text is Lang {
  return text !== undefined && Object.hasOwn(languages, text);
}

export function langOf(params: { lang?: string }): Lang {
  return isLang(params.lang) ? params.lang : 'en';
}

/** The first language we have among those a browser prefers. */
export function preferredLang(acceptLanguage: string | null): Lang {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';');
      return { lang: tag.slice(0, 2).toLowerCase(), weight: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ lang }) => lang).find(isLang) ?? 'en';
}

/** The same page in another language. */
export function inLang(pathname: string, lang: Lang): string {
  return pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${lang}`);
}

/** French writes a space before ; : ? ! % and inside « »: one that a narrow line may not break at. */
export function typeset(lang: Lang, text: string): string {
  return lang === 'fr' ? text.replace(/ ([;:?!%»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text;
}
