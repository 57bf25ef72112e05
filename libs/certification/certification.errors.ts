import { defineErrors } from '#libs/kernel';

export const certificationErrors = defineErrors({
  CENTRE_UNKNOWN: { kind: 'not_found', en: 'There is no such centre of excellence.', fr: 'Ce centre d’excellence n’existe pas.', ar: 'لا يوجد مركز تميز بهذا الرمز.' },
  PRODUCT_TYPE_UNKNOWN: {
    kind: 'invalid',
    en: 'This centre does not inspect "{productType}" of the kind "{variant}".',
    fr: 'Ce centre n’inspecte pas « {productType} » du genre « {variant} ».',
    ar: 'لا يفحص هذا المركز «{productType}» من نوع «{variant}».',
  },
  INSPECTION_NOT_FOUND: { kind: 'not_found', en: 'This inspection does not exist.', fr: 'Cette inspection n’existe pas.', ar: 'هذا الفحص غير موجود.' },
  INSPECTION_OWN_WORK: {
    kind: 'forbidden',
    en: 'An inspector does not inspect what she or her cluster made. Ask a colleague.',
    fr: 'Une inspectrice n’inspecte ni son propre travail ni celui de son groupement. Demandez à un collègue.',
    ar: 'لا يفحص المفتش ما صنعه هو أو مجموعته. اطلب ذلك من زميل.',
  },
  INSPECTION_MOVED: {
    kind: 'conflict',
    en: 'A colleague has just decided this inspection: it is now {state}.',
    fr: 'Un collègue vient de trancher cette inspection : elle est maintenant {state}.',
    ar: 'بتّ زميل للتو في هذا الفحص: حالته الآن {state}.',
  },
  INSPECTION_ID_TAKEN: { kind: 'conflict', en: 'This id belongs to another request. Make a new one.', fr: 'Cet identifiant est déjà pris. Créez-en un nouveau.', ar: 'هذا المعرّف مستعمل. أنشئ معرّفاً جديداً.' },
  LOT_WITHOUT_PIECE: { kind: 'invalid', en: 'A lot is a number of one piece: say which piece.', fr: 'Un lot se rapporte à une pièce : dites laquelle.', ar: 'الدفعة عدد من قطعة واحدة: حدد القطعة.' },
  RULE_UNKNOWN: { kind: 'invalid', en: 'The checklist has no rule "{rule}".', fr: 'La grille ne contient pas la règle « {rule} ».', ar: 'لا توجد في اللائحة قاعدة «{rule}».' },
  RULE_TWICE: { kind: 'invalid', en: 'The rule "{rule}" is answered twice.', fr: 'La règle « {rule} » est renseignée deux fois.', ar: 'أُجيب على القاعدة «{rule}» مرتين.' },
  RULE_NOT_MEASURED: { kind: 'invalid', en: 'The rule "{rule}" is seen, not measured.', fr: 'La règle « {rule} » s’observe et ne se mesure pas.', ar: 'القاعدة «{rule}» تُعاين ولا تُقاس.' },
  MEASUREMENT_ABSURD: {
    kind: 'invalid',
    en: '{value} {unit} cannot be right for "{rule}": expected {min} to {max}. Measure again.',
    fr: '{value} {unit} est impossible pour « {rule} » : attendu de {min} à {max}. Mesurez à nouveau.',
    ar: '{value} {unit} قيمة غير ممكنة لـ«{rule}»: المتوقع من {min} إلى {max}. أعد القياس.',
  },
  CERTIFICATE_RULES_NOT_MET: {
    kind: 'conflict',
    en: 'No certificate while these are not met: {rules}.',
    fr: 'Pas de certificat tant que ceci n’est pas satisfait : {rules}.',
    ar: 'لا شهادة ما لم تُستوفَ هذه: {rules}.',
  },
  CERTIFICATE_GRADE_TOO_HIGH: {
    kind: 'invalid',
    en: 'The knots counted give {computed}, not {claimed}.',
    fr: 'Les nœuds comptés donnent {computed}, pas {claimed}.',
    ar: 'العقد المحسوبة تعطي {computed} وليس {claimed}.',
  },
  CERTIFICATE_VALIDITY: {
    kind: 'invalid',
    en: 'The certificate may run from {from} to {until} at most.',
    fr: 'Le certificat peut courir du {from} au {until} au plus.',
    ar: 'يمكن أن تسري الشهادة من {from} إلى {until} على الأكثر.',
  },
  CERTIFICATE_LABEL_USED: {
    kind: 'conflict',
    en: 'The label {label} already seals another piece.',
    fr: 'Le plomb {label} scelle déjà une autre pièce.',
    ar: 'الختم {label} موضوع على قطعة أخرى.',
  },
  CERTIFICATE_ARTISAN_MAY_NOT_SELL: {
    kind: 'conflict',
    en: 'The artisan is not registered today; the register comes first.',
    fr: 'L’artisan n’est pas inscrit à ce jour ; le registre d’abord.',
    ar: 'الصانع غير مسجل اليوم؛ السجل أولاً.',
  },
  CERTIFICATE_SCHEME: { kind: 'invalid', en: 'Say the level of Morocco Handmade (1 to 3), or the name of the collective mark.', fr: 'Indiquez le niveau de Morocco Handmade (1 à 3) ou le nom de la marque collective.', ar: 'حدد مستوى Morocco Handmade ‏(1 إلى 3) أو اسم العلامة الجماعية.' },
  CERTIFICATE_NOT_FOUND: { kind: 'not_found', en: 'This certificate does not exist.', fr: 'Ce certificat n’existe pas.', ar: 'هذه الشهادة غير موجودة.' },
  CERTIFICATE_NOT_LIVE: { kind: 'conflict', en: 'This certificate has already ended.', fr: 'Ce certificat a déjà pris fin.', ar: 'انتهت هذه الشهادة من قبل.' },
});
