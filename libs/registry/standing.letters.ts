import { dayInWords, type Locale } from '#libs/kernel';
import type { Standing } from './artisan.js';

interface Words {
  readonly subject: string;
  /** What it means for her, and what she can do. */
  readonly so: string;
}

const WORDS: Readonly<Record<Standing, Readonly<Record<Locale, Words>>>> = {
  pre_registered: {
    en: { subject: 'Your registration has begun', so: 'You cannot sell yet. Bring your papers to the chamber to complete it.' },
    fr: { subject: 'Votre inscription est commencée', so: 'Vous ne pouvez pas encore vendre. Apportez vos pièces à la chambre pour la compléter.' },
    ar: { subject: 'بدأ تسجيلك', so: 'لا يمكنك البيع بعد. قدّم وثائقك إلى الغرفة لإتمام التسجيل.' },
  },
  registered: {
    en: { subject: 'You are registered: you may sell', so: 'Pieces that were hidden are in the shop again. You have nothing to do.' },
    fr: { subject: 'Vous êtes inscrit : vous pouvez vendre', so: 'Les pièces qui étaient masquées sont de nouveau en boutique. Vous n’avez rien à faire.' },
    ar: { subject: 'تم تسجيلك: يمكنك البيع', so: 'عادت قطعك المحجوبة إلى المتجر. لا يلزمك أي إجراء.' },
  },
  suspended: {
    en: { subject: 'Your registration is suspended', so: 'Your pieces are hidden until the chamber lifts it. Orders already placed go on: finish them. If you think this is a mistake, go to the chamber with your card and this letter.' },
    fr: { subject: 'Votre inscription est suspendue', so: 'Vos pièces sont masquées jusqu’à la levée par la chambre. Les commandes déjà passées se poursuivent : terminez-les. Si c’est une erreur, présentez-vous à la chambre avec votre carte et cette lettre.' },
    ar: { subject: 'تم توقيف تسجيلك', so: 'قطعك محجوبة إلى أن ترفع الغرفة التوقيف. أما الطلبيات المسجلة فتستمر: أتممها. إذا كان في الأمر خطأ فتوجه إلى الغرفة ببطاقتك وبهذه الرسالة.' },
  },
  lapsed: {
    en: { subject: 'Your registration has ended', so: 'Your pieces are hidden until it is renewed. Orders already placed go on: finish them. Renew it at the chamber with your card.' },
    fr: { subject: 'Votre inscription a pris fin', so: 'Vos pièces sont masquées jusqu’au renouvellement. Les commandes déjà passées se poursuivent : terminez-les. Renouvelez-la à la chambre avec votre carte.' },
    ar: { subject: 'انتهى تسجيلك', so: 'قطعك محجوبة إلى حين التجديد. أما الطلبيات المسجلة فتستمر: أتممها. جدّد التسجيل لدى الغرفة ببطاقتك.' },
  },
  struck_off: {
    en: { subject: 'You were struck off the register', so: 'Your pieces are no longer in the shop. Orders already placed go on: finish them. You can ask the chamber in writing to look at its decision again, and for your readmission.' },
    fr: { subject: 'Vous avez été radié du registre', so: 'Vos pièces ne sont plus en boutique. Les commandes déjà passées se poursuivent : terminez-les. Vous pouvez demander par écrit à la chambre de revoir sa décision, et votre réinscription.' },
    ar: { subject: 'تم التشطيب على تسجيلك من السجل', so: 'لم تعد قطعك في المتجر. أما الطلبيات المسجلة فتستمر: أتممها. يمكنك أن تطلب كتابةً من الغرفة مراجعة قرارها، وإعادة تسجيلك.' },
  },
};

const FRAME: Readonly<Record<Locale, string>> = {
  en: '{why}\n\n{so}\n\nAsk: the chamber of handicrafts of {region}.',
  fr: '{why}\n\n{so}\n\nÀ qui s’adresser : la chambre d’artisanat de {region}.',
  ar: '{why}\n\n{so}\n\nللاستفسار: غرفة الصناعة التقليدية لجهة {region}.',
};

/** Why, in her language: an officer's own words as they were written, or what the house knows by itself. */
export type Cause = { readonly by: 'officer'; readonly name: string; readonly why: string } | { readonly by: 'extract' } | { readonly by: 'end'; readonly day: string | null };

const CAUSES: Readonly<Record<Cause['by'], Readonly<Record<Locale, string>>>> = {
  officer: { en: 'The chamber decided ({name}):\n{why}', fr: 'La chambre a décidé ({name}) :\n{why}', ar: 'قررت الغرفة ({name}):\n{why}' },
  extract: { en: 'So says the last extract of the National Register.', fr: 'C’est ce que dit le dernier extrait du Registre national.', ar: 'هذا ما ورد في آخر مستخرج من السجل الوطني.' },
  end: { en: 'It was valid until {day}.', fr: 'Elle était valable jusqu’au {day}.', ar: 'كان صالحاً إلى {day}.' },
};

export function standingLetter(locale: Locale, standing: Standing, cause: Cause, region: string): { subject: string; body: string } {
  const { subject, so } = WORDS[standing][locale];
  const blanks: Record<string, string> = { name: cause.by === 'officer' ? cause.name : '', why: cause.by === 'officer' ? cause.why : '', day: cause.by === 'end' && cause.day !== null ? dayInWords(cause.day, locale) : '–' };
  const why = CAUSES[cause.by][locale].replace(/\{(name|why|day)\}/g, (_, blank: string) => blanks[blank]!);
  return { subject, body: FRAME[locale].replace(/\{(why|so|region)\}/g, (_, blank: 'why' | 'so' | 'region') => ({ why, so, region })[blank]) };
}
