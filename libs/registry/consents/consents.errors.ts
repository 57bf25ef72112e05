import { defineErrors } from '#libs/kernel';

export const consentsErrors = defineErrors({
  CONSENT_NOT_FOUND: { kind: 'not_found', en: 'This proposal does not exist.', fr: 'Cette proposition n’existe pas.', ar: 'هذا الاقتراح غير موجود.' },
  CONSENT_MOVED: { kind: 'conflict', en: 'This proposal is now "{state}".', fr: 'Cette proposition est maintenant « {state} ».', ar: 'حالة هذا الاقتراح الآن: «{state}».' },
  CONSENT_CODE_WRONG: { kind: 'invalid', en: 'This is not the code that was sent. Tries left: {left}.', fr: 'Ce n’est pas le code envoyé. Essais restants : {left}.', ar: 'هذا ليس الرمز المرسل. المحاولات المتبقية: {left}.' },
  CONSENT_ID_TAKEN: { kind: 'conflict', en: 'This id belongs to another proposal. Make a new one.', fr: 'Cet identifiant est déjà pris. Créez-en un nouveau.', ar: 'هذا المعرّف مستعمل. أنشئ معرّفاً جديداً.' },
});
