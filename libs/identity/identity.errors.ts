import { defineErrors } from '#libs/kernel';

export const identityErrors = defineErrors({
  IDENTITY_NO_ACCOUNT: {
    kind: 'not_found',
    en: 'Nobody has signed up with this address yet.',
    fr: 'Personne n’est encore inscrit avec cette adresse.',
    ar: 'لا يوجد حساب مسجّل بهذا العنوان بعد.',
  },
  IDENTITY_ARTISAN_TAKEN: {
    kind: 'conflict',
    en: 'Another account already stands for this artisan. Ask your chamber.',
    fr: 'Un autre compte représente déjà cet artisan. Adressez-vous à votre chambre.',
    ar: 'حساب آخر يمثل هذا الصانع. اتصل بغرفتك.',
  },
});
