import type { Locale } from '#libs/kernel';
import { maySellWith, type Standing } from '../artisan.js';
import { STANDING_WORDS } from '../state-words.js';
import type { ClaimVerdict } from './claim.js';

interface Words {
  readonly subject: string;
  readonly body: string;
}

/** An entry that is hers and may not sell yet: being known is not being registered. */
const NOT_YET: Readonly<Record<Locale, Words>> = {
  en: { subject: 'Your register entry is yours', body: 'The chamber has confirmed who you are. Your entry is "{standing}": you can prepare your pieces now, and they go on sale once the chamber registers you. Ask it what is missing.' },
  fr: { subject: 'Votre inscription est confirmée', body: 'La chambre a confirmé votre identité. Votre situation est « {standing} » : vous pouvez préparer vos pièces, et elles seront en vente une fois que la chambre vous aura inscrit. Demandez-lui ce qui manque.' },
  ar: { subject: 'تم تأكيد تسجيلك', body: 'أكدت الغرفة هويتك. وضعيتك «{standing}»: يمكنك إعداد قطعك الآن، وتُعرض للبيع بعد أن تسجلك الغرفة. اسألها عما ينقص.' },
};

/** What the artisan is told, in her language; `{reason}` is the officer's own words. */
const LETTERS: Readonly<Record<ClaimVerdict, Readonly<Record<Locale, Words>>>> = {
  approve: {
    en: { subject: 'Your register entry is yours', body: 'The chamber has confirmed who you are. You can list your work now.' },
    fr: { subject: 'Votre inscription est confirmée', body: 'La chambre a confirmé votre identité. Vous pouvez maintenant mettre vos pièces en vente.' },
    ar: { subject: 'تم تأكيد تسجيلك', body: 'أكدت الغرفة هويتك. يمكنك الآن عرض قطعك للبيع.' },
  },
  return: {
    en: { subject: 'Something is missing in your request', body: 'The chamber asks you to complete your request:\n\n{reason}' },
    fr: { subject: 'Votre demande est à compléter', body: 'La chambre vous demande de compléter votre demande :\n\n{reason}' },
    ar: { subject: 'طلبك يحتاج إلى استكمال', body: 'تطلب منك الغرفة استكمال طلبك:\n\n{reason}' },
  },
  refuse: {
    en: { subject: 'Your request was refused', body: 'The chamber has refused your request:\n\n{reason}' },
    fr: { subject: 'Votre demande est refusée', body: 'La chambre a refusé votre demande :\n\n{reason}' },
    ar: { subject: 'تم رفض طلبك', body: 'رفضت الغرفة طلبك:\n\n{reason}' },
  },
};

/** To an account that was taken for the artisan's and is not. */
const UNDONE: Readonly<Record<Locale, Words>> = {
  en: {
    subject: 'A register entry is no longer joined to your account',
    body: 'The chamber of handicrafts of {region} has taken back its approval of your request:\n\n{reason}\n\nYour account no longer opens the workshop of this entry. Its pieces have left the shop, the mandates given in its name have ended, and nothing is paid out under it until its artisan is known. Orders already placed go on: ask the chamber how to hand yours over. If you think this is a mistake, go to the chamber with your card and this letter.',
  },
  fr: {
    subject: 'Une inscription n’est plus rattachée à votre compte',
    body: 'La chambre d’artisanat de {region} est revenue sur l’acceptation de votre demande :\n\n{reason}\n\nVotre compte n’ouvre plus l’atelier de cette inscription. Ses pièces ont quitté la boutique, les mandats donnés en son nom ont pris fin et rien n’est versé à ce titre tant que l’artisan n’est pas connu. Les commandes déjà passées se poursuivent : demandez à la chambre comment remettre les vôtres. Si c’est une erreur, présentez-vous à la chambre avec votre carte et cette lettre.',
  },
  ar: {
    subject: 'لم يعد تسجيل في السجل مرتبطاً بحسابك',
    body: 'تراجعت غرفة الصناعة التقليدية لجهة {region} عن قبول طلبك:\n\n{reason}\n\nلم يعد حسابك يفتح ورشة هذا التسجيل. غادرت قطعها المتجر، وانتهت التفويضات الممنوحة باسمها، ولا يُصرف أي مبلغ في إطارها إلى أن يُعرف صاحبها. أما الطلبيات المسجلة فتستمر: اسأل الغرفة عن كيفية تسليم ما بقي لديك. إذا كان في الأمر خطأ فتوجه إلى الغرفة ببطاقتك وبهذه الرسالة.',
  },
};

export function undoneLetter(locale: Locale, blanks: { readonly reason: string; readonly region: string }): Words {
  const { subject, body } = UNDONE[locale];
  return { subject, body: body.replace(/\{(reason|region)\}/g, (_, blank: 'reason' | 'region') => blanks[blank]) };
}

export function claimLetter(verdict: ClaimVerdict, locale: Locale, { reason, standing }: { reason: string | null; standing: Standing }): Words {
  const { subject, body } = verdict === 'approve' && !maySellWith(standing) ? NOT_YET[locale] : LETTERS[verdict][locale];
  return { subject, body: body.replace('{standing}', STANDING_WORDS[standing][locale]).replace('{reason}', () => reason ?? '') };
}
