import { defineErrors } from '#libs/kernel';

export const paymentsErrors = defineErrors({
  PAYMENT_NOT_FOUND: { kind: 'not_found', en: 'There is nothing to pay here.', fr: 'Il n’y a rien à payer ici.', ar: 'لا يوجد ما يُدفع هنا.' },
  PAYMENT_ALREADY_MADE: {
    kind: 'conflict',
    en: 'This is already paid. Nothing more will be charged.',
    fr: 'C’est déjà payé. Rien d’autre ne sera débité.',
    ar: 'تم الدفع مسبقاً. لن يُخصم أي مبلغ آخر.',
  },
  PAYMENT_PRO_FORMA_EXPIRED: {
    kind: 'conflict',
    en: 'This pro forma was valid until {until} and can no longer be paid. Start a new basket.',
    fr: 'Cette facture pro forma valait jusqu’au {until} et ne peut plus être payée. Commencez un nouveau panier.',
    ar: 'كانت هذه الفاتورة الأولية صالحة إلى {until} ولم يعد ممكناً دفعها. ابدأ سلة جديدة.',
  },
  PAYMENT_NOTHING_OPEN: {
    kind: 'conflict',
    en: 'These orders are cancelled. Start a new basket.',
    fr: 'Ces commandes sont annulées. Commencez un nouveau panier.',
    ar: 'أُلغيت هذه الطلبيات. ابدأ سلة جديدة.',
  },
  PAYMENT_PROVIDER_UNAVAILABLE: {
    kind: 'unavailable',
    en: 'The payment page did not answer. Nothing was charged. Try again in a moment.',
    fr: 'La page de paiement n’a pas répondu. Rien n’a été débité. Réessayez dans un instant.',
    ar: 'لم تستجب صفحة الدفع. لم يُخصم أي مبلغ. أعد المحاولة بعد قليل.',
  },
  PAYMENT_RETURN_URL: {
    kind: 'invalid',
    en: 'After the payment we can only return to a page of this site.',
    fr: 'Après le paiement, le retour se fait seulement vers une page de ce site.',
    ar: 'بعد الدفع لا يمكن الرجوع إلا إلى صفحة من هذا الموقع.',
  },
  PAYMENT_WEBHOOK_REFUSED: {
    kind: 'invalid',
    en: 'This message is not signed by the payment provider.',
    fr: 'Ce message n’est pas signé par le prestataire de paiement.',
    ar: 'هذه الرسالة غير موقعة من مزود الدفع.',
  },
  PAYOUT_RIB_LENGTH: {
    kind: 'invalid',
    en: 'A RIB has 24 digits; this one has {count}. It is on your bank card’s slip or your cheque book.',
    fr: 'Un RIB compte 24 chiffres ; celui-ci en a {count}. Il figure sur votre relevé ou votre chéquier.',
    ar: 'يتكون رقم الحساب البنكي (RIB) من 24 رقماً؛ هذا فيه {count}. تجده في كشف حسابك أو دفتر شيكاتك.',
  },
  PAYOUT_RIB_SIGNS: {
    kind: 'invalid',
    en: 'A RIB is digits only, or an IBAN that starts with MA.',
    fr: 'Un RIB ne contient que des chiffres, ou un IBAN qui commence par MA.',
    ar: 'رقم الحساب (RIB) أرقام فقط، أو رقم دولي (IBAN) يبدأ بـ MA.',
  },
  PAYOUT_RIB_KEY: {
    kind: 'invalid',
    en: 'The last two digits do not fit the others. A digit is mistyped; compare with your bank’s paper.',
    fr: 'Les deux derniers chiffres ne correspondent pas aux autres. Un chiffre est faux ; comparez avec le document de votre banque.',
    ar: 'الرقمان الأخيران لا يوافقان بقية الأرقام. أحد الأرقام خاطئ؛ قارنه بوثيقة البنك.',
  },
  PAYOUT_IBAN_KEY: {
    kind: 'invalid',
    en: 'The two digits after MA do not fit the rest. A digit is mistyped; compare with your bank’s paper.',
    fr: 'Les deux chiffres après MA ne correspondent pas au reste. Un chiffre est faux ; comparez avec le document de votre banque.',
    ar: 'الرقمان بعد MA لا يوافقان البقية. أحد الأرقام خاطئ؛ قارنه بوثيقة البنك.',
  },
  PAYOUT_HOLDER_UNKNOWN: {
    kind: 'conflict',
    en: 'Your register entry is not linked to this account yet. Link it first: the bank needs the holder’s name.',
    fr: 'Votre inscription au registre n’est pas encore liée à ce compte. Liez-la d’abord : la banque exige le nom du titulaire.',
    ar: 'لم يُربط تسجيلك في السجل بهذا الحساب بعد. اربطه أولاً: يحتاج البنك إلى اسم صاحب الحساب.',
  },
  PAYOUT_NOTHING_DUE: {
    kind: 'conflict',
    en: 'Nothing can be paid out now: no released earnings with usable bank details.',
    fr: 'Rien à verser pour l’instant : aucun gain libéré avec des coordonnées bancaires utilisables.',
    ar: 'لا شيء للتحويل الآن: لا أرباح محررة مع حساب بنكي صالح للاستعمال.',
  },
  PAYOUT_AMOUNT_MOVED: {
    kind: 'conflict',
    en: 'Another amount is due by now, or another account is in use.',
    fr: 'Le montant dû ou le compte utilisé a changé depuis.',
    ar: 'تغيّر المبلغ المستحق أو الحساب المستعمل منذ ذلك الحين.',
  },
  PAYOUT_DEBTOR_MISSING: {
    kind: 'conflict',
    en: 'The house’s own bank account is not set. An administrator sets it first.',
    fr: 'Le compte bancaire de la maison n’est pas renseigné. Un administrateur doit le saisir d’abord.',
    ar: 'لم يُحدد الحساب البنكي للدار. على المسؤول تحديده أولاً.',
  },
  PAYOUT_NOT_FOUND: { kind: 'not_found', en: 'This payout batch does not exist.', fr: 'Ce lot de virements n’existe pas.', ar: 'دفعة التحويلات هذه غير موجودة.' },
  PAYOUT_ALREADY_SETTLED: {
    kind: 'conflict',
    en: 'This batch is already settled, with other rejections.',
    fr: 'Ce lot est déjà réglé, avec d’autres rejets.',
    ar: 'سُوّيت هذه الدفعة مسبقاً، برفوض أخرى.',
  },
  PAYOUT_NOT_APPROVED: {
    kind: 'conflict',
    en: 'A second person has not agreed to this batch. There is no file for the bank.',
    fr: 'Une deuxième personne n’a pas approuvé ce lot. Il n’y a pas de fichier pour la banque.',
    ar: 'لم يوافق شخص ثانٍ على هذه الدفعة، فلا ملف للبنك.',
  },
  PAYOUT_SECOND_PERSON: {
    kind: 'forbidden',
    en: 'Nobody approves her own batch. Ask another person of the export desk, or the administrator.',
    fr: 'Nul n’approuve son propre lot. Demandez à une autre personne du bureau d’export ou à l’administrateur.',
    ar: 'لا يوافق أحد على دفعة أنشأها بنفسه. اطلب ذلك من شخص آخر في مكتب التصدير أو من المسؤول.',
  },
  PAYOUT_DECIDED: {
    kind: 'conflict',
    en: 'This batch is not waiting for a decision: somebody has decided, or its amount needs none.',
    fr: 'Ce lot n’attend pas de décision : elle est déjà prise, ou son montant n’en exige pas.',
    ar: 'هذه الدفعة لا تنتظر قراراً: إما اتُّخذ القرار أو لا يستدعيه مبلغها.',
  },
});
