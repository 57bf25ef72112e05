import type { Locale } from '#libs/kernel';

/** The same words in each language we speak. */
export type Said = Readonly<Record<Locale, string>>;

/** What fills a blank: a figure, a name, words in every language, another saying, or several of these. */
export type Param = string | number | Said | Saying | readonly Param[];
export type Params = Readonly<Record<string, Param>>;

/** A sentence as data: which template, and what fills its blanks. It is put into words when somebody reads it. */
export interface Saying {
  readonly template: Said;
  readonly params: Params;
}

export function saying(template: Said, params: Params = {}): Saying {
  return { template, params };
}

export function say(param: Param, locale: Locale): string {
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return String(param);
  if (isList(param)) return param.map((one) => say(one, locale)).join(locale === 'ar' ? '، ' : ', ');
  if (isSaying(param)) return fill(param.template[locale], param.params, locale);
  return param[locale];
}

/** Texts of a template between its blanks, read once per template. */
const READ = new Map<string, readonly string[]>();

/** What was typed is never taken for a blank: only the template is read for them. */
export function fill(template: string, params: Params, locale: Locale): string {
  let parts = READ.get(template);
  if (parts === undefined) READ.set(template, (parts = template.split(/\{(\w+)\}/)));
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const param = params[parts[i]!];
    text += (param === undefined ? `{${parts[i]!}}` : say(param, locale)) + parts[i + 1]!;
  }
  return text;
}

/** A row's own words; where a translation is not written yet, the English stands. */
export function rowWords(row: { readonly says: string; readonly saysFr: string; readonly saysAr: string }): Said {
  return { en: row.says, fr: row.saysFr || row.says, ar: row.saysAr || row.says };
}

function isList(param: Exclude<Param, string | number>): param is readonly Param[] {
  return Array.isArray(param);
}

function isSaying(param: Said | Saying): param is Saying {
  return 'template' in param;
}
