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

export function claimLetter(verdict: ClaimVerdict, locale: Locale, { reason, standing }: { reason: string | null; standing: Standing }): Words {
  const { subject, body } = verdict === 'approve' && !maySellWith(standing) ? NOT_YET[locale] : LETTERS[verdict][locale];
  return { subject, body: body.replace('{standing}', STANDING_WORDS[standing][locale]).replace('{reason}', () => reason ?? '') };
}
