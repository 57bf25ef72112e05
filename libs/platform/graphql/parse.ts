import { z } from 'zod';
import { DomainError } from '#libs/kernel';
import { platformErrors } from '../platform.errors.js';

const LOCALE_ERRORS = { en: z.locales.en().localeError, fr: z.locales.fr().localeError, ar: z.locales.ar().localeError };

/**
 * Parses an input or refuses it with INPUT_INVALID and the path of the first field at fault, said in en, fr and ar.
 * A DomainError thrown inside a refinement or transform passes through with the code and field it was made with.
 */
export function parse<T extends z.ZodType>(schema: T, value: unknown, root = 'input'): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = [root, ...issue.path].join('.');
  const said = (locale: keyof typeof LOCALE_ERRORS): string => {
    // A refinement's own words arrive as the message; everything else zod can say in each language.
    if (issue.code === 'custom') return issue.message;
    const words = LOCALE_ERRORS[locale](issue as never);
    return typeof words === 'string' ? words : (words?.message ?? issue.message);
  };
  const definition = { ...platformErrors.definitions.INPUT_INVALID, en: said('en'), fr: said('fr'), ar: said('ar') };
  throw new DomainError('INPUT_INVALID', definition, {}, field);
}
