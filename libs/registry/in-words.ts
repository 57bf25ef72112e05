import { DomainError, type Locale } from '#libs/kernel';
import { dayInWords } from './day-in-words.js';

export type Words = Readonly<Record<Locale, string>>;

/** The same refusal, its blanks filled in each language: what a state is called, a day, the lines of a checklist. Its params stay as codes. */
export function inWords(error: DomainError, blanks: Readonly<Record<string, Words>>): DomainError {
  const say = (locale: Locale): string => Object.entries(blanks).reduce((text, [name, words]) => text.replaceAll(`{${name}}`, () => words[locale]), error.definition[locale]);
  return new DomainError(error.code, { ...error.definition, en: say('en'), fr: say('fr'), ar: say('ar') }, error.params, error.field);
}

export function dayWords(day: string): Words {
  return { en: dayInWords(day, 'en'), fr: dayInWords(day, 'fr'), ar: dayInWords(day, 'ar') };
}

/** A list as each language writes one. */
export function listWords(each: readonly Words[]): Words {
  const list = (locale: Locale): string => each.map((words) => words[locale]).join(locale === 'ar' ? '، ' : ', ');
  return { en: list('en'), fr: list('fr'), ar: list('ar') };
}
