import type { Locale } from '#libs/kernel';

type Other = Readonly<Record<Exclude<Locale, 'en'>, string>>;

/**
 * Where a rule that asks for a paper is written, as a French or Arabic reader cites it. What is a title of its own and has no other
 * (`19 CFR 10.761–10.788`) stands as it is.
 */
export const PAPER_SOURCES: Readonly<Record<string, Other>> = {
  'ccis-rsk.ma, opération d’exportation': { fr: 'ccis-rsk.ma, opération d’exportation', ar: 'موقع ccis-rsk.ma، عملية التصدير' },
  'ccis-rsk.ma, opération d’exportation; Office des Changes': { fr: 'ccis-rsk.ma, opération d’exportation ; Office des Changes', ar: 'موقع ccis-rsk.ma، عملية التصدير؛ مكتب الصرف' },
  '19 CFR 141.86; Union Customs Code implementing rules': { fr: '19 CFR 141.86 ; dispositions d’application du code des douanes de l’Union', ar: '19 CFR 141.86؛ أحكام تطبيق مدونة جمارك الاتحاد الأوروبي' },
  'practice of carriers and brokers': { fr: 'pratique des transporteurs et des transitaires', ar: 'ممارسة الناقلين والمعشّرين' },
  '19 CFR 10.761–10.788': { fr: '19 CFR 10.761–10.788', ar: '19 CFR 10.761–10.788' },
  'Protocol 4 as replaced by Decision 1/2025, movement certificate EUR.1': { fr: 'Protocole 4 tel que remplacé par la décision 1/2025, certificat de circulation EUR.1', ar: 'البروتوكول 4 كما عوضه القرار 1/2025، شهادة التنقل EUR.1' },
  'UK–Morocco Origin Reference Document v1.1, article 15; EFTA–Morocco, Protocol B': { fr: 'document de référence sur l’origine Royaume-Uni–Maroc v1.1, article 15 ; AELE–Maroc, protocole B', ar: 'الوثيقة المرجعية للمنشأ بين المملكة المتحدة والمغرب v1.1، المادة 15؛ الرابطة الأوروبية للتجارة الحرة والمغرب، البروتوكول ب' },
  'UK–Morocco Origin Reference Document v1.1, article 17': { fr: 'document de référence sur l’origine Royaume-Uni–Maroc v1.1, article 17', ar: 'الوثيقة المرجعية للمنشأ بين المملكة المتحدة والمغرب v1.1، المادة 17' },
  'Arab League agreement on trade facilitation': { fr: 'accord de la Ligue arabe sur la facilitation des échanges', ar: 'اتفاقية جامعة الدول العربية لتيسير وتنمية التبادل التجاري' },
  'aci.org.jo, circular 5110; Arab League agreement on trade facilitation': { fr: 'aci.org.jo, circulaire 5110 ; accord de la Ligue arabe sur la facilitation des échanges', ar: 'موقع aci.org.jo، المنشور 5110؛ اتفاقية جامعة الدول العربية لتيسير وتنمية التبادل التجاري' },
  'generalised system of preferences of Japan': { fr: 'système généralisé de préférences du Japon', ar: 'نظام الأفضليات المعمم لليابان' },
  'UPU Convention regulations, CN 22 up to 300 SDR': { fr: 'règlement de la Convention de l’UPU, CN 22 jusqu’à 300 DTS', ar: 'نظام اتفاقية الاتحاد البريدي العالمي، CN 22 إلى غاية 300 وحدة حقوق سحب خاصة' },
  'UPU Convention regulations, CN 23': { fr: 'règlement de la Convention de l’UPU, CN 23', ar: 'نظام اتفاقية الاتحاد البريدي العالمي، CN 23' },
  'IATA resolution 600a': { fr: 'résolution 600a de l’IATA', ar: 'القرار 600a لاتحاد النقل الجوي الدولي' },
  'CMR convention, articles 4 to 6': { fr: 'convention CMR, articles 4 à 6', ar: 'اتفاقية CMR، المواد من 4 إلى 6' },
  'Hague–Visby rules, article III': { fr: 'règles de La Haye–Visby, article III', ar: 'قواعد لاهاي–فيسبي، المادة الثالثة' },
  'ISPM 15': { fr: 'NIMP 15', ar: 'المعيار الدولي لتدابير الصحة النباتية رقم 15' },
  'Administration des Douanes, DUM': { fr: 'Administration des Douanes, DUM', ar: 'إدارة الجمارك، التصريح الوحيد للبضائع' },
  'Regulation (EU) 1007/2011; Textile Fiber Products Identification Act; Canadian Textile Labelling Act': { fr: 'règlement (UE) 1007/2011 ; Textile Fiber Products Identification Act ; loi canadienne sur l’étiquetage des textiles', ar: 'النظام الأوروبي 1007/2011؛ القانون الأمريكي لتعريف منتجات الألياف؛ القانون الكندي لوسم المنسوجات' },
  'Regulation (EU) 2023/988, articles 9, 16 and 19': { fr: 'règlement (UE) 2023/988, articles 9, 16 et 19', ar: 'النظام الأوروبي 2023/988، المواد 9 و16 و19' },
  'Directive 84/500/EEC, article 2a; practical guide of the contact-material network': { fr: 'directive 84/500/CEE, article 2 bis ; guide pratique du réseau des matériaux au contact des aliments', ar: 'التوجيه 84/500/CEE، المادة 2 مكررة؛ الدليل العملي لشبكة المواد الملامسة للأغذية' },
  'dahir of 1974 on the stamping of carpets; letapismarocain.com/lestampillage': { fr: 'dahir de 1974 sur l’estampillage des tapis ; letapismarocain.com/lestampillage', ar: 'ظهير 1974 المتعلق بدمغ الزرابي؛ letapismarocain.com/lestampillage' },
  'rule of the house': { fr: 'règle de la maison', ar: 'قاعدة الدار' },
};

export function sourceIn(source: string, locale: Locale): string {
  return locale === 'en' ? source : (PAPER_SOURCES[source]?.[locale] ?? source);
}
