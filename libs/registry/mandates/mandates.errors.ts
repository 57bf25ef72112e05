import { defineErrors } from '#libs/kernel';

export const mandatesErrors = defineErrors({
  MANDATE_NOT_FOUND: { kind: 'not_found', en: 'This mandate does not exist.', fr: 'Ce mandat n’existe pas.', ar: 'هذا التفويض غير موجود.' },
  MANDATE_NO_ACCOUNT: {
    kind: 'conflict',
    en: 'The artisan has no account that could say yes. She claims her entry first.',
    fr: 'L’artisan n’a pas de compte pour donner son accord. Qu’elle revendique d’abord son inscription.',
    ar: 'ليس للصانع حساب ليوافق به. يجب أولاً أن يطلب الالتحاق بتسجيله في السجل.',
  },
  MANDATE_NOT_MEMBER: {
    kind: 'conflict',
    en: 'A cluster asks its own members only. She is not one of them today.',
    fr: 'Un groupement ne s’adresse qu’à ses propres membres. Cette personne n’en fait pas partie aujourd’hui.',
    ar: 'لا يطلب التجمع التفويض إلا من أعضائه، وليس هذا الصانع عضواً فيه اليوم.',
  },
  MANDATE_DAYS: { kind: 'invalid', en: 'A mandate runs from {from} to {until} at most.', fr: 'Un mandat court du {from} au {until} au plus.', ar: 'يسري التفويض من {from} إلى {until} على الأكثر.' },
  MANDATE_ACTS_NONE: { kind: 'invalid', en: 'Tick at least one thing to do.', fr: 'Cochez au moins une chose à faire.', ar: 'اختر أمراً واحداً على الأقل.' },
  MANDATE_CODE_WRONG: { kind: 'invalid', en: 'This is not the code that was sent. Tries left: {left}.', fr: 'Ce n’est pas le code envoyé. Essais restants : {left}.', ar: 'هذا ليس الرمز المرسل. المحاولات المتبقية: {left}.' },
  MANDATE_CODE_OVER: { kind: 'conflict', en: 'This code holds no more. Ask for a new mandate.', fr: 'Ce code n’est plus valable. Demandez un nouveau mandat.', ar: 'انتهت صلاحية الرمز. اطلب تفويضاً جديداً.' },
  MANDATE_MOVED: { kind: 'conflict', en: 'This mandate is now "{state}".', fr: 'Ce mandat est maintenant « {state} ».', ar: 'حالة هذا التفويض الآن: «{state}».' },
  MANDATE_ID_TAKEN: { kind: 'conflict', en: 'This id belongs to another mandate. Make a new one.', fr: 'Cet identifiant est déjà pris. Créez-en un nouveau.', ar: 'هذا المعرّف مستعمل. أنشئ معرّفاً جديداً.' },
});
