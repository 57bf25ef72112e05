import type { Locale, Words } from '#libs/kernel';
import { boxIn } from './box-words.js';
import { inWords } from './problem-words.js';

/**
 * What can be wrong with a paper, each with its remedy. A refusal keeps the paper from being printed;
 * a warning is printed beside it and leaves the decision to the desk.
 */
interface ProblemDefinition {
  readonly refuses: boolean;
  readonly says: Words;
  readonly remedy: Words;
}

const define = <T extends Record<string, ProblemDefinition>>(definitions: T): T => definitions;

export const PROBLEMS = define({
  FIELD_MISSING: {
    refuses: true,
    says: { en: 'This box is empty or not usable: {detail}', fr: 'Cette case est vide ou inutilisable : {detail}', ar: 'هذه الخانة فارغة أو غير صالحة: {detail}' },
    remedy: { en: 'Fill it in.', fr: 'Renseignez-la.', ar: 'املأ الخانة.' },
  },
  HS_CODE_WRONG: {
    refuses: true,
    says: { en: 'Line {line} has no six-digit HS code.', fr: 'La ligne {line} n’a pas de code SH à six chiffres.', ar: 'السطر {line} بلا رمز النظام المنسق المكوّن من ستة أرقام.' },
    remedy: { en: 'Choose the code from the handicraft table.', fr: 'Choisissez le code dans la table de l’artisanat.', ar: 'اختر الرمز من جدول الصناعة التقليدية.' },
  },
  DESCRIPTION_VAGUE: {
    refuses: true,
    says: { en: 'Line {line} is described in fewer than three words: customs asks what it is, of what, how made.', fr: 'La ligne {line} est décrite en moins de trois mots : la douane demande ce que c’est, en quoi, fait comment.', ar: 'وصف السطر {line} أقل من ثلاث كلمات: تسأل الجمارك ما هو، ومِمَّ صُنع، وكيف صُنع.' },
    remedy: { en: 'Write at least three words, like “hand-knotted wool carpet”.', fr: 'Écrivez au moins trois mots, comme « tapis de laine noué main ».', ar: 'اكتب ثلاث كلمات على الأقل، مثل «زربية صوفية معقودة يدوياً».' },
  },
  DESCRIPTION_SCRIPT: {
    refuses: true,
    says: { en: 'Line {line} has no description in Latin letters, which {country} requires.', fr: 'La ligne {line} n’a pas de désignation en lettres latines, exigée en {country}.', ar: 'ينقص السطر {line} الوصف بالحروف اللاتينية الذي تشترطه {country}.' },
    remedy: { en: 'Add an English or French description.', fr: 'Ajoutez une désignation en anglais ou en français.', ar: 'أضف وصفاً بالإنجليزية أو الفرنسية.' },
  },
  WEIGHT_ZERO: {
    refuses: true,
    says: { en: 'Line {line} has no net weight.', fr: 'La ligne {line} n’a pas de poids net.', ar: 'السطر {line} بلا وزن صافٍ.' },
    remedy: { en: 'Weigh the piece and record it.', fr: 'Pesez la pièce et enregistrez son poids.', ar: 'زِن القطعة وسجّل وزنها.' },
  },
  NET_ABOVE_GROSS: {
    refuses: true,
    says: { en: 'Net weight {net} kg is above gross weight {gross} kg.', fr: 'Le poids net {net} kg dépasse le poids brut {gross} kg.', ar: 'الوزن الصافي {net} كلغ يفوق الوزن الإجمالي {gross} كلغ.' },
    remedy: { en: 'Weigh the closed packages again.', fr: 'Pesez de nouveau les colis fermés.', ar: 'أعد وزن الطرود المغلقة.' },
  },
  VALUE_ZERO: {
    refuses: true,
    says: { en: 'Line {line} has no value.', fr: 'La ligne {line} n’a pas de valeur.', ar: 'السطر {line} بلا قيمة.' },
    remedy: { en: 'A sale has a price: correct the line.', fr: 'Une vente a un prix : corrigez la ligne.', ar: 'لكل بيع ثمن: صحّح السطر.' },
  },
  TOTAL_DIFFERS: {
    refuses: true,
    says: { en: 'The parts add up to {parts}, the total says {total}.', fr: 'Les parties font {parts}, le total dit {total}.', ar: 'مجموع الأجزاء {parts} والمجموع المكتوب {total}.' },
    remedy: { en: 'Find the line that differs; a paper is not corrected by hand.', fr: 'Trouvez la ligne qui diffère ; un document ne se corrige pas à la main.', ar: 'ابحث عن السطر المختلف؛ لا تُصحَّح الوثيقة باليد.' },
  },
  CURRENCIES_MIXED: {
    refuses: true,
    says: { en: 'Line {line} is in {currency}, the invoice in {expected}.', fr: 'La ligne {line} est en {currency}, la facture en {expected}.', ar: 'السطر {line} بعملة {currency} والفاتورة بعملة {expected}.' },
    remedy: { en: 'One invoice, one currency: split the order.', fr: 'Une facture, une devise : scindez la commande.', ar: 'فاتورة واحدة بعملة واحدة: قسّم الطلبية.' },
  },
  COUNTRY_UNKNOWN: {
    refuses: true,
    says: { en: '“{country}” is not an ISO country code.', fr: '« {country} » n’est pas un code pays ISO.', ar: '«{country}» ليس رمز بلد وفق ISO.' },
    remedy: { en: 'Choose the country from the list.', fr: 'Choisissez le pays dans la liste.', ar: 'اختر البلد من اللائحة.' },
  },
  LETTERS_MISSING: {
    refuses: false,
    says: { en: 'Letters that cannot be printed: {letters}', fr: 'Lettres impossibles à imprimer : {letters}', ar: 'حروف تتعذر طباعتها: {letters}' },
    remedy: { en: 'Write it in Latin or Arabic letters: each of these is printed as a question mark.', fr: 'Écrivez-le en lettres latines ou arabes : chacune de celles-ci est imprimée comme un point d’interrogation.', ar: 'اكتبه بحروف لاتينية أو عربية: كل حرف من هذه يُطبع علامة استفهام.' },
  },
  SELLER_INCOMPLETE: {
    refuses: false,
    says: { en: 'The exporter’s {missing} is not on record.', fr: 'Il manque pour l’exportateur : {missing}.', ar: 'بيانات المصدّر غير المسجلة: {missing}.' },
    remedy: { en: 'Complete the exporter’s details once; every later paper carries them.', fr: 'Complétez la fiche de l’exportateur une fois ; tous les documents la reprendront.', ar: 'أكمل بيانات المصدّر مرة واحدة؛ ثم تحملها كل الوثائق.' },
  },
  WEIGHT_NOT_MEASURED: {
    refuses: false,
    says: { en: 'Weights are those the makers declared; nothing is packed yet.', fr: 'Poids déclarés par les artisans ; rien n’est encore emballé.', ar: 'الأوزان كما صرّح بها الصناع؛ لم يُغلَّف شيء بعد.' },
    remedy: { en: 'Pack and weigh: the papers are drawn up again with the measured weights.', fr: 'Emballez et pesez : les documents seront refaits avec les poids mesurés.', ar: 'غلّف القطع وزِنها: يُعاد تحرير الوثائق بالأوزان المقيسة.' },
  },
  ORIGIN_FOR_DESK: {
    refuses: true,
    says: { en: 'Origin is not declared automatically: {why}.', fr: 'L’origine n’est pas déclarée automatiquement : {why}.', ar: 'لا يُصرَّح بالمنشأ تلقائياً: {why}.' },
    remedy: { en: 'The export desk records its decision and the proof’s number.', fr: 'Le bureau d’export enregistre sa décision et le numéro de la preuve.', ar: 'يسجل مكتب التصدير قراره ورقم الإثبات.' },
  },
  EUR1_NUMBER_MISSING: {
    refuses: true,
    says: { en: 'A movement certificate EUR.1 is needed: {why}.', fr: 'Un certificat EUR.1 est nécessaire : {why}.', ar: 'شهادة التنقل EUR.1 لازمة: {why}.' },
    remedy: { en: 'Have customs endorse the form from this data sheet, then record its number.', fr: 'Faites viser le formulaire par la douane à partir de cette fiche, puis enregistrez son numéro.', ar: 'اطلب تأشيرة الجمارك على الاستمارة اعتماداً على ورقة البيانات هذه، ثم سجّل رقمها.' },
  },
  POSTAL_IDENTIFIER_MISSING: {
    refuses: true,
    says: { en: 'It goes by post, and the post’s item number (S10) is not recorded.', fr: 'L’envoi part par la poste et son numéro postal (S10) n’est pas enregistré.', ar: 'تُرسل البضاعة بالبريد ولم يُسجَّل رقم البعيثة (S10).' },
    remedy: { en: 'Record the thirteen characters of the post’s label under “how it travels”, like RR123456785MA.', fr: 'Enregistrez les treize caractères de l’étiquette postale sous « comment il voyage », par exemple RR123456785MA.', ar: 'سجّل رموز ملصق البريد الثلاثة عشر في خانة طريقة الإرسال، مثل RR123456785MA.' },
  },
  CARRIAGE_UNDECIDED: {
    refuses: false,
    says: { en: 'Nobody has recorded how it travels: the item number is still empty.', fr: 'Le mode d’envoi n’est pas enregistré : le numéro de l’envoi est encore vide.', ar: 'لم تُسجَّل طريقة الإرسال: رقم البعيثة فارغ.' },
    remedy: { en: 'Record post or courier, with its number, before it leaves.', fr: 'Enregistrez la poste ou le coursier, avec son numéro, avant le départ.', ar: 'سجّل البريد أو الناقل السريع برقمه قبل المغادرة.' },
  },
  PARCELS_ONE_NUMBER: {
    refuses: false,
    says: { en: '{packages} packages and one item number: each postal parcel has a number of its own.', fr: '{packages} colis et un seul numéro : chaque colis postal a le sien.', ar: 'عدد الطرود {packages} والرقم واحد: لكل طرد بريدي رقمه.' },
    remedy: { en: 'Send them as one package, or ask the post for a declaration for each.', fr: 'Expédiez en un seul colis, ou demandez à la poste une déclaration par colis.', ar: 'أرسلها في طرد واحد، أو اطلب من البريد تصريحاً لكل طرد.' },
  },
  CARRIAGE_INCOMPLETE: {
    refuses: true,
    says: { en: 'The carriage is not complete: {missing}.', fr: 'Le transport est incomplet : {missing}.', ar: 'بيانات النقل ناقصة: {missing}.' },
    remedy: { en: 'Complete it under “how it travels”.', fr: 'Complétez-le sous « comment il voyage ».', ar: 'أكملها في خانة طريقة الإرسال.' },
  },
  WOOD_NOT_SAID: {
    refuses: true,
    says: { en: 'Nobody has said whether the packages contain wood.', fr: 'Il n’est pas dit si les colis contiennent du bois.', ar: 'لم يُذكر هل تحتوي الطرود على خشب.' },
    remedy: { en: 'Record under “how it travels”: no wood, processed wood, or treated wood with its mark.', fr: 'Enregistrez sous « comment il voyage » : sans bois, bois transformé, ou bois traité avec sa marque.', ar: 'سجّل في خانة طريقة الإرسال: بلا خشب، أو خشب مصنّع، أو خشب معالَج بعلامته.' },
  },
  WOOD_TO_SAY: {
    refuses: false,
    says: { en: 'Goods this heavy are often crated, and nobody has said whether the packages contain wood.', fr: 'De telles marchandises partent souvent en caisse, et il n’est pas dit si les colis contiennent du bois.', ar: 'كثيراً ما تُرسل هذه البضائع في صناديق، ولم يُذكر هل تحتوي الطرود على خشب.' },
    remedy: { en: 'Record it under “how it travels” before it leaves.', fr: 'Enregistrez-le sous « comment il voyage » avant le départ.', ar: 'سجّل ذلك في خانة طريقة الإرسال قبل المغادرة.' },
  },
  WOOD_MARK_MISSING: {
    refuses: true,
    says: { en: 'The wood is treated, and its mark is not recorded.', fr: 'Le bois est traité et sa marque n’est pas enregistrée.', ar: 'الخشب معالَج ولم تُسجَّل علامته.' },
    remedy: { en: 'Copy the mark from the crate, like “IPPC MA-123 HT”.', fr: 'Recopiez la marque de la caisse, par exemple « IPPC MA-123 HT ».', ar: 'انقل العلامة من الصندوق، مثل «IPPC MA-123 HT».' },
  },
  FORM_TOO_LONG: {
    refuses: true,
    says: { en: 'The descriptions are longer than box 8 of the form.', fr: 'Les désignations dépassent la case 8 du formulaire.', ar: 'الأوصاف أطول من الخانة 8 من الاستمارة.' },
    remedy: { en: 'Type “as per invoice” with its number on the form from the data sheet, or use a form for each part.', fr: 'Saisissez « selon facture » et son numéro d’après la fiche, ou utilisez un formulaire par partie.', ar: 'اكتب «حسب الفاتورة» ورقمها اعتماداً على ورقة البيانات، أو استعمل استمارة لكل جزء.' },
  },
  EUR_MED_TO_UNION: {
    refuses: true,
    says: { en: 'The Union no longer takes an EUR-MED from Morocco (Decision 1/2025, 2 October 2025).', fr: 'L’Union n’accepte plus l’EUR-MED du Maroc (décision 1/2025 du 2 octobre 2025).', ar: 'لم يعد الاتحاد يقبل شهادة EUR-MED من المغرب (القرار 1/2025 بتاريخ 2 أكتوبر 2025).' },
    remedy: { en: 'Use the movement certificate EUR.1.', fr: 'Utilisez le certificat EUR.1.', ar: 'استعمل شهادة التنقل EUR.1.' },
  },
  ARABIC_NAME_MISSING: {
    refuses: true,
    says: { en: 'The Arab certificate is filled in Arabic, and the exporter’s name in Arabic is not on record.', fr: 'Le certificat arabe se remplit en arabe et le nom arabe de l’exportateur n’est pas enregistré.', ar: 'تُحرَّر شهادة المنشأ العربية بالعربية، واسم المصدّر بالعربية غير مسجل.' },
    remedy: { en: 'Give it once in the exporter’s details.', fr: 'Indiquez-le une fois dans la fiche de l’exportateur.', ar: 'أدخله مرة واحدة في بيانات المصدّر.' },
  },
  ARABIC_DESCRIPTION_MISSING: {
    refuses: true,
    says: { en: 'Line {line} has no description in Arabic, which this certificate requires.', fr: 'La ligne {line} n’a pas de désignation en arabe, exigée par ce certificat.', ar: 'ينقص السطر {line} الوصف بالعربية الذي تشترطه هذه الشهادة.' },
    remedy: { en: 'Add the Arabic title of the piece.', fr: 'Ajoutez le titre arabe de la pièce.', ar: 'أضف عنوان القطعة بالعربية.' },
  },
  LOCAL_VALUE_NOT_SHOWN: {
    refuses: false,
    says: { en: 'Line {line} holds imported materials: 40 % of local value has to be shown to the chamber.', fr: 'La ligne {line} contient des matières importées : 40 % de valeur locale à justifier auprès de la chambre.', ar: 'يحتوي السطر {line} على مواد مستوردة: يجب أن تُثبَت لدى الغرفة قيمة مضافة محلية قدرها 40 %.' },
    remedy: { en: 'Keep the maker’s costs of materials and work with the file.', fr: 'Gardez au dossier les coûts de matières et de travail de l’artisan.', ar: 'احفظ في الملف تكاليف المواد والعمل لدى الصانع.' },
  },
  ADDRESS_INCOMPLETE: {
    refuses: false,
    says: { en: 'The consignee’s address is not complete: {missing}.', fr: 'L’adresse du destinataire est incomplète : {missing}.', ar: 'عنوان المرسل إليه ناقص: {missing}.' },
    remedy: { en: 'Ask the buyer; parcels with incomplete addresses are held.', fr: 'Demandez à l’acheteur ; un colis à l’adresse incomplète est retenu.', ar: 'اسأل المشتري؛ فالطرود الناقصة العنوان تُحتجز.' },
  },
  IMPORTER_ID_MISSING: {
    refuses: false,
    says: { en: 'The buyer is a business without its EORI, VAT or EIN number.', fr: 'L’acheteur est une entreprise sans numéro EORI, TVA ou EIN.', ar: 'المشتري مقاولة بلا رقم EORI أو ضريبي أو EIN.' },
    remedy: { en: 'Ask the buyer for it: the carrier’s broker clears under it.', fr: 'Demandez-le : le transporteur dédouane sous ce numéro.', ar: 'اطلبه من المشتري: به يعشّر الناقل البضاعة.' },
  },
  REPRESENTATIVE_MISSING: {
    refuses: false,
    says: { en: 'Duty is paid for the buyer, and no representative with an EORI is on record where it is paid.', fr: 'Les droits sont payés pour l’acheteur et aucun représentant avec EORI n’est enregistré à destination.', ar: 'تُؤدى الرسوم عن المشتري، ولم يُسجَّل ممثل برقم EORI في بلد الأداء.' },
    remedy: { en: 'Record the representative’s EORI in the exporter’s details, or have the carrier clear in his own name.', fr: 'Enregistrez l’EORI du représentant dans la fiche de l’exportateur, ou faites dédouaner le transporteur en son nom.', ar: 'سجّل رقم EORI للممثل في بيانات المصدّر، أو اجعل الناقل يعشّر باسمه.' },
  },
  HS_MATERIAL_DIFFERS: {
    refuses: false,
    says: { en: 'Line {line}: code {code} does not fit the materials ({material}).', fr: 'Ligne {line} : le code {code} ne correspond pas aux matières ({material}).', ar: 'السطر {line}: الرمز {code} لا يوافق المواد ({material}).' },
    remedy: { en: 'Correct the code of the line, or complete its materials.', fr: 'Corrigez le code de la ligne ou complétez ses matières.', ar: 'صحّح رمز السطر أو أكمل مواده.' },
  },
  FIBRE_NAME_WRONG: {
    refuses: true,
    says: { en: 'Line {line}: “{material}” is not the legal name of a fibre.', fr: 'Ligne {line} : « {material} » n’est pas le nom légal d’une fibre.', ar: 'السطر {line}: «{material}» ليس الاسم القانوني لليف.' },
    remedy: { en: 'Give the fibre as tested: sabra is usually viscose.', fr: 'Indiquez la fibre telle qu’analysée : la sabra est en général de la viscose.', ar: 'اذكر الليف كما ثبت بالتحليل: الصبرة في الغالب فيسكوز.' },
  },
  LABEL_LANGUAGE_UNKNOWN: {
    refuses: false,
    says: { en: 'The language of labels in {country} is not on record; this one is in English.', fr: 'La langue des étiquettes de {country} n’est pas enregistrée ; celle-ci est en anglais.', ar: 'لغة الملصقات في {country} غير مسجلة؛ وهذه بالإنجليزية.' },
    remedy: { en: 'Have it translated into the language of the country of sale.', fr: 'Faites-la traduire dans la langue du pays de vente.', ar: 'اطلب ترجمتها إلى لغة بلد البيع.' },
  },
  CERTIFICATE_NUMBER_MISSING: {
    refuses: true,
    says: { en: 'The {certificate} is needed, and its number is not recorded.', fr: 'Il faut le {certificate} et son numéro n’est pas enregistré.', ar: 'تلزم {certificate} ولم يُسجَّل رقمها.' },
    remedy: { en: 'Have it certified from the sheet in this file, then record its number.', fr: 'Faites-le viser à partir de la fiche de ce dossier, puis enregistrez son numéro.', ar: 'اطلب المصادقة عليها اعتماداً على ورقة هذا الملف ثم سجّل رقمها.' },
  },
  FIBRES_INCOMPLETE: {
    refuses: true,
    says: { en: 'The fibres of line {line} add up to {percent} %.', fr: 'Les fibres de la ligne {line} font {percent} %.', ar: 'مجموع ألياف السطر {line} هو {percent} %.' },
    remedy: { en: 'Give each fibre and its share by weight, 100 % in all.', fr: 'Donnez chaque fibre et sa part en poids, 100 % en tout.', ar: 'اذكر كل ليف ونسبته من الوزن، والمجموع 100 %.' },
  },
  FOOD_CONTACT_UNPROVEN: {
    refuses: false,
    says: { en: 'Line {line} touches food, and no certificate holds the laboratory’s lead and cadmium: it travels without its declaration of compliance.', fr: 'La ligne {line} touche les aliments et aucun certificat ne porte le plomb et le cadmium mesurés : elle voyage sans déclaration de conformité.', ar: 'السطر {line} يلامس الطعام ولا شهادة تتضمن قياس الرصاص والكادميوم: تُرسل القطعة دون تصريح بالمطابقة.' },
    remedy: { en: 'Have the centre test and certify it, or sell it as decorative only.', fr: 'Faites-la tester et certifier par le centre, ou vendez-la comme décorative.', ar: 'اطلب فحصها واعتمادها من المركز، أو بِعها للزينة فقط.' },
  },
  CARPET_NOT_STAMPED: {
    refuses: false,
    says: { en: 'Carpet of line {line} has no sealed label on record; customs may hold it at export.', fr: 'Le tapis de la ligne {line} n’a pas de plomb enregistré ; la douane peut le retenir.', ar: 'لا بطاقة مختومة مسجلة لزربية السطر {line}؛ قد تحتجزها الجمارك عند التصدير.' },
    remedy: { en: 'Bring it to the stamping office and certify it with its label.', fr: 'Présentez-le au bureau d’estampillage et certifiez-le avec son plomb.', ar: 'قدّمها إلى مكتب الدمغ واطلب اعتمادها ببطاقتها المختومة.' },
  },
  COSTS_NOT_RECORDED: {
    refuses: false,
    says: { en: 'Line {line}: costs of materials and of processing are not on record; US customs may ask for them (19 CFR 10.764).', fr: 'Ligne {line} : les coûts des matières et de la transformation ne sont pas enregistrés ; la douane américaine peut les demander (19 CFR 10.764).', ar: 'السطر {line}: تكاليف المواد والتحويل غير مسجلة؛ وقد تطلبها الجمارك الأمريكية (19 CFR 10.764).' },
    remedy: { en: 'Ask the maker for both and keep them with the file.', fr: 'Demandez-les à l’artisan et gardez-les au dossier.', ar: 'اطلب التكلفتين من الصانع واحفظهما في الملف.' },
  },
  // A warning: what is wholly of Morocco passes without the test, and a person weighs the rest.
  VALUE_CONTENT_LOW: {
    refuses: false,
    says: { en: 'Line {line}: materials and work of the two countries are {percent} % of the ex-works price; the agreement asks for {asked} %.', fr: 'Ligne {line} : matières et travail des deux pays font {percent} % du prix départ usine ; l’accord demande {asked} %.', ar: 'السطر {line}: تمثل مواد البلدين وعملهما {percent} % من الثمن عند باب الورشة؛ ويشترط الاتفاق {asked} %.' },
    remedy: { en: 'Correct the maker’s costs if they are wrong; otherwise the goods enter without the preference.', fr: 'Corrigez les coûts de l’artisan s’ils sont faux ; sinon les marchandises entrent sans préférence.', ar: 'صحّح تكاليف الصانع إن كانت خاطئة؛ وإلا دخلت البضاعة دون أفضلية.' },
  },
  RESPONSIBLE_PERSON_MISSING: {
    refuses: true,
    says: { en: 'Nobody answers for the goods in the Union: neither the exporter nor the house has named a responsible person (Regulation (EU) 2023/988, article 16).', fr: 'Personne ne répond des marchandises dans l’Union : ni l’exportateur ni la maison n’a désigné de personne responsable (règlement (UE) 2023/988, article 16).', ar: 'لا أحد مسؤول عن البضاعة داخل الاتحاد: لم يعيّن المصدّر ولا الدار شخصاً مسؤولاً (النظام الأوروبي 2023/988، المادة 16).' },
    remedy: { en: 'Give its name, postal and electronic address in the exporter’s details, or have an administrator name the house’s under “Responsible person”.', fr: 'Indiquez son nom et ses adresses postale et électronique dans la fiche de l’exportateur, ou faites désigner celle de la maison par un administrateur, sous « Personne responsable ».', ar: 'أدخل اسمه وعنوانه البريدي والإلكتروني في بيانات المصدّر، أو اطلب من المسؤول أن يعيّن شخص الدار في صفحة «الشخص المسؤول».' },
  },
  PAPERS_DISAGREE: {
    refuses: true,
    says: {
      en: 'Different {what}: {paper} says {value}, {other} says {otherValue} (box {otherBox}).',
      fr: 'Différence, {what} : {paper} dit {value}, {other} dit {otherValue} (case {otherBox}).',
      ar: 'اختلاف في {what}: تقول {paper} {value} وتقول {other} {otherValue} (الخانة {otherBox}).',
    },
    remedy: { en: 'Find which is right, correct it where it is recorded, and both papers are drawn up again.', fr: 'Trouvez la bonne valeur, corrigez-la là où elle est enregistrée, et les deux documents seront refaits.', ar: 'حدّد القيمة الصحيحة وصحّحها حيث سُجّلت، فتُحرَّر الوثيقتان من جديد.' },
  },
  LINES_DISAGREE: {
    refuses: true,
    says: {
      en: 'Line {line}, different {what}: {paper} says {value}, {other} says {otherValue} (box {otherBox}).',
      fr: 'Ligne {line}, différence, {what} : {paper} dit {value}, {other} dit {otherValue} (case {otherBox}).',
      ar: 'السطر {line}، اختلاف في {what}: تقول {paper} {value} وتقول {other} {otherValue} (الخانة {otherBox}).',
    },
    remedy: { en: 'Correct the line on the file’s page; both papers are drawn up again.', fr: 'Corrigez la ligne sur la page du dossier ; les deux documents seront refaits.', ar: 'صحّح السطر في صفحة الملف، فتُحرَّر الوثيقتان من جديد.' },
  },
  RENDER_FAILED: {
    refuses: true,
    says: { en: 'It could not be printed: {detail}', fr: 'L’impression a échoué.', ar: 'تعذرت الطباعة.' },
    remedy: { en: 'Try again; if it fails again, tell the export desk.', fr: 'Réessayez ; si cela échoue encore, prévenez le bureau d’export.', ar: 'أعد المحاولة؛ وإن تكرر ذلك فأخبر مكتب التصدير.' },
  },
});

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing wrong in one box of one paper. */
export interface Problem {
  readonly code: ProblemCode;
  readonly box: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

export function problem(code: ProblemCode, box: string, params: Problem['params'] = {}): Problem {
  return { code, box, params };
}

export function refuses(problems: readonly Problem[]): boolean {
  return problems.some((p) => PROBLEMS[p.code].refuses);
}

/** A country as the reader calls it; what is no code stays as it was written. */
function countryIn(code: string, locale: Locale): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code) : code;
}

/** The box, the sentence and the remedy in the reader's language. */
export function explain(p: Problem, locale: Locale): { box: string; message: string; remedy: string } {
  const said = (name: string): string => (name === 'country' && p.code !== 'COUNTRY_UNKNOWN' ? countryIn(String(p.params[name]), locale) : name === 'otherBox' ? boxIn(String(p.params[name]), locale) : inWords(p.params[name]!, locale));
  const fill = (words: Words): string => words[locale].replace(/\{(\w+)\}/g, (whole, name: string) => (name in p.params ? said(name) : whole));
  const { says, remedy } = PROBLEMS[p.code];
  return { box: boxIn(p.box, locale), message: fill(says), remedy: fill(remedy) };
}
