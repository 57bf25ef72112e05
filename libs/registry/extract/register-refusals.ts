/** Why a row of an extract is refused, in the words of the report. */
export const REFUSALS = {
  missing: { en: 'is empty', fr: 'est vide', ar: 'فارغ' },
  too_long: { en: 'is too long', fr: 'est trop long', ar: 'طويل جداً' },
  unreadable: { en: 'has bytes the file’s encoding does not know', fr: 'contient des octets étrangers à l’encodage du fichier', ar: 'يحتوي على بايتات لا يعرفها ترميز الملف' },
  unknown: { en: 'is not in the reference table', fr: 'ne figure pas dans la table de référence', ar: 'غير موجود في جدول المراجع' },
  wrong_script: { en: 'is written in the other script', fr: 'est écrit dans l’autre alphabet', ar: 'مكتوب بالحرف الآخر' },
  impossible_date: { en: 'is not a calendar day', fr: 'n’est pas une date du calendrier', ar: 'ليس تاريخاً صحيحاً' },
  date_in_future: { en: 'lies in the future', fr: 'est dans le futur', ar: 'في المستقبل' },
  before_registration: { en: 'lies before the registration', fr: 'précède l’inscription', ar: 'سابق للتسجيل' },
  impossible_year: { en: 'is not a possible birth year', fr: 'n’est pas une année de naissance possible', ar: 'ليست سنة ازدياد ممكنة' },
  not_of_branch: { en: 'does not belong to the branch given', fr: 'n’appartient pas à la branche indiquée', ar: 'لا ينتمي إلى الفرع المذكور' },
  not_of_region: { en: 'does not belong to the region given', fr: 'n’appartient pas à la région indiquée', ar: 'لا ينتمي إلى الجهة المذكورة' },
  columns: { en: 'the row has another number of columns than the header', fr: 'la ligne n’a pas le nombre de colonnes de l’en-tête', ar: 'عدد أعمدة السطر مخالف لسطر العناوين' },
  repeated: { en: 'was already given on another line with other facts', fr: 'figure déjà sur une autre ligne avec d’autres données', ar: 'ورد في سطر آخر بمعطيات مختلفة' },
} as const;
export type RefusalCode = keyof typeof REFUSALS;
