import type { Words } from '#libs/kernel';

const says = (fr: string, ar: string): Omit<Words, 'en'> => ({ fr, ar });

/**
 * Where the rules of the migrations come from, as French and Arabic readers name it. Keyed by the citation as it is stored in
 * rules and in certificates, which never change. A citation that is not here was published by a centre, in its own words.
 */
const SOURCES: Readonly<Record<string, Omit<Words, 'en'>>> = {
  'CITES appendices (Dalbergia, Pterocarpus, ivory, tortoiseshell, listed reptiles)': says('Annexes de la CITES (Dalbergia, Pterocarpus, ivoire, écaille, reptiles inscrits)', 'ملاحق اتفاقية سايتس (Dalbergia وPterocarpus والعاج وصدف السلحفاة والزواحف المدرجة)'),
  'Directive 84/500/EEC, article 2a, after sgsgroup.com.hk (2013/10, part 1 ceramics)': says('Directive 84/500/CEE, article 2 bis, d’après sgsgroup.com.hk (2013/10, partie 1, céramiques)', 'التوجيه 84/500/CEE، المادة 2 مكررة، نقلاً عن sgsgroup.com.hk (2013/10)'),
  'Directive 84/500/EEC, limits after practicalguide-118 (sfpp3.agroparistech.fr)': says('Directive 84/500/CEE, limites d’après practicalguide-118 (sfpp3.agroparistech.fr)', 'التوجيه 84/500/CEE، الحدود نقلاً عن practicalguide-118 (sfpp3.agroparistech.fr)'),
  'Directives 2014/35/EU (LVD), 2014/30/EU (EMC), 2011/65/EU (RoHS)': says('Directives 2014/35/UE (basse tension), 2014/30/UE (CEM), 2011/65/UE (RoHS)', 'التوجيهات 2014/35/UE (الجهد المنخفض) و2014/30/UE (التوافق الكهرومغناطيسي) و2011/65/UE (RoHS)'),
  '19 USC 1304, faqs.org/rulings/rulings1997NY895855.html': says('19 USC 1304 (États-Unis), faqs.org/rulings/rulings1997NY895855.html', '19 USC 1304 (الولايات المتحدة)، faqs.org/rulings/rulings1997NY895855.html'),
  'California Proposition 65, tableware settlements, experts123.com and ceramicindustry.com': says('Californie, Proposition 65, transactions sur la vaisselle, experts123.com et ceramicindustry.com', 'كاليفورنيا، Proposition 65، تسويات أواني المائدة، experts123.com وceramicindustry.com'),
  'EN 71; CPSIA (United States)': says('EN 71 ; CPSIA (États-Unis)', 'EN 71؛ CPSIA (الولايات المتحدة)'),
  'Estampillage des tapis, letapismarocain.com/lestampillage (dahir of 1974)': says('Estampillage des tapis, letapismarocain.com/lestampillage (dahir de 1974)', 'دمغ الزرابي، letapismarocain.com/lestampillage (ظهير 1974)'),
  'Estampillage table, letapismarocain.com/?p=2846': says('Table de l’estampillage, letapismarocain.com/?p=2846', 'جدول الدمغ، letapismarocain.com/?p=2846'),
  'Export licence of objects over 100 years old, scribd.com/document/55281069': says('Licence d’exportation des objets de plus de cent ans, scribd.com/document/55281069', 'رخصة تصدير ما تجاوز مئة سنة، scribd.com/document/55281069'),
  'FDA Compliance Policy Guide 545.400': says('FDA, Compliance Policy Guide 545.400 (États-Unis)', 'FDA، Compliance Policy Guide 545.400 (الولايات المتحدة)'),
  'FDA Compliance Policy Guide 545.450': says('FDA, Compliance Policy Guide 545.450 (États-Unis)', 'FDA، Compliance Policy Guide 545.450 (الولايات المتحدة)'),
  'Law 25-06, protected indication of argan': says('Loi 25-06, indication protégée de l’argan', 'القانون 25-06، البيان المحمي للأركان'),
  'Labour code, law 65-99, article 143': says('Code du travail, loi 65-99, article 143', 'مدونة الشغل، القانون 65-99، المادة 143'),
  'Law 50-17 and its register, rna.gov.ma/faq': says('Loi 50-17 et son registre, rna.gov.ma/faq', 'القانون 50-17 وسجله، rna.gov.ma/faq'),
  'Moroccan customs hallmark': says('Poinçon des douanes marocaines', 'دمغة الجمارك المغربية'),
  'Moroccan forest law: the origin of thuya burl is justified': says('Droit forestier marocain : l’origine de la loupe de thuya est justifiée', 'القانون الغابوي المغربي: يُثبت أصل عقدة العرعار'),
  'Phytosanitary practice for plaited plant fibre': says('Pratique phytosanitaire pour les fibres végétales tressées', 'الممارسة الصحية النباتية للألياف المضفورة'),
  'Practice of the centres, to be confirmed by each centre': says('Pratique des centres, à confirmer par chacun', 'ممارسة المراكز، على أن يؤكدها كل مركز'),
  'REACH entry 23': says('REACH, entrée 23', 'REACH، المدخل 23'),
  'REACH entry 27': says('REACH, entrée 27', 'REACH، المدخل 27'),
  'REACH entry 43': says('REACH, entrée 43', 'REACH، المدخل 43'),
  'REACH entry 47, EN ISO 17075, satra.com/bulletin/article.php?id=1263': says('REACH, entrée 47, EN ISO 17075, satra.com/bulletin/article.php?id=1263', 'REACH، المدخل 47، EN ISO 17075، satra.com/bulletin/article.php?id=1263'),
  'REACH entry 63': says('REACH, entrée 63', 'REACH، المدخل 63'),
  'Regulation (EC) 1223/2009': says('Règlement (CE) 1223/2009', 'النظام الأوروبي 1223/2009'),
  'Regulation (EC) 1272/2008 (CLP)': says('Règlement (CE) 1272/2008 (CLP)', 'النظام الأوروبي 1272/2008 (CLP)'),
  'Regulation (EC) 1935/2004, article 3': says('Règlement (CE) 1935/2004, article 3', 'النظام الأوروبي 1935/2004، المادة 3'),
  'Regulation (EU) 1007/2011': says('Règlement (UE) 1007/2011', 'النظام الأوروبي 1007/2011'),
  'Regulation (EU) 2019/880': says('Règlement (UE) 2019/880', 'النظام الأوروبي 2019/880'),
  'Regulation (EU) 2023/1115': says('Règlement (UE) 2023/1115', 'النظام الأوروبي 2023/1115'),
  'Regulation (EU) 2023/1115 as amended by 2025/2650, taxnews.ey.com/news/2026-0237': says('Règlement (UE) 2023/1115 modifié par 2025/2650, taxnews.ey.com/news/2026-0237', 'النظام الأوروبي 2023/1115 كما عُدّل بـ2025/2650، taxnews.ey.com/news/2026-0237'),
  'Sold as 9405.50 or 9405.99; LVD does not apply': says('Vendue sous 9405.50 ou 9405.99 ; la directive basse tension ne s’applique pas', 'تُباع تحت 9405.50 أو 9405.99؛ لا يسري توجيه الجهد المنخفض'),
  'Textile Fiber Products Identification Act, itintl.com/restricted-imports-textile-wool-and-fur-products.html': says('Textile Fiber Products Identification Act (États-Unis), itintl.com/restricted-imports-textile-wool-and-fur-products.html', 'Textile Fiber Products Identification Act (الولايات المتحدة)، itintl.com/restricted-imports-textile-wool-and-fur-products.html'),
  'Weapons rules of the post and of the United Kingdom': says('Règles de la poste et du Royaume-Uni sur les armes', 'قواعد البريد والمملكة المتحدة بشأن الأسلحة'),
};

export function sourceWords(source: string): Words {
  return { en: source, fr: source, ar: source, ...SOURCES[source] };
}
