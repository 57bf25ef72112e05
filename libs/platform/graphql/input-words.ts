import type { Words } from '#libs/kernel';

/** What a schema found wrong, as far as words need it (the issues of zod 4). */
export interface InputIssue {
  readonly code: string;
  readonly message: string;
  readonly input?: unknown;
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly exact?: boolean;
  readonly format?: string;
  /** Of a refinement: its sentence in the other two languages. */
  readonly params?: { readonly fr?: unknown; readonly ar?: unknown };
}

const FILL_IN: Words = { en: 'Fill this in.', fr: 'Remplissez ce champ.', ar: 'املأ هذه الخانة.' };
const CHOOSE: Words = { en: 'Choose one of the answers offered.', fr: 'Choisissez une des réponses proposées.', ar: 'اختر أحد الأجوبة المقترحة.' };
const UNREADABLE: Words = { en: 'This cannot be read as it is. Check it.', fr: 'Ceci ne peut pas être lu tel quel. Vérifiez-le.', ar: 'لا يمكن قراءة هذا كما هو. تحقق منه.' };
const DAY: Words = { en: 'Write a day of the calendar as year-month-day, such as 2026-11-24.', fr: 'Écrivez un jour du calendrier en année-mois-jour, par exemple 2026-11-24.', ar: 'اكتب يوماً من التقويم على شكل سنة-شهر-يوم، مثل 2026-11-24.' };
const ID: Words = { en: 'This is not an id. Reload the page and try again.', fr: 'Ceci n’est pas un identifiant. Rechargez la page et réessayez.', ar: 'هذا ليس معرّفاً. أعد تحميل الصفحة وحاول من جديد.' };

const FORMATS: Readonly<Record<string, Words>> = {
  date: DAY,
  datetime: { en: 'Write a day and an hour.', fr: 'Écrivez un jour et une heure.', ar: 'اكتب يوماً وساعة.' },
  email: { en: 'Write an e-mail address, such as name@example.ma.', fr: 'Écrivez une adresse électronique, par exemple nom@exemple.ma.', ar: 'اكتب عنوان بريد إلكتروني، مثل name@example.ma.' },
  url: { en: 'Write an address of the web that begins with https://.', fr: 'Écrivez une adresse du web qui commence par https://.', ar: 'اكتب عنوان صفحة على الشبكة يبدأ بـ https://.' },
  uuid: ID,
};

const EXPECTED: Readonly<Record<string, Words>> = {
  number: { en: 'Write a number.', fr: 'Écrivez un nombre.', ar: 'اكتب عدداً.' },
  int: { en: 'Write a whole number.', fr: 'Écrivez un nombre entier.', ar: 'اكتب عدداً صحيحاً.' },
  string: { en: 'Write a text.', fr: 'Écrivez un texte.', ar: 'اكتب نصاً.' },
  date: { en: 'Choose a day and an hour.', fr: 'Choisissez un jour et une heure.', ar: 'اختر يوماً وساعة.' },
  boolean: { en: 'Answer yes or no.', fr: 'Répondez par oui ou par non.', ar: 'أجب بنعم أو لا.' },
};

/** What rooms say of an id that is none. */
const NO_ID: ReadonlySet<string> = new Set(['a UUID', 'must be a UUID', 'not an id']);

/** What was wrong with a box, as a person would say it: no patterns, no names of types. */
export function inputWords(issue: InputIssue): Words {
  if (issue.code === 'custom') return refined(issue);
  if (issue.code === 'invalid_type') return wrongType(issue);
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return isAbsent(issue.input) ? FILL_IN : CHOOSE;
  if (issue.code === 'invalid_format') return isAbsent(issue.input) ? FILL_IN : (FORMATS[issue.format ?? ''] ?? UNREADABLE);
  if (issue.code === 'too_small') return atLeast(issue);
  if (issue.code === 'too_big') return atMost(issue);
  return UNREADABLE;
}

/** A refinement's own sentence; in the other languages where it brought them. */
function refined({ message, params }: InputIssue): Words {
  if (NO_ID.has(message)) return ID;
  const other = (words: unknown): string => (typeof words === 'string' ? words : message);
  return { en: message, fr: other(params?.fr), ar: other(params?.ar) };
}

function wrongType({ input, expected, format }: InputIssue): Words {
  if (isAbsent(input) && expected !== 'date') return FILL_IN;
  return EXPECTED[format === 'safeint' || format === 'int32' ? 'int' : (expected ?? '')] ?? UNREADABLE;
}

function isAbsent(input: unknown): boolean {
  return input === undefined || input === null || input === '' || (typeof input === 'number' && Number.isNaN(input));
}

function atLeast({ origin, minimum, inclusive = true }: InputIssue): Words {
  const least = String(minimum);
  if (origin === 'string') return Number(minimum) <= 1 ? FILL_IN : { en: `Write ${least} characters at least.`, fr: `Écrivez au moins ${least} caractères.`, ar: `يجب ألا يقل عدد الأحرف عن ${least}.` };
  if (origin === 'array' || origin === 'set') return Number(minimum) <= 1 ? { en: 'Choose one at least.', fr: 'Choisissez-en au moins un.', ar: 'اختر واحداً على الأقل.' } : { en: `Choose ${least} at least.`, fr: `Choisissez-en au moins ${least}.`, ar: `اختر ${least} على الأقل.` };
  return inclusive ? { en: `Not less than ${least}.`, fr: `Pas moins de ${least}.`, ar: `لا أقل من ${least}.` } : { en: `More than ${least}.`, fr: `Plus de ${least}.`, ar: `أكثر من ${least}.` };
}

function atMost({ origin, maximum, inclusive = true }: InputIssue): Words {
  const most = String(maximum);
  if (origin === 'string') return { en: `Write ${most} characters at most.`, fr: `Écrivez au plus ${most} caractères.`, ar: `يجب ألا يتجاوز عدد الأحرف ${most}.` };
  if (origin === 'array' || origin === 'set') return { en: `${most} at most.`, fr: `${most} au plus.`, ar: `${most} على الأكثر.` };
  return inclusive ? { en: `Not more than ${most}.`, fr: `Pas plus de ${most}.`, ar: `لا أكثر من ${most}.` } : { en: `Less than ${most}.`, fr: `Moins de ${most}.`, ar: `أقل من ${most}.` };
}
