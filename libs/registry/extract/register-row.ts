import { fold } from '#libs/kernel';
import { type Artisan, isPerson, normaliseIdentifier } from '../artisan.js';
import { COLUMNS, type Column } from './register-header.js';
import { type RefusalCode } from './register-refusals.js';
import { type RegisterReference } from './register-reference.js';

/** One good row of an extract: an artisan as the register says her, with her social standing. */
export interface RegisterRow extends Omit<Artisan, 'id'> {
  readonly cnss: boolean | null;
  readonly amo: boolean | null;
  /** The names stood in each other's column and were put right. */
  readonly mended: boolean;
}

export interface Refusal {
  readonly field: Column | 'row';
  readonly code: RefusalCode;
}

export type RowVerdict = { readonly row: RegisterRow } | { readonly refusals: readonly Refusal[] };

const MAX_NAME = 200;
const MAX_IDENTIFIER = 40;
/** Nobody practises a craft younger: the Labour Code admits to work at 15 (law 65-99 art. 143, general knowledge). */
const MIN_AGE = 15;

/**
 * Reads one row, cells in the order of COLUMNS. `today` is the Moroccan day of the import.
 * A row is refused whole, with every reason at once, so that a chamber can mend it in one go.
 */
export function readRow(cells: readonly string[], reference: RegisterReference, today: string): RowVerdict {
  const refusals: Refusal[] = [];
  const refuse = (field: Column, code: RefusalCode): void => void refusals.push({ field, code });
  const cell = (column: Column): string => cells[INDEX[column]]!;
  const known = <T>(column: Column, table: (text: string) => T | undefined): T | undefined => {
    const text = cell(column);
    if (text === '') return void refuse(column, 'missing');
    const value = table(text);
    if (value === undefined) refuse(column, 'unknown');
    return value;
  };

  const identifier = readIdentifier(cell('identifier'), refuse);
  const names = readNames(cell('name_arabic'), cell('name_latin'), refuse);
  const category = known('category', reference.category);
  const person = category === undefined || isPerson(category);
  const registeredOn = readDay(cell('registered_on'), 'registered_on', true, refuse);
  if (registeredOn !== null && registeredOn > today) refuse('registered_on', 'date_in_future');
  const validUntil = readDay(cell('valid_until'), 'valid_until', false, refuse);
  if (registeredOn !== null && validUntil !== null && validUntil < registeredOn) refuse('valid_until', 'before_registration');
  const sex = person ? known('sex', reference.sex) : null;
  const birthYear = person ? readBirthYear(cell('birth_year'), registeredOn, refuse) : null;
  const craft = readCraft(known('branch', reference.branch), known('activity', reference.activity), refuse);
  const place = readPlace(known('region', reference.region), known('province', reference.province), known('chamber', reference.chamber), refuse);
  const standing = known('status', reference.standing);
  const cnss = readAnswer(cell('cnss'), 'cnss', reference, refuse);
  const amo = readAnswer(cell('amo'), 'amo', reference, refuse);
  if (refusals.length > 0) return { refusals };
  return {
    row: {
      identifier, ...names, sex: sex ?? null, birthYear, category: category!, ...craft!, ...place!,
      standing: standing!, registeredOn: registeredOn!, validUntil, cnss, amo,
    },
  };
}

const INDEX = Object.fromEntries(COLUMNS.map((column, i) => [column, i])) as Readonly<Record<Column, number>>;

type Refuse = (field: Column, code: RefusalCode) => void;

function readIdentifier(text: string, refuse: Refuse): string {
  const identifier = normaliseIdentifier(text);
  if (identifier === '') refuse('identifier', 'missing');
  else if (identifier.length > MAX_IDENTIFIER) refuse('identifier', 'too_long');
  else if (UNREADABLE.test(identifier)) refuse('identifier', 'unreadable');
  return identifier;
}

const ARABIC = /[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFE]/;
const LATIN = /[A-Za-z\u00C0-\u024F]/;
/** A replacement character is a byte that could not be read; the rest cannot be part of a name. */
// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u001F\u007F-\u009F\uFFFD]/;
const DIRECTIONS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

function readNames(arabic: string, latin: string, refuse: Refuse): Pick<RegisterRow, 'nameArabic' | 'nameLatin' | 'mended'> {
  let nameArabic = cleanName(arabic, 'name_arabic', refuse);
  let nameLatin = cleanName(latin, 'name_latin', refuse);
  if (nameArabic === null && nameLatin === null && arabic === '' && latin === '') refuse('name_latin', 'missing');
  const swapped = (nameArabic === null || inLatin(nameArabic)) && (nameLatin === null || inArabic(nameLatin)) && (nameArabic !== null || nameLatin !== null);
  if (swapped) [nameArabic, nameLatin] = [nameLatin, nameArabic];
  else {
    if (nameArabic !== null && inLatin(nameArabic)) refuse('name_arabic', 'wrong_script');
    if (nameLatin !== null && inArabic(nameLatin)) refuse('name_latin', 'wrong_script');
  }
  return { nameArabic, nameLatin, mended: swapped };
}

const inLatin = (name: string): boolean => LATIN.test(name) && !ARABIC.test(name);
const inArabic = (name: string): boolean => ARABIC.test(name) && !LATIN.test(name);

function cleanName(text: string, field: Column, refuse: Refuse): string | null {
  if (text === '') return null;
  const name = text.normalize('NFC').replace(DIRECTIONS, '').replace(/\s+/g, ' ').trim();
  if (UNREADABLE.test(name)) refuse(field, 'unreadable');
  else if (name.length > MAX_NAME) refuse(field, 'too_long');
  else if (name === '' || fold(name) === '') refuse(field, 'missing');
  return name;
}

/** `2021-03-04` or, as French-speaking offices write, `04/03/2021`. */
export function readDay(text: string, field: Column, required: boolean, refuse: Refuse): string | null {
  if (text === '') {
    if (required) refuse(field, 'missing');
    return null;
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const french = iso ? null : /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [Number(iso[1]), Number(iso[2]), Number(iso[3])] : french ? [Number(french[3]), Number(french[2]), Number(french[1])] : [0, 0, 0];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    refuse(field, 'impossible_date');
    return null;
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  return month === 2 ? ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function readBirthYear(text: string, registeredOn: string | null, refuse: Refuse): number | null {
  if (text === '') {
    refuse('birth_year', 'missing');
    return null;
  }
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  const latest = registeredOn === null ? 2200 : Number(registeredOn.slice(0, 4)) - MIN_AGE;
  if (year < 1900 || year > latest) refuse('birth_year', 'impossible_year');
  return year;
}

function readCraft(branch: string | undefined, activity: { branch: string; code: string } | undefined, refuse: Refuse): { branch: string; activity: string } | undefined {
  if (branch === undefined || activity === undefined) return undefined;
  if (activity.branch !== branch) return void refuse('activity', 'not_of_branch');
  return { branch, activity: activity.code };
}

function readPlace(region: string | undefined, province: { region: string; code: string } | undefined, chamber: string | undefined, refuse: Refuse): { regionCode: string; provinceCode: string } | undefined {
  if (region === undefined || province === undefined || chamber === undefined) return undefined;
  if (province.region !== region) refuse('province', 'not_of_region');
  if (chamber !== region) refuse('chamber', 'not_of_region');
  return { regionCode: region, provinceCode: province.code };
}

/** An empty answer is "not known", never "no". */
function readAnswer(text: string, field: Column, reference: RegisterReference, refuse: Refuse): boolean | null {
  if (text === '') return null;
  const answer = reference.answer(text);
  if (answer === undefined) refuse(field, 'unknown');
  return answer ?? null;
}
