import { freeText, lineOfText } from '#libs/kernel';
import { ordersErrors } from '../orders.errors.js';
import type { Consignee } from '../pro-forma.js';

/** The address as the buyer typed it. */
export interface ConsigneeInput {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
  readonly postalCode?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly country: string;
  readonly phone: string;
}

interface AddressRule {
  readonly postalCode: RegExp;
  readonly example: string;
  readonly dial: string;
  /** Two-letter state or province, where the country's addresses carry one. */
  readonly region?: { readonly codes: ReadonlySet<string>; readonly example: string };
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** ISO 3166-2:US, states, the district, territories and the three military codes (USPS Publication 28, general knowledge, 2026-11-24). */
const US_STATES = words('AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP');
/** ISO 3166-2:CA. */
const CA_PROVINCES = words('AB BC MB NB NL NS NT NU ON PE QC SK YT');

const five = (example: string, dial: string): AddressRule => ({ postalCode: /^\d{5}$/, example, dial });
const four = (example: string, dial: string): AddressRule => ({ postalCode: /^\d{4}$/, example, dial });

/**
 * How addresses of the countries we price look: national postal code formats (UPU addressing sheets, general
 * knowledge, 2026-11-24) and ITU-T E.164 country codes. Another country's address is taken without a format.
 */
const RULES: Readonly<Record<string, AddressRule>> = {
  FR: five('75011', '33'),
  DE: five('10115', '49'),
  ES: five('28013', '34'),
  IT: five('00184', '39'),
  BE: four('1000', '32'),
  AT: four('1010', '43'),
  CH: four('8001', '41'),
  NL: { postalCode: /^\d{4} ?[A-Z]{2}$/, example: '1012 AB', dial: '31' },
  GB: { postalCode: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, example: 'SW1A 1AA', dial: '44' },
  US: { postalCode: /^\d{5}(-\d{4})?$/, example: '02108', dial: '1', region: { codes: US_STATES, example: 'MA' } },
  CA: { postalCode: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/, example: 'H2X 1Y4', dial: '1', region: { codes: CA_PROVINCES, example: 'QC' } },
};

/** Latin letters with their marks, ASCII digits and the punctuation of addresses; not a letter of another script, not an emoji. */
const NOT_LATIN = /[^\p{Script=Latin}\u0300-\u036F0-9 .,'’"\-–/\\&()#°:;+@_*]/u;

/** Checks every line and answers the address as papers print it. `country` is the one the price was shown for. */
export function consigneeOf(input: ConsigneeInput, country: string, root = 'input.consignee'): Consignee {
  const field = (name: string): string => `${root}.${name}`;
  const asked = input.country.trim().toUpperCase().slice(0, 2);
  if (asked !== country || input.country.trim().length !== 2) {
    throw ordersErrors.ORDER_COUNTRY_DIFFERS({ shown: country, asked: lineOfText(input.country || '?', 40, field('country')) }, field('country'));
  }
  const rule = RULES[country];
  return {
    name: latin(input.name, 70, field('name')),
    line1: latin(input.line1, 70, field('line1')),
    line2: isBlank(input.line2) ? null : latin(input.line2!, 70, field('line2')),
    city: latin(input.city, 50, field('city'), true),
    postalCode: postalCodeOf(input.postalCode, country, rule, field('postalCode')),
    region: regionOf(input.region, country, rule, field('region')),
    country,
    phone: phoneOf(input.phone, rule, field('phone')),
  };
}

function latin(input: string, max: number, field: string, lettersNeeded = false): string {
  const text = lineOfText(input, max, field);
  const bad = NOT_LATIN.exec(text);
  if (bad) throw ordersErrors.ORDER_NOT_LATIN({ seen: [...text.slice(bad.index)].slice(0, 12).join('') }, field);
  if (lettersNeeded && !/\p{Script=Latin}/u.test(text)) throw ordersErrors.ORDER_NOT_LATIN({ seen: text.slice(0, 12) }, field);
  return text;
}

function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}

function postalCodeOf(input: string | null | undefined, country: string, rule: AddressRule | undefined, field: string): string | null {
  if (!rule) return isBlank(input) ? null : latin(input!, 12, field);
  const code = isBlank(input) ? '' : freeText(input!, 40, field).toUpperCase();
  if (!rule.postalCode.test(code)) throw ordersErrors.ORDER_POSTAL_CODE({ country, example: rule.example }, field);
  return code;
}

function regionOf(input: string | null | undefined, country: string, rule: AddressRule | undefined, field: string): string | null {
  if (rule?.region) {
    const code = (input ?? '').trim().toUpperCase();
    if (!rule.region.codes.has(code)) throw ordersErrors.ORDER_REGION({ country, example: rule.region.example }, field);
    return code;
  }
  return isBlank(input) ? null : latin(input!, 50, field);
}

/** E.164: a plus, the country code, fifteen digits at most. A national number gets the country code of the address. */
function phoneOf(input: string, rule: AddressRule | undefined, field: string): string {
  const text = input.slice(0, 60).trim();
  const digits = text.replace(/\D/g, '');
  const plain = /^\+?[\d ()./-]+$/.test(text) && input.length <= 60;
  const international = text.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : rule && national(digits, rule.dial);
  if (!plain || !international || !/^[1-9]\d{6,14}$/.test(international)) throw ordersErrors.ORDER_PHONE({}, field);
  return `+${international}`;
}

function national(digits: string, dial: string): string {
  // North American numbers have ten digits and no trunk zero; Italian ones keep theirs.
  if (dial === '1') return digits.length === 10 ? `1${digits}` : digits.length === 11 && digits.startsWith('1') ? digits : '';
  if (digits.startsWith('0')) return dial === '39' ? `39${digits}` : `${dial}${digits.slice(1)}`;
  return '';
}

const TAX_ID = /^[A-Z0-9]{5,20}$/;

/** A business needs one, a consumer may leave it out. Spaces, dots and dashes are how people write them. */
export function taxIdOf(input: string | null | undefined, kind: 'consumer' | 'business', field = 'input.taxId'): string | null {
  const id = (input ?? '').slice(0, 60).replace(/[\s.-]/g, '').toUpperCase();
  if (id === '' && kind === 'consumer') return null;
  if (!TAX_ID.test(id)) throw ordersErrors.ORDER_TAX_ID({}, field);
  return id;
}
