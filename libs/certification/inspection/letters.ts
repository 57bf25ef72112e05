import { dayInWords, momentInWords, type Locale, type Words } from '#libs/kernel';
import type { Scope } from '../certificate/certificate.js';

export type InspectionOccasion = 'appointed' | 'moved' | 'returned' | 'refused' | 'certified' | 'second-look' | 'ending' | 'withdrawn';

export interface InspectionWords {
  readonly description: string;
  readonly centre: Readonly<Record<Locale, string>>;
  /** Where a visit is fixed. */
  readonly when?: Date;
  /** What must be mended, or why it was refused. */
  readonly reason?: string;
  readonly number?: string;
  readonly validUntil?: string;
  readonly scope: Scope;
  /** True where this was the second look, after which there is none. */
  readonly last: boolean;
}

type Said = Readonly<Record<Locale, { readonly subject: string; readonly body: string }>>;

const LETTERS: Readonly<Record<InspectionOccasion, Said>> = {
  appointed: {
    en: { subject: 'Your inspection: {when}', body: 'The {centre} looks at "{description}" on {when} (Morocco).\n{ready}' },
    fr: { subject: 'Votre contrôle : {when}', body: 'Le {centre} examine « {description} » le {when} (heure du Maroc).\n{ready}' },
    ar: { subject: 'موعد المعاينة: {when}', body: 'يعاين {centre} «{description}» في {when} (توقيت المغرب).\n{ready}' },
  },
  moved: {
    en: { subject: 'Your inspection has moved: {when}', body: 'The visit of the {centre} for "{description}" has moved. It is now on {when} (Morocco).' },
    fr: { subject: 'Votre contrôle est déplacé : {when}', body: 'La visite du {centre} pour « {description} » est déplacée. Elle aura lieu le {when} (heure du Maroc).' },
    ar: { subject: 'تغيّر موعد المعاينة: {when}', body: 'تغيّر موعد زيارة {centre} لمعاينة «{description}». الموعد الجديد: {when} (توقيت المغرب).' },
  },
  returned: {
    en: { subject: 'To be mended: {description}', body: 'The {centre} looked at "{description}" and asks for this first:\n{reason}\nOnce it is mended, ask for another look in your workshop.' },
    fr: { subject: 'À reprendre : {description}', body: 'Le {centre} a examiné « {description} » et demande d’abord ceci :\n{reason}\nUne fois la reprise faite, demandez un nouvel examen dans votre atelier.' },
    ar: { subject: 'للإصلاح: {description}', body: 'عاين {centre} «{description}» ويطلب أولاً ما يلي:\n{reason}\nبعد الإصلاح اطلب معاينة جديدة من ورشتك.' },
  },
  refused: {
    en: { subject: 'Not certified: {description}', body: 'The {centre} does not certify "{description}".\nReason: {reason}\n{next}' },
    fr: { subject: 'Non certifié : {description}', body: 'Le {centre} ne certifie pas « {description} ».\nMotif : {reason}\n{next}' },
    ar: { subject: 'لم تُعتمد: {description}', body: 'لم يعتمد {centre} «{description}».\nالسبب: {reason}\n{next}' },
  },
  certified: {
    en: { subject: 'Certified: {description}', body: 'The {centre} has certified "{description}". The certificate {number} is valid until {validUntil}. {star}' },
    fr: { subject: 'Certifié : {description}', body: 'Le {centre} a certifié « {description} ». Le certificat {number} est valable jusqu’au {validUntil}. {star}' },
    ar: { subject: 'معتمدة: {description}', body: 'اعتمد {centre} «{description}». الشهادة {number} صالحة إلى {validUntil}. {star}' },
  },
  ending: {
    en: { subject: 'Ends on {validUntil}: the certificate of {description}', body: 'The certificate {number} of "{description}" ends on {validUntil}. After that day the star, and what is listed under it, comes down.\nAsk the {centre} for another inspection in good time, {where}: with a new certificate nothing comes down.' },
    fr: { subject: 'Finit le {validUntil} : le certificat de {description}', body: 'Le certificat {number} de « {description} » finit le {validUntil}. Après ce jour, l’étoile et ce qui est en vente sous elle sont retirés.\nDemandez à temps un nouveau contrôle au {centre}, {where} : avec un nouveau certificat, rien n’est retiré.' },
    ar: { subject: 'شهادة {description} تنتهي في {validUntil}', body: 'تنتهي الشهادة {number} الخاصة بـ«{description}» في {validUntil}. بعد ذلك اليوم تُسحب النجمة وما يُعرض للبيع بها.\nاطلب معاينة جديدة من {centre} قبل ذلك {where}: إن صدرت شهادة جديدة فلن يُسحب شيء.' },
  },
  withdrawn: {
    en: { subject: 'Withdrawn: the certificate {number}', body: 'The {centre} has withdrawn the certificate {number} of "{description}".\nReason: {reason}\nOnce the cause is mended, ask for another inspection in your workshop.' },
    fr: { subject: 'Retiré : le certificat {number}', body: 'Le {centre} a retiré le certificat {number} de « {description} ».\nMotif : {reason}\nUne fois la cause corrigée, demandez un nouveau contrôle dans votre atelier.' },
    ar: { subject: 'سُحبت الشهادة {number}', body: 'سحب {centre} الشهادة {number} الخاصة بـ«{description}».\nالسبب: {reason}\nبعد معالجة السبب اطلب معاينة جديدة من ورشتك.' },
  },
  'second-look': {
    en: { subject: 'A second look: {description}', body: 'Your request has reached the {centre}: another inspector, who had no part in the refusal, will look at "{description}".' },
    fr: { subject: 'Un second regard : {description}', body: 'Votre demande est parvenue au {centre} : un autre inspecteur, étranger au refus, examinera « {description} ».' },
    ar: { subject: 'نظرة ثانية: {description}', body: 'وصل طلبك إلى {centre}: سيعاين «{description}» مفتش آخر لم يشارك في الرفض.' },
  },
};

/** What it comes to for her. */
const STAR: Readonly<Record<Scope, Words>> = {
  piece: { en: 'Your piece carries the star from now on.', fr: 'Votre pièce porte désormais l’étoile.', ar: 'تحمل قطعتك النجمة من الآن.' },
  lot: { en: 'The pieces of this lot carry the star from now on.', fr: 'Les pièces de ce lot portent désormais l’étoile.', ar: 'تحمل قطع هذه الحصة النجمة من الآن.' },
  type: { en: 'Your pieces of this kind carry the star from now on.', fr: 'Vos pièces de ce genre portent désormais l’étoile.', ar: 'تحمل قطعك من هذا النوع النجمة من الآن.' },
  workshop: {
    en: 'What you make in the crafts of this centre carries the star from now on, but for what is sold for food.',
    fr: 'Ce que vous faites dans les métiers de ce centre porte désormais l’étoile, sauf ce qui est vendu pour les aliments.',
    ar: 'يحمل ما تصنعه في حرف هذا المركز النجمة من الآن، ما عدا ما يُباع لملامسة الأغذية.',
  },
};

const PIECE_READY: Words = { en: 'Have the work at hand, clean and whole.', fr: 'Ayez la pièce sous la main, propre et entière.', ar: 'هيّئ القطعة نظيفة وكاملة.' };
/** What she prepares for the visit. */
const READY: Readonly<Record<Scope, Words>> = {
  piece: PIECE_READY,
  lot: PIECE_READY,
  type: PIECE_READY,
  workshop: {
    en: 'The inspector comes to the workshop while work goes on: have your register card, your tools and a finished piece of each craft ready.',
    fr: 'L’inspecteur vient à l’atelier pendant le travail : préparez votre carte du registre, vos outils et une pièce finie de chaque métier.',
    ar: 'يأتي المفتش إلى الورشة أثناء العمل: هيّئ بطاقة السجل وأدواتك وقطعة تامة من كل حرفة.',
  },
};

const ON_ITS_PAGE: Words = { en: 'on the page of the piece in your workshop', fr: 'sur la page de la pièce dans votre atelier', ar: 'عبر صفحة القطعة في ورشتك' };
/** Where she asks anew. */
const WHERE: Readonly<Record<Scope, Words>> = { piece: ON_ITS_PAGE, lot: ON_ITS_PAGE, type: ON_ITS_PAGE, workshop: { en: 'in your workshop', fr: 'dans votre atelier', ar: 'عبر ورشتك' } };

/** What is left to do, after the first refusal and after the second. */
const AFTER_REFUSAL: Readonly<Record<Locale, readonly [string, string]>> = {
  en: ['You may ask once for a second look, by another inspector, in your workshop.', 'Two inspectors have now looked at this work. New or changed work is a new request.'],
  fr: ['Vous pouvez demander une fois un second regard, par un autre inspecteur, dans votre atelier.', 'Deux inspecteurs ont maintenant examiné cet ouvrage. Un ouvrage nouveau ou repris est une nouvelle demande.'],
  ar: ['يمكنك أن تطلب مرة واحدة نظرة ثانية من مفتش آخر عبر ورشتك.', 'عاين هذا العمل مفتشان. كل عمل جديد أو معدّل يحتاج إلى طلب جديد.'],
};

export function inspectionLetter(locale: Locale, occasion: InspectionOccasion, words: InspectionWords): { subject: string; body: string } {
  const { when, validUntil, scope, last, reason, number } = words;
  const values: Readonly<Record<string, string | undefined>> = {
    description: words.description, reason, number, centre: words.centre[locale], star: STAR[scope][locale], ready: READY[scope][locale], where: WHERE[scope][locale], next: AFTER_REFUSAL[locale][last ? 1 : 0],
    when: when && momentInWords(when, locale), validUntil: validUntil && dayInWords(validUntil, locale),
  };
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { subject, body } = LETTERS[occasion][locale];
  return { subject: filled(subject), body: filled(body) };
}
