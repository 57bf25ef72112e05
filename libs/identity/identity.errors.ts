import { defineErrors } from '#libs/kernel';

export const identityErrors = defineErrors({
  IDENTITY_NO_ACCOUNT: {
    kind: 'not_found',
    en: 'Nobody has signed up with this address yet.',
    fr: 'Personne n’est encore inscrit avec cette adresse.',
    ar: 'لا يوجد بعد حساب مسجّل بهذا البريد الإلكتروني.',
  },
  IDENTITY_ARTISAN_TAKEN: {
    kind: 'conflict',
    en: 'Another account already stands for this artisan. Ask your chamber.',
    fr: 'Un autre compte représente déjà cet artisan. Adressez-vous à votre chambre.',
    ar: 'حساب آخر يمثل هذا الصانع. اتصل بغرفتك.',
  },
  PHONE_NUMBER_WRONG: {
    kind: 'invalid',
    en: 'This is not a Moroccan mobile number. Write it like 0612345678.',
    fr: 'Ce n’est pas un numéro de mobile marocain. Écrivez-le ainsi : 0612345678.',
    ar: 'هذا ليس رقم هاتف محمول مغربي. اكتبه هكذا: 0612345678.',
  },
  CONTACT_NEEDS_ACCOUNT: { kind: 'forbidden', en: 'Sign up with an address first.', fr: 'Créez d’abord un compte avec une adresse.', ar: 'أنشئ حساباً ببريد إلكتروني أولاً.' },
  CONTACT_NO_TEXTS: { kind: 'unavailable', en: 'Texts are not sent yet. Prove your address by a letter instead.', fr: 'Les SMS ne partent pas encore. Vérifiez plutôt votre adresse par une lettre.', ar: 'لا تُرسل الرسائل القصيرة بعد. أكّد بريدك الإلكتروني برسالة بدلاً من ذلك.' },
  CONTACT_CHECK_UNKNOWN: { kind: 'not_found', en: 'No code was sent for this. Ask for one.', fr: 'Aucun code n’a été envoyé. Demandez-en un.', ar: 'لم يُرسل أي رمز. اطلب رمزاً.' },
  CONTACT_CODE_WRONG: { kind: 'invalid', en: 'This is not the code that was sent. Tries left: {left}.', fr: 'Ce n’est pas le code envoyé. Essais restants : {left}.', ar: 'هذا ليس الرمز المرسل. المحاولات المتبقية: {left}.' },
  CODE_SHAPE: { kind: 'invalid', en: 'Write the six digits of the code. No try was counted.', fr: 'Écrivez les six chiffres du code. Aucun essai n’a été compté.', ar: 'اكتب أرقام الرمز الستة. لم تُحتسب أي محاولة.' },
  CONTACT_CODE_OVER: { kind: 'conflict', en: 'This code holds no more. Ask for another.', fr: 'Ce code n’est plus valable. Demandez-en un autre.', ar: 'انتهت صلاحية الرمز. اطلب رمزاً آخر.' },
});
