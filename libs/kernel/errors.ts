/** The three languages every message exists in. Arabic is Moroccan standard Arabic (`ar-MA`). */
export type Locale = 'en' | 'fr' | 'ar';
export const LOCALES: readonly Locale[] = ['en', 'fr', 'ar'];

/** What a caller can do about an error decides its kind; transports map kinds to status codes. */
export type ErrorKind = 'invalid' | 'not_found' | 'conflict' | 'forbidden' | 'unavailable';

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
}

export type ErrorParams = Readonly<Record<string, string | number>>;

/**
 * A refusal the caller caused and can act on. Anything else that is thrown is a bug:
 * it is logged with an id and masked.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly definition: ErrorDefinition,
    readonly params: ErrorParams = {},
    /** Dotted path of the input field at fault, as the caller sent it: `input.lines.0.quantity`. */
    readonly field?: string,
  ) {
    super(fill(definition.en, params));
    this.name = 'DomainError';
  }

  get kind(): ErrorKind {
    return this.definition.kind;
  }

  say(locale: Locale): string {
    return fill(this.definition[locale], this.params);
  }

  /** The same refusal with blanks filled in each language: what a state is called, a day, a list. Its params stay codes, for machines. */
  worded(blanks: Readonly<Record<string, Readonly<Record<Locale, string>>>>): DomainError {
    const said = (locale: Locale): string => fill(this.definition[locale], Object.fromEntries(Object.entries(blanks).map(([name, words]) => [name, words[locale]])));
    return new DomainError(this.code, { kind: this.kind, en: said('en'), fr: said('fr'), ar: said('ar') }, this.params, this.field);
  }
}

/** For `.catch(nullIfRefused)`: what was refused is as if it were not there; a fault stays a fault. */
export function nullIfRefused(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}

/** Makes a room's errors. Codes are the keys: `ORDER_PRO_FORMA_EXPIRED`. */
export function defineErrors<T extends Record<string, ErrorDefinition>>(
  definitions: T,
): { readonly [K in keyof T]: ((params?: ErrorParams, field?: string) => DomainError) } & { readonly definitions: T } {
  const factories: Record<string, unknown> = { definitions };
  for (const [code, definition] of Object.entries(definitions)) {
    factories[code] = (params?: ErrorParams, field?: string) => new DomainError(code, definition, params, field);
  }
  return factories as never;
}

function fill(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
