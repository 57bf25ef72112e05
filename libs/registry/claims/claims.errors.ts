import { defineErrors } from '#libs/kernel';

export const claimsErrors = defineErrors({
  CLAIM_ENTRY_NOT_FOUND: {
    kind: 'not_found',
    en: 'No entry of the register has this identifier and year. Check your card, or ask your chamber.',
    fr: 'Aucune inscription ne porte cet identifiant et cette année. Vérifiez votre carte ou adressez-vous à votre chambre.',
    ar: 'لا يوجد تسجيل بهذا المعرّف وهذه السنة. تحقق من بطاقتك أو اتصل بغرفتك.',
  },
  CLAIM_YEAR_WRONG: { kind: 'invalid', en: 'Write the year with four digits, like 1978.', fr: 'Écrivez l’année en quatre chiffres, comme 1978.', ar: 'اكتب السنة بأربعة أرقام، مثل 1978.' },
  CLAIM_NOT_FOUND: { kind: 'not_found', en: 'This request does not exist.', fr: 'Cette demande n’existe pas.', ar: 'هذا الطلب غير موجود.' },
  CLAIM_NEEDS_ACCOUNT: { kind: 'forbidden', en: 'Sign up with an address first.', fr: 'Créez d’abord un compte avec une adresse.', ar: 'أنشئ حساباً ببريد إلكتروني أولاً.' },
  CLAIM_ANOTHER_OPEN: {
    kind: 'conflict',
    en: 'You already have an open request. Finish or withdraw it first.',
    fr: 'Vous avez déjà une demande en cours. Terminez-la ou retirez-la d’abord.',
    ar: 'لديك طلب مفتوح. أكمله أو اسحبه أولاً.',
  },
  CLAIM_ALREADY_ARTISAN: { kind: 'conflict', en: 'Your account already stands for an artisan.', fr: 'Votre compte représente déjà un artisan.', ar: 'حسابك يمثل صانعاً من قبل.' },
  CLAIM_ACCOUNT_TAKEN: {
    kind: 'conflict',
    en: 'This account already stands for another artisan. Refuse this request, or undo the other approval first.',
    fr: 'Ce compte représente déjà un autre artisan. Refusez cette demande, ou annulez d’abord l’autre acceptation.',
    ar: 'هذا الحساب يمثل صانعاً آخر من قبل. ارفض هذا الطلب، أو ألغِ القبول الآخر أولاً.',
  },
  CLAIM_INCOMPLETE: { kind: 'invalid', en: 'These are still missing: {items}.', fr: 'Il manque encore : {items}.', ar: 'ما زال ينقص: {items}.' },
  CLAIM_ITEM_UNKNOWN: { kind: 'invalid', en: 'The checklist has no "{item}" of this kind.', fr: 'La liste ne contient pas « {item} » de ce genre.', ar: 'لا تحتوي اللائحة على «{item}» من هذا النوع.' },
  CLAIM_MOVED: {
    kind: 'conflict',
    en: 'This request is now "{state}". Look again before deciding.',
    fr: 'Cette demande est maintenant « {state} ». Revérifiez avant de décider.',
    ar: 'حالة هذا الطلب الآن: «{state}». راجع قبل القرار.',
  },
  CLAIM_OWN: { kind: 'forbidden', en: 'Nobody decides on her own request.', fr: 'Nul ne décide de sa propre demande.', ar: 'لا أحد يبتّ في طلبه الخاص.' },
  CLAIM_REASON_MISSING: { kind: 'invalid', en: 'Say why, in words the artisan can act on.', fr: 'Dites pourquoi, en des mots utiles à l’artisan.', ar: 'اذكر السبب بكلمات تفيد الصانع.' },
  CLAIM_PAPERS_MANY: { kind: 'conflict', en: 'A request shows {max} papers at most.', fr: 'Une demande présente {max} pièces au plus.', ar: 'لا يتجاوز الطلب {max} وثيقة.' },
  CLAIM_PAPER_UNREADABLE: {
    kind: 'invalid',
    en: 'Send a photograph (JPEG, PNG, WebP) or a PDF of at most {max} MB.',
    fr: 'Envoyez une photo (JPEG, PNG, WebP) ou un PDF de {max} Mo au plus.',
    ar: 'أرسل صورة (JPEG أو PNG أو WebP) أو ملف PDF لا يتجاوز {max} ميغابايت.',
  },
  CLAIM_PAPER_FORGOTTEN: {
    kind: 'not_found',
    en: 'This paper was erased on {day}: papers of a request are kept for a time and no longer.',
    fr: 'Cette pièce a été effacée le {day} : les pièces d’une demande ne sont conservées qu’un temps.',
    ar: 'حُذفت هذه الوثيقة في {day}: لا تُحفظ وثائق الطلب إلا لمدة محددة.',
  },
  CHECKLIST_KIND_FIXED: { kind: 'conflict', en: 'The line "{code}" is of the kind {kind}. Give a line of another kind another code.', fr: 'La ligne « {code} » est du genre {kind}. Donnez un autre code à une ligne d’un autre genre.', ar: 'البند «{code}» من نوع {kind}. أعط بنداً من نوع آخر رمزاً آخر.' },
  CHECKLIST_DAY_PAST: { kind: 'invalid', en: 'The checklist changes from {today} on at the earliest.', fr: 'La liste change au plus tôt à partir du {today}.', ar: 'تتغير اللائحة ابتداءً من {today} في أقرب الآجال.' },
  CLAIM_WAIVER_REFUSED: { kind: 'conflict', en: 'Only a request that is not decided yet can be spared a line.', fr: 'Seule une demande non encore décidée peut être dispensée d’une ligne.', ar: 'لا يُعفى من بند إلا طلب لم يُبتّ فيه بعد.' },
});
