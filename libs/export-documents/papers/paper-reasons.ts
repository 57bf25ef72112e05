import type { Locale } from '#libs/kernel';

/** Why a rule asks for its paper, as the desk, the exporter and the buyer read it. */
export const PAPER_REASONS = {
  exchange_contract: { en: 'the contract the exchange office asks for: parties, nature, quantity, price, term', fr: 'le contrat que demande l’Office des Changes : parties, nature, quantité, prix, échéance', ar: 'العقد الذي يطلبه مكتب الصرف: الأطراف والطبيعة والكمية والثمن والأجل' },
  clearance: { en: 'every destination clears on it', fr: 'toute destination dédouane sur ce document', ar: 'بها تُعشَّر البضاعة في كل وجهة' },
  packing: { en: 'freight requires it, parcels clear faster with it', fr: 'le fret l’exige, les colis se dédouanent plus vite avec elle', ar: 'يشترطها الشحن، وبها تُعشَّر الطرود أسرع' },
  us_preference: { en: 'the delivered price counts on the US–Morocco preference', fr: 'le prix livré compte sur la préférence États-Unis–Maroc', ar: 'السعر شاملاً التسليم مبني على الأفضلية بين الولايات المتحدة والمغرب' },
  above_declaration: { en: 'originating products above the threshold of the origin declaration', fr: 'produits originaires au-dessus du seuil de la déclaration d’origine', ar: 'منتجات ذات منشأ تتجاوز عتبة التصريح بالمنشأ' },
  above_invoice_declaration: { en: 'originating products above the threshold of the invoice declaration', fr: 'produits originaires au-dessus du seuil de la déclaration sur facture', ar: 'منتجات ذات منشأ تتجاوز عتبة التصريح على الفاتورة' },
  official_form: { en: 'the official form is filled from it', fr: 'le formulaire officiel se remplit à partir de lui', ar: 'منها تُملأ الاستمارة الرسمية' },
  cumulated: { en: 'materials of the Euro-Mediterranean zone are counted in', fr: 'des matières de la zone euro-méditerranéenne sont cumulées', ar: 'تُحتسب فيها مواد من المنطقة الأورومتوسطية' },
  arab_preference: { en: 'the preference of the Arab free trade area is proved by its certificate', fr: 'la préférence de la zone arabe de libre-échange se prouve par son certificat', ar: 'تُثبَت أفضلية منطقة التجارة الحرة العربية بشهادتها' },
  arab_state: { en: 'Arab states take origin from a certificate in Arabic alone', fr: 'les États arabes n’admettent l’origine que par un certificat en arabe', ar: 'لا تقبل الدول العربية المنشأ إلا بشهادة محررة بالعربية' },
  gsp_proof: { en: 'the preference of developing countries is proved by Form A', fr: 'la préférence des pays en développement se prouve par la formule A', ar: 'تُثبَت أفضلية البلدان النامية بالنموذج أ' },
  gsp_claim: { en: 'the preference of developing countries is claimed with Form A', fr: 'la préférence des pays en développement se demande avec la formule A', ar: 'تُطلب أفضلية البلدان النامية بالنموذج أ' },
  post_small: { en: 'a small postal packet is declared on the short form', fr: 'un petit paquet postal se déclare sur le formulaire court', ar: 'يُصرَّح بالرزمة البريدية الصغيرة على الاستمارة المختصرة' },
  post_dear: { en: 'a postal item above 300 SDR is declared on the long form', fr: 'un envoi postal de plus de 300 DTS se déclare sur le formulaire long', ar: 'يُصرَّح بالبعيثة البريدية التي تفوق 300 وحدة حقوق سحب خاصة على الاستمارة المطولة' },
  post_heavy: { en: 'a postal parcel above 2 kg is declared on the long form', fr: 'un colis postal de plus de 2 kg se déclare sur le formulaire long', ar: 'يُصرَّح بالطرد البريدي الذي يفوق 2 كلغ على الاستمارة المطولة' },
  by_air: { en: 'the airline’s agent types the air waybill from it', fr: 'l’agent de la compagnie en établit la lettre de transport aérien', ar: 'منها يحرر وكيل شركة الطيران وثيقة الشحن الجوي' },
  by_road: { en: 'carriage by road travels under a consignment note', fr: 'le transport par route se fait sous lettre de voiture', ar: 'يتم النقل البري بموجب بيان الشحن الطرقي' },
  by_sea: { en: 'carriage by sea travels under a bill of lading', fr: 'le transport par mer se fait sous connaissement', ar: 'يتم النقل البحري بموجب سند الشحن البحري' },
  freight_on_wood: { en: 'freight on wood is stopped by plant health without treatment and mark', fr: 'le fret sur bois est arrêté par le contrôle phytosanitaire sans traitement ni marque', ar: 'توقف المراقبة الصحية النباتية البضائع المحملة على خشب بلا معالجة وعلامة' },
  crated: { en: 'goods that are crated say whether the crate is of wood', fr: 'pour des marchandises mises en caisse, il est dit si la caisse est en bois', ar: 'في البضائع المعبأة في صناديق يُذكر هل الصندوق من خشب' },
  wood_recorded: { en: 'wood was put on record', fr: 'du bois a été enregistré', ar: 'سُجّل وجود خشب' },
  export_declaration: { en: 'every export is declared in BADR; the broker types from it', fr: 'toute exportation se déclare dans BADR ; le transitaire saisit à partir d’elle', ar: 'كل تصدير يُصرَّح به في نظام بدر؛ ومنها ينقل المعشّر البيانات' },
  exchange_title: { en: 'paid exports are subscribed with the exchange office before customs allocates them', fr: 'une exportation payée se souscrit auprès de l’Office des Changes avant son imputation en douane', ar: 'يُكتتب سند التصدير المؤدى عنه لدى مكتب الصرف قبل تقييده لدى الجمارك' },
  carrier_told: { en: 'the carrier must know who pays duty and which proof travels', fr: 'le transporteur doit savoir qui paie les droits et quelle preuve voyage', ar: 'يجب أن يعرف الناقل من يؤدي الرسوم وأي إثبات يرافق البضاعة' },
  fibres: { en: 'textiles are sold with their fibre composition', fr: 'les textiles se vendent avec leur composition en fibres', ar: 'تباع المنسوجات مع بيان مكونات أليافها' },
  consumer_safety: { en: 'products for consumers carry maker, serial and responsible person', fr: 'les produits pour consommateurs portent fabricant, numéro de série et personne responsable', ar: 'تحمل منتجات المستهلكين اسم الصانع والرقم التسلسلي والشخص المسؤول' },
  food_ceramics: { en: 'ceramics for food travel with their declaration', fr: 'les céramiques alimentaires voyagent avec leur déclaration', ar: 'يرافق التصريحُ الخزفَ الملامس للأغذية' },
  carpet_stamp: { en: 'customs looks for the stamp when carpets leave', fr: 'la douane cherche l’estampille à la sortie des tapis', ar: 'تبحث الجمارك عن الدمغة عند خروج الزرابي' },
  passport: { en: 'each certified piece travels with its passport', fr: 'chaque pièce certifiée voyage avec son passeport', ar: 'يرافق كل قطعة معتمدة جوازها' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

export type PaperReason = keyof typeof PAPER_REASONS;
