import type { Locale } from '#libs/kernel';

type Other = Readonly<Record<Exclude<Locale, 'en'>, string>>;

/** What can be wrong with a file of rows or a cell of one, as its checks say it in English, and how a French or Arabic reader is told; `$1` is what stood there. */
const FAULTS: readonly (readonly [RegExp, Other])[] = [
  [/^must be a whole number$/, { fr: 'doit être un nombre entier', ar: 'يجب أن يكون عدداً صحيحاً' }],
  [/^must be a decimal like (.+)$/, { fr: 'doit être un nombre décimal comme $1', ar: 'يجب أن يكون عدداً عشرياً مثل $1' }],
  [/^must be more than zero$/, { fr: 'doit être supérieur à zéro', ar: 'يجب أن يكون أكبر من الصفر' }],
  [/^must be an ISO 3166 code of two letters$/, { fr: 'doit être un code ISO 3166 de deux lettres', ar: 'يجب أن يكون رمز بلد من حرفين (ISO 3166)' }],
  [/^must be a country or a customs union$/, { fr: 'doit être un pays ou une union douanière', ar: 'يجب أن يكون بلداً أو اتحاداً جمركياً' }],
  [/^must be an ISO 4217 code$/, { fr: 'doit être un code de monnaie ISO 4217', ar: 'يجب أن يكون رمز عملة (ISO 4217)' }],
  [/^must be six digits$/, { fr: 'doit avoir six chiffres', ar: 'يجب أن يكون من ستة أرقام' }],
  [/^must be digits$/, { fr: 'doit être fait de chiffres', ar: 'يجب أن يكون أرقاماً' }],
  [/^is not a rule of origin; see rule-expression\.ts$/, { fr: 'n’est pas une règle d’origine ; voir rule-expression.ts', ar: 'ليست قاعدة منشأ؛ انظر rule-expression.ts' }],
  [/^is not a paper we know$/, { fr: 'n’est pas un document connu', ar: 'ليست وثيقة معروفة' }],
  [/^ends before it begins$/, { fr: 'prend fin avant de commencer', ar: 'ينتهي قبل أن يبدأ' }],
  [/^the same row stands on line (\d+)$/, { fr: 'la même ligne figure à la ligne $1', ar: 'الصف نفسه مكتوب في السطر $1' }],
  [/^overlaps the row from (\S+); end that one first$/, { fr: 'recouvre la ligne du $1 ; mettez d’abord fin à celle-là', ar: 'يتداخل مع الصف الساري منذ $1؛ أنهِ ذلك أولاً' }],
  [/^Invalid option: expected one of (.+)$/, { fr: 'doit être l’un de : $1', ar: 'يجب أن يكون أحد: $1' }],
  [/^Invalid ISO date$/, { fr: 'doit être un jour comme 2026-11-24', ar: 'يجب أن يكون يوماً مثل 2026-11-24' }],
  [/^Unrecognized keys?: (.+)$/, { fr: 'colonne inconnue : $1', ar: 'عمود غير معروف: $1' }],
  [/^Too (?:small|big)\b.*$/, { fr: 'est vide ou hors limites', ar: 'فارغ أو خارج الحدود' }],
  [/^Invalid input\b.*$/, { fr: 'manque ou n’est pas du bon genre', ar: 'ناقص أو ليس من النوع المطلوب' }],
  // Of the file as a whole.
  [/^there is no such file$/, { fr: 'ce fichier n’existe pas', ar: 'لا وجود لهذا الملف' }],
  [/^it is larger than (.+)$/, { fr: 'il dépasse $1', ar: 'حجمه يتجاوز $1' }],
  [/^"(.*)" is not a table of reference data$/, { fr: '« $1 » n’est pas une table de référence', ar: '«$1» ليس جدولاً مرجعياً' }],
  [/^it must read (.+)$/, { fr: 'il doit se lire $1', ar: 'يجب أن يكون على شكل $1' }],
];

/** In the reader's language; what the CSV reader itself says of a broken file stays as it says it. */
export function faultIn(reason: string, locale: Locale): string {
  if (locale === 'en') return reason;
  const found = FAULTS.find(([said]) => said.test(reason));
  return found ? reason.replace(found[0], found[1][locale]) : reason;
}
