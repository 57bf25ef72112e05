import { exponentOf, money, toDecimal } from '#libs/kernel';

/** `1,234.50`: customs forms of every destination read this form, and it never depends on a server's locale. */
export function amount(minor: number, currency: string): string {
  const [whole, cents] = toDecimal(money(minor, currency)).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === undefined ? grouped : `${grouped}.${cents}`;
}

export function amountIn(minor: number, currency: string): string {
  return `${currency} ${amount(minor, currency)}`;
}

/** The price of one unit. When the line does not divide, up to four more decimals: the line's amount is what counts. */
export function unitPrice(lineMinor: number, quantity: number, currency: string): string {
  if (lineMinor % quantity === 0) return amount(lineMinor / quantity, currency);
  const scaled = (BigInt(lineMinor) * 10_000n + BigInt(quantity) / 2n) / BigInt(quantity);
  const whole = amount(Number(scaled / 10_000n), currency);
  const exact = `${whole}${whole.includes('.') ? '' : '.'}${String(scaled % 10_000n).padStart(4, '0')}`;
  return exact.replace(new RegExp(`^(.*\\.\\d{${exponentOf(currency)}}\\d*?)0+$`), '$1');
}

export function kilograms(grams: number): string {
  return `${Math.floor(grams / 1000).toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${String(grams % 1000).padStart(3, '0')}`;
}

/** `200 × 300 cm`, `12.5 × 12.5 × 7 cm`. */
export function size(lengthMm: number, widthMm: number, heightMm: number): string {
  const parts = [lengthMm, widthMm, heightMm].filter((mm) => mm > 0).map((mm) => String(mm / 10));
  return parts.length === 0 ? '' : `${parts.join(' × ')} cm`;
}

/** Surface of a floor covering, in the customs unit: m² with two decimals. */
export function squareMetres(lengthMm: number, widthMm: number, quantity: number): string {
  const hundredths = Math.round((lengthMm * widthMm * quantity) / 10_000);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** `24 November 2026`: a month in letters cannot be read the other way round. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** ISO 3166-2:MA, read in the datasets/un-locode table of July 2026. */
const REGIONS: Readonly<Record<string, string>> = {
  'MA-01': 'Tanger-Tétouan-Al Hoceïma',
  'MA-02': 'L’Oriental',
  'MA-03': 'Fès-Meknès',
  'MA-04': 'Rabat-Salé-Kénitra',
  'MA-05': 'Béni Mellal-Khénifra',
  'MA-06': 'Casablanca-Settat',
  'MA-07': 'Marrakech-Safi',
  'MA-08': 'Drâa-Tafilalet',
  'MA-09': 'Souss-Massa',
  'MA-10': 'Guelmim-Oued Noun',
  'MA-11': 'Laâyoune-Sakia El Hamra',
  'MA-12': 'Dakhla-Oued Ed-Dahab',
};

export function regionName(code: string): string {
  return REGIONS[code] ?? code;
}

/** Names of countries in the papers' language come from the Unicode CLDR that Node carries. */
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
