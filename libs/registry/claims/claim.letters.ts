import type { Locale } from '#libs/kernel';
import type { ClaimVerdict } from './claim.js';

interface Words {
  readonly subject: string;
  readonly body: string;
}

/** What the artisan is told, in her language; `{reason}` is the officer's own words. */
const LETTERS: Readonly<Record<ClaimVerdict, Readonly<Record<Locale, Words>>>> = {
  approve: {
    en: { subject: 'Your register entry is yours', body: 'The chamber has confirmed who you are. You can list your work now.' },
    fr: { subject: 'Votre inscription est confirmée', body: 'La chambre a confirmé votre identité. Vous pouvez maintenant mettre vos pièces en vente.' },
    ar: { subject: 'تم تأكيد تسجيلك', body: 'أكدت الغرفة هويتك. يمكنك الآن عرض منتوجاتك للبيع.' },
  },
  return: {
    en: { subject: 'Something is missing in your request', body: 'The chamber asks you to complete your request:\n\n{reason}' },
    fr: { subject: 'Votre demande est à compléter', body: 'La chambre vous demande de compléter votre demande :\n\n{reason}' },
    ar: { subject: 'طلبك يحتاج إلى تكملة', body: 'تطلب منك الغرفة استكمال طلبك:\n\n{reason}' },
  },
  refuse: {
    en: { subject: 'Your request was refused', body: 'The chamber has refused your request:\n\n{reason}' },
    fr: { subject: 'Votre demande est refusée', body: 'La chambre a refusé votre demande :\n\n{reason}' },
    ar: { subject: 'تم رفض طلبك', body: 'رفضت الغرفة طلبك:\n\n{reason}' },
  },
};

export function claimLetter(verdict: ClaimVerdict, locale: Locale, reason: string | null): Words {
  const { subject, body } = LETTERS[verdict][locale];
  return { subject, body: body.replace('{reason}', () => reason ?? '') };
}
