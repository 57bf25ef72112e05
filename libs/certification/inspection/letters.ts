import type { Locale } from '#libs/kernel';

export type InspectionOccasion = 'appointed' | 'moved' | 'returned' | 'refused' | 'certified' | 'second-look';

export interface InspectionWords {
  readonly description: string;
  readonly centre: Readonly<Record<Locale, string>>;
  /** Day and hour in Morocco, where a visit is fixed. */
  readonly when?: string;
  /** What must be mended, or why it was refused. */
  readonly reason?: string;
  readonly number?: string;
  readonly validUntil?: string;
}

type Said = Readonly<Record<Locale, { readonly subject: string; readonly body: string }>>;

const LETTERS: Readonly<Record<InspectionOccasion, Said>> = {
  appointed: {
    en: { subject: 'Your inspection: {when}', body: '{centre} looks at "{description}" on {when} (Morocco).\nHave the work at hand, clean and whole.' },
    fr: { subject: 'Votre inspection : {when}', body: '{centre} examine « {description} » le {when} (heure du Maroc).\nAyez la pièce sous la main, propre et entière.' },
    ar: { subject: 'موعد المعاينة: {when}', body: 'يعاين {centre} «{description}» في {when} (توقيت المغرب).\nهيّئ القطعة نظيفة وكاملة.' },
  },
  moved: {
    en: { subject: 'Your inspection has moved: {when}', body: 'The visit of {centre} for "{description}" has moved. It is now on {when} (Morocco).' },
    fr: { subject: 'Votre inspection est déplacée : {when}', body: 'La visite de {centre} pour « {description} » est déplacée. Elle aura lieu le {when} (heure du Maroc).' },
    ar: { subject: 'تغيّر موعد المعاينة: {when}', body: 'تغيّر موعد زيارة {centre} لمعاينة «{description}». الموعد الجديد: {when} (توقيت المغرب).' },
  },
  returned: {
    en: { subject: 'To be mended: {description}', body: '{centre} looked at "{description}" and asks for this first:\n{reason}\nOnce it is mended, ask for another look in your workshop.' },
    fr: { subject: 'À reprendre : {description}', body: '{centre} a examiné « {description} » et demande d’abord ceci :\n{reason}\nUne fois la reprise faite, demandez un nouvel examen dans votre atelier.' },
    ar: { subject: 'للإصلاح: {description}', body: 'عاين {centre} «{description}» ويطلب أولاً ما يلي:\n{reason}\nبعد الإصلاح اطلب معاينة جديدة من ورشتك.' },
  },
  refused: {
    en: { subject: 'Not certified: {description}', body: '{centre} does not certify "{description}".\nReason: {reason}\nYou may ask once for a second look, by another inspector, in your workshop.' },
    fr: { subject: 'Non certifié : {description}', body: '{centre} ne certifie pas « {description} ».\nMotif : {reason}\nVous pouvez demander une fois un second regard, par un autre inspecteur, dans votre atelier.' },
    ar: { subject: 'لم تُعتمد: {description}', body: 'لم يعتمد {centre} «{description}».\nالسبب: {reason}\nيمكنك أن تطلب مرة واحدة نظرة ثانية من مفتش آخر عبر ورشتك.' },
  },
  certified: {
    en: { subject: 'Certified: {description}', body: '{centre} has certified "{description}". The certificate {number} is valid until {validUntil}. Your piece carries the star from now on.' },
    fr: { subject: 'Certifié : {description}', body: '{centre} a certifié « {description} ». Le certificat {number} est valable jusqu’au {validUntil}. Votre pièce porte désormais l’étoile.' },
    ar: { subject: 'معتمدة: {description}', body: 'اعتمد {centre} «{description}». الشهادة {number} صالحة إلى {validUntil}. تحمل قطعتك النجمة من الآن.' },
  },
  'second-look': {
    en: { subject: 'A second look: {description}', body: 'Your request has reached {centre}: another inspector, who had no part in the refusal, will look at "{description}".' },
    fr: { subject: 'Un second regard : {description}', body: 'Votre demande est parvenue à {centre} : un autre inspecteur, étranger au refus, examinera « {description} ».' },
    ar: { subject: 'نظرة ثانية: {description}', body: 'وصل طلبك إلى {centre}: سيعاين «{description}» مفتش آخر لم يشارك في الرفض.' },
  },
};

export function inspectionLetter(locale: Locale, occasion: InspectionOccasion, words: InspectionWords): { subject: string; body: string } {
  const values: Readonly<Record<string, string | undefined>> = { ...words, centre: words.centre[locale] };
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { subject, body } = LETTERS[occasion][locale];
  return { subject: filled(subject), body: filled(body) };
}

const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Casablanca', hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca', year: 'numeric', month: '2-digit', day: '2-digit' });

/** `2026-12-01 10:00`, read alike in the three languages. */
export function atInMorocco(at: Date): string {
  return `${DAY.format(at)} ${HOUR.format(at)}`;
}
