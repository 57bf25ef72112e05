import { defineErrors } from '#libs/kernel';

export const platformErrors = defineErrors({
  INPUT_INVALID: { kind: 'invalid', en: '{reason}', fr: '{reason}', ar: '{reason}' },
  SIGN_IN_REQUIRED: {
    kind: 'forbidden',
    en: 'Sign in first, then try again.',
    fr: 'Connectez-vous, puis réessayez.',
    ar: 'سجّل الدخول أولاً ثم أعد المحاولة.',
  },
  NOT_ALLOWED: {
    kind: 'forbidden',
    en: 'Your account may not do this.',
    fr: 'Votre compte ne permet pas cette action.',
    ar: 'حسابك لا يسمح بهذا الإجراء.',
  },
  NOT_FOUND: { kind: 'not_found', en: 'This {what} does not exist.', fr: 'Introuvable : {what}.', ar: 'غير موجود: {what}.' },
  COMMAND_REUSED: {
    kind: 'conflict',
    en: 'This request id was already used for something else. Make a new one.',
    fr: 'Cet identifiant de requête a déjà servi à autre chose. Créez-en un nouveau.',
    ar: 'استُعمل معرّف الطلب هذا لأمر آخر. أنشئ معرّفاً جديداً.',
  },
  CURSOR_INVALID: {
    kind: 'invalid',
    en: 'This page mark is not one of ours. Start from the first page.',
    fr: 'Ce repère de page n’est pas valable. Repartez de la première page.',
    ar: 'علامة الصفحة غير صالحة. ابدأ من الصفحة الأولى.',
  },
  QUERY_TOO_COSTLY: {
    kind: 'invalid',
    en: 'This query asks for too much at once. Ask for less, or page through it.',
    fr: 'Cette requête demande trop à la fois. Demandez moins, ou paginez.',
    ar: 'يطلب هذا الاستعلام الكثير دفعة واحدة. اطلب أقل أو قسّمه إلى صفحات.',
  },
  ONE_MUTATION: {
    kind: 'invalid',
    en: 'Send one change per request.',
    fr: 'Envoyez une seule modification par requête.',
    ar: 'أرسل تعديلاً واحداً في كل طلب.',
  },
  TOO_MANY_REQUESTS: {
    kind: 'unavailable',
    en: 'Too many tries. Wait {seconds} seconds.',
    fr: 'Trop d’essais. Attendez {seconds} secondes.',
    ar: 'محاولات كثيرة. مدة الانتظار بالثواني: {seconds}.',
  },
  FILE_TOO_LARGE: { kind: 'invalid', en: 'This file is larger than {max} MB.', fr: 'Ce fichier dépasse {max} Mo.', ar: 'حجم هذا الملف يتجاوز {max} ميغابايت.' },
  REQUEST_TOO_LARGE: {
    kind: 'invalid',
    en: 'This is more than the server reads at once. Shorten the texts, or send them one by one.',
    fr: 'C’est plus que le serveur ne lit en une fois. Raccourcissez les textes ou envoyez-les un par un.',
    ar: 'هذا أكثر مما يقرؤه الخادم دفعة واحدة. اختصر النصوص أو أرسلها واحداً واحداً.',
  },
  QUERY_INVALID: {
    kind: 'invalid',
    en: 'The server cannot read this query. Check it against the published schema.',
    fr: 'Le serveur ne peut pas lire cette requête. Comparez-la au schéma publié.',
    ar: 'لا يستطيع الخادم قراءة هذا الاستعلام. قارنه بالمخطط المنشور.',
  },
  INTERNAL: {
    kind: 'unavailable',
    en: 'Something failed on our side. It is logged as {incident}; nothing you entered is lost.',
    fr: 'Une erreur est survenue chez nous, notée {incident}. Rien de votre saisie n’est perdu.',
    ar: 'حدث خلل لدينا، سُجّل برقم {incident}. لم يضِع شيء مما أدخلته.',
  },
});
