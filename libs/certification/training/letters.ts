import { dayInWords, type Locale } from '#libs/kernel';

export type TrainingOccasion = 'seated' | 'waiting' | 'cancelled' | 'completed' | 'not_completed';

export interface TrainingWords {
  readonly title: Readonly<Record<Locale, string>>;
  readonly centre: Readonly<Record<Locale, string>>;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Why it was cancelled, what was not met yet, or the number of the certificate. */
  readonly detail: string;
}

type Said = Readonly<Record<Locale, { readonly subject: string; readonly body: string }>>;

const LETTERS: Readonly<Record<TrainingOccasion, Said>> = {
  seated: {
    en: { subject: 'You have a seat: {title}', body: 'You have a seat in "{title}", offered by the {centre}.\nIt runs from {startsOn} to {endsOn} in {place}.\nIf you cannot come, leave the training on its page, so that somebody else may.' },
    fr: { subject: 'Vous avez une place : {title}', body: 'Vous avez une place dans « {title} », proposée par le {centre}.\nLa formation a lieu du {startsOn} au {endsOn} à {place}.\nSi vous ne pouvez pas venir, retirez-vous sur sa page : une autre personne en profitera.' },
    ar: { subject: 'لك مقعد: {title}', body: 'لك مقعد في «{title}» الذي يقدمه {centre}.\nيجري التكوين من {startsOn} إلى {endsOn} في {place}.\nإن تعذر عليك الحضور فانسحب من صفحته ليستفيد غيرك.' },
  },
  waiting: {
    en: { subject: 'You are on the waiting list: {title}', body: '"{title}" of the {centre} ({startsOn} to {endsOn}, {place}) is full. You are on the waiting list, and we write as soon as a seat is free.' },
    fr: { subject: 'Vous êtes sur la liste d’attente : {title}', body: '« {title} » du {centre} (du {startsOn} au {endsOn}, {place}) est complète. Vous êtes sur la liste d’attente ; nous vous écrirons dès qu’une place se libère.' },
    ar: { subject: 'أنت في لائحة الانتظار: {title}', body: 'اكتملت مقاعد «{title}» لدى {centre} (من {startsOn} إلى {endsOn}، {place}). أنت في لائحة الانتظار، وسنكتب إليك حالما يتوفر مقعد.' },
  },
  cancelled: {
    en: { subject: 'Cancelled: {title}', body: '"{title}" of the {centre}, planned from {startsOn} to {endsOn} in {place}, will not take place.\nReason: {detail}' },
    fr: { subject: 'Annulée : {title}', body: '« {title} » du {centre}, prévue du {startsOn} au {endsOn} à {place}, n’aura pas lieu.\nMotif : {detail}' },
    ar: { subject: 'أُلغي: {title}', body: 'لن يُنظَّم تكوين «{title}» لدى {centre} الذي كان مقرراً من {startsOn} إلى {endsOn} في {place}.\nالسبب: {detail}' },
  },
  completed: {
    en: { subject: 'You have completed: {title}', body: 'You have completed "{title}" of the {centre}. Your certificate of completion has the number {detail}. Anybody can check it on its page:' },
    fr: { subject: 'Formation réussie : {title}', body: 'Vous avez suivi avec succès « {title} » du {centre}. Votre attestation porte le numéro {detail}. Chacun peut la vérifier sur sa page :' },
    ar: { subject: 'أتممت التكوين: {title}', body: 'أتممت بنجاح «{title}» لدى {centre}. رقم شهادة إتمام التكوين هو {detail}، ويمكن لأي كان التحقق منها في صفحتها:' },
  },
  not_completed: {
    en: { subject: 'About your training: {title}', body: 'In "{title}" of the {centre} this is not met yet: {detail}. The centre can tell you when you may try again.' },
    fr: { subject: 'À propos de votre formation : {title}', body: 'Dans « {title} » du {centre}, ceci n’est pas encore acquis : {detail}. Le centre vous dira quand vous pourrez réessayer.' },
    ar: { subject: 'بخصوص تكوينك: {title}', body: 'في «{title}» لدى {centre} ما زال ينقصك: {detail}. سيخبرك المركز متى يمكنك المحاولة من جديد.' },
  },
};

/** Where presence was what was missing. */
export const PRESENCE: Readonly<Record<Locale, string>> = { en: 'enough days of presence', fr: 'assez de jours de présence', ar: 'أيام حضور كافية' };

export function trainingLetter(locale: Locale, occasion: TrainingOccasion, words: TrainingWords): { subject: string; body: string } {
  const { title, centre, ...plain } = words;
  const values: Readonly<Record<string, string>> = { ...plain, startsOn: dayInWords(words.startsOn, locale), endsOn: dayInWords(words.endsOn, locale), title: title[locale], centre: centre[locale] };
  const { subject, body } = LETTERS[occasion][locale];
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return { subject: filled(subject), body: filled(body) };
}
