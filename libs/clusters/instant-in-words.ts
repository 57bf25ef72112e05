import { LANGUAGE_TAGS, type Locale } from '#libs/kernel';

/** Day and hour in Morocco, as a sentence of a letter says them. */
export function instantInWords(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { timeZone: 'Africa/Casablanca', dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(at);
}
