import { dayInWords, type Locale } from '#libs/kernel';

/** How long before the end of her registration an artisan is told. */
export const NOTICE_DAYS = 30;

const LETTERS: Readonly<Record<Locale, { subject: string; body: string }>> = {
  en: {
    subject: 'Your registration ends on {day}',
    body: 'Your entry in the National Register of Handicrafts is valid until {day}. Renew it with your chamber before then: the day after, your pieces leave the shop until it is renewed. Orders already placed go on.',
  },
  fr: {
    subject: 'Votre inscription prend fin le {day}',
    body: 'Votre inscription au Registre national de l’artisanat est valable jusqu’au {day}. Renouvelez-la d’ici là auprès de votre chambre : le lendemain, vos pièces quittent la boutique jusqu’au renouvellement. Les commandes déjà passées se poursuivent.',
  },
  ar: {
    subject: 'ينتهي تسجيلك في {day}',
    body: 'تسجيلك في السجل الوطني للصناعة التقليدية صالح إلى {day}. جدّده لدى غرفتك قبل ذلك: في اليوم الموالي تُسحب قطعك من المتجر إلى حين التجديد. أما الطلبيات المسجلة فتستمر.',
  },
};

export function noticeLetter(locale: Locale, lastDay: string): { subject: string; body: string } {
  const { subject, body } = LETTERS[locale];
  const day = dayInWords(lastDay, locale);
  return { subject: subject.replaceAll('{day}', day), body: body.replaceAll('{day}', day) };
}
