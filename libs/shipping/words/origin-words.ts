import type { Said } from './saying.js';

/** Why a piece is Moroccan in the sense of an agreement, or not, or cannot be shown to be. */
export const ORIGIN = {
  NO_AGREEMENT: { en: 'Morocco has no agreement with this destination for this tariff', fr: 'le Maroc n’a pas d’accord avec cette destination pour ce tarif', ar: 'لا يجمع المغرب بهذه الوجهة اتفاق يخص هذه التعريفة' },
  REGION: { en: 'goods of region {region} need the special mention of {agreement}; a person decides', fr: 'les produits de la région {region} demandent la mention spéciale ({agreement}) ; une personne décide', ar: 'تتطلب منتجات الجهة {region} البيان الخاص ({agreement})؛ والقرار لشخص مختص' },
  SIGNED_YES: { en: 'a signed verdict of origin is on file', fr: 'un avis d’origine signé figure au dossier', ar: 'يوجد في الملف قرار منشأ موقَّع' },
  SIGNED_NO: { en: 'a signed verdict says it does not originate in Morocco', fr: 'un avis signé dit qu’il n’est pas originaire du Maroc', ar: 'ينص قرار موقَّع على أنه ليس من منشأ مغربي' },
  NO_MATERIALS: { en: 'the maker has not listed the materials', fr: 'l’artisan n’a pas indiqué les matières', ar: 'لم يذكر الصانع المواد المستعملة' },
  OWN: { en: 'made in Morocco of Moroccan materials only', fr: 'fait au Maroc de matières marocaines seulement', ar: 'صُنع في المغرب من مواد مغربية فقط' },
  CUMULATED: { en: 'made in Morocco; {materials} counts as Moroccan under {regime}, its proof of origin being on file', fr: 'fait au Maroc ; {materials} compte comme marocain ({regime}), sa preuve d’origine figurant au dossier', ar: 'صُنع في المغرب؛ وتُعدّ {materials} مغربية وفق {regime} لوجود إثبات منشئها في الملف' },
  OPERATIONS_UNSAID: { en: 'it holds {materials}, and the work done in Morocco is not stated: packing or simple assembly alone would not make it Moroccan', fr: 'il contient {materials} et le travail fait au Maroc n’est pas indiqué : un simple emballage ou assemblage ne suffirait pas', ar: 'يحتوي على {materials} ولم يُذكر العمل المنجز في المغرب: فالتغليف أو التجميع البسيط وحده لا يكفي' },
  MINIMAL: { en: 'it holds {materials}, and only minimal operations are stated, which never confer origin', fr: 'il contient {materials} et seules des opérations minimes sont indiquées, qui ne confèrent jamais l’origine', ar: 'يحتوي على {materials} ولم تُذكر إلا عمليات بسيطة لا تمنح المنشأ أبداً' },
  RULE_UNRECORDED: { en: 'it holds {materials}, and the product rule of {regime} for {code} is not recorded: a person must read it', fr: 'il contient {materials} et la règle de produit {regime} pour {code} n’est pas enregistrée : une personne doit la lire', ar: 'يحتوي على {materials} وقاعدة المنتج {regime} للرمز {code} غير مسجّلة: يجب أن يطّلع عليها شخص مختص' },
  RULE_MET: { en: '{materials}: rule {prefix} of {regime} asks "{rule}", which is met', fr: '{materials} : la règle {prefix} ({regime}) demande « {rule} », ce qui est rempli', ar: '{materials}: تشترط القاعدة {prefix} ({regime}) «{rule}»، وهذا متحقق' },
  RULE_TOLERATED: { en: '{materials}: rule {prefix} of {regime} asks "{rule}"; what departs from it stays within the tolerance of {percent} %', fr: '{materials} : la règle {prefix} ({regime}) demande « {rule} » ; l’écart reste dans la tolérance de {percent} %', ar: '{materials}: تشترط القاعدة {prefix} ({regime}) «{rule}»؛ وما يخالفها يبقى في حدود التسامح {percent} %' },
  RULE_BROKEN: { en: '{materials}: rule {prefix} of {regime} asks "{rule}", which is not met', fr: '{materials} : la règle {prefix} ({regime}) demande « {rule} », ce qui n’est pas rempli', ar: '{materials}: تشترط القاعدة {prefix} ({regime}) «{rule}»، وهذا غير متحقق' },
  RULE_UNSURE: { en: '{materials}: rule {prefix} of {regime} asks "{rule}"; still needed: {asks}', fr: '{materials} : la règle {prefix} ({regime}) demande « {rule} » ; il manque : {asks}', ar: '{materials}: تشترط القاعدة {prefix} ({regime}) «{rule}»؛ وما زال ناقصاً: {asks}' },
  VALUE_ASKS: { en: '{regime} asks for {percent} % of the value; still needed: {asks}', fr: '{regime} demande {percent} % de la valeur ; il manque : {asks}', ar: 'يشترط {regime} نسبة {percent} % من القيمة؛ وما زال ناقصاً: {asks}' },
  CONTENT: { en: 'materials and work of the parties are {share} % of the value; {percent} % is asked', fr: 'les matières et le travail des parties font {share} % de la valeur ; {percent} % sont demandés', ar: 'تمثل مواد الطرفين وعملهما {share} % من القيمة؛ والمطلوب {percent} %' },
  ADDED: { en: 'what is not of third countries is {share} % of the ex-works price; {percent} % is asked', fr: 'la part hors pays tiers fait {share} % du prix départ usine ; {percent} % sont demandés', ar: 'يمثل ما ليس من بلدان أخرى {share} % من الثمن عند باب الورشة؛ والمطلوب {percent} %' },
  MATERIAL: { en: '{name} from {country}', fr: '{name} ({country})', ar: '{name} ({country})' },
  MATERIAL_UNPROVED: { en: '{name} from {country} without its proof of origin', fr: '{name} ({country}) sans preuve d’origine', ar: '{name} ({country}) دون إثبات منشئها' },
  ASK_HS: { en: 'the HS code of {name}', fr: 'le code SH de {name}', ar: 'رمز النظام المنسق لـ{name}' },
  ASK_COST: { en: 'the cost of {name}', fr: 'le coût de {name}', ar: 'تكلفة {name}' },
  ASK_PERCENT: { en: 'the share of {name}', fr: 'la part de {name}', ar: 'نسبة {name}' },
  ASK_PERSON: { en: 'a person’s look at {name}', fr: 'l’avis d’une personne sur {name}', ar: 'نظر شخص مختص في {name}' },
  ASK_READER: { en: 'a person who reads the rule', fr: 'une personne qui lise la règle', ar: 'شخص مختص يقرأ القاعدة' },
  ASK_WORK: { en: 'the cost of the work', fr: 'le coût du travail', ar: 'تكلفة العمل' },
  // Why a preference that the origin would allow is not asked for.
  NO_PREFERENCE: { en: 'Morocco has no preference here for this tariff line', fr: 'le Maroc n’a pas de préférence ici pour cette ligne tarifaire', ar: 'ليست للمغرب أفضلية هنا لهذا البند التعريفي' },
  FREE_ANYWAY: { en: 'the duty is free whatever the origin', fr: 'le droit est nul quelle que soit l’origine', ar: 'الرسم معفى أياً كان المنشأ' },
  LOW_VALUE: { en: '{scheme} sales pay {amount} {currency} per tariff item instead of asking for the preference', fr: 'les ventes {scheme} paient {amount} {currency} par article tarifaire au lieu de demander la préférence', ar: 'تؤدي مبيعات {scheme} مبلغ {amount} {currency} عن كل بند تعريفي بدل طلب الأفضلية' },
} as const satisfies Record<string, Said>;

export type ProofKind = 'origin_declaration' | 'invoice_declaration' | 'eur1' | 'us_declaration' | 'arab_certificate' | 'gpt_statement' | 'form_a';

/** The papers that prove an origin. */
export const PROOFS: Readonly<Record<ProofKind, Said>> = {
  origin_declaration: { en: 'origin declaration', fr: 'déclaration d’origine', ar: 'تصريح بالمنشأ' },
  invoice_declaration: { en: 'invoice declaration', fr: 'déclaration sur facture', ar: 'تصريح على الفاتورة' },
  eur1: { en: 'EUR.1', fr: 'EUR.1', ar: 'شهادة EUR.1' },
  us_declaration: { en: 'US–Morocco declaration', fr: 'déclaration États-Unis–Maroc', ar: 'تصريح المغرب–الولايات المتحدة' },
  arab_certificate: { en: 'Arab certificate of origin', fr: 'certificat d’origine arabe', ar: 'شهادة المنشأ العربية' },
  gpt_statement: { en: 'statement of origin (GPT)', fr: 'déclaration d’origine (TPG)', ar: 'إفادة المنشأ (التعريفة التفضيلية العامة)' },
  form_a: { en: 'Form A', fr: 'formule A', ar: 'شهادة المنشأ نموذج أ' },
};
