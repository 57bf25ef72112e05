import type { Locale } from '#libs/kernel';
import { inWords } from './problem-words.js';

type Words = Readonly<Record<Locale, string>>;

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
    says: { en: 'Line {line} has no six-digit HS code.', fr: 'La ligne {line} n’a pas de code SH à six chiffres.', ar: 'السطر {line} بلا رمز منسق من ستة أرقام.' },
    remedy: { en: 'Choose the code from the handicraft table.', fr: 'Choisissez le code dans la table de l’artisanat.', ar: 'اختر الرمز من جدول الصناعة التقليدية.' },
  },
  DESCRIPTION_VAGUE: {
    refuses: true,
    says: { en: 'Line {line} is described in fewer than three words: customs asks what it is, of what, how made.', fr: 'La ligne {line} est décrite en moins de trois mots : la douane demande ce que c’est, en quoi, fait comment.', ar: 'وصف السطر {line} أقل من ثلاث كلمات: تسأل الجمارك ما هو، ومم صنع، وكيف.' },
    remedy: { en: 'Write at least three words, like “hand-knotted wool carpet”.', fr: 'Écrivez au moins trois mots, comme « tapis de laine noué main ».', ar: 'اكتب ثلاث كلمات على الأقل، مثل «زربية صوف معقودة يدويا».' },
  },
  DESCRIPTION_SCRIPT: {
    refuses: true,
    says: { en: 'Line {line} has no description in Latin letters, which {country} requires.', fr: 'La ligne {line} n’a pas de désignation en lettres latines, exigée en {country}.', ar: 'السطر {line} بلا وصف بالحروف اللاتينية الذي تشترطه {country}.' },
    remedy: { en: 'Add an English or French description.', fr: 'Ajoutez une désignation en anglais ou en français.', ar: 'أضف وصفا بالإنجليزية أو الفرنسية.' },
  },
  WEIGHT_ZERO: {
    refuses: true,
    says: { en: 'Line {line} has no net weight.', fr: 'La ligne {line} n’a pas de poids net.', ar: 'السطر {line} بلا وزن صاف.' },
    remedy: { en: 'Weigh the piece and record it.', fr: 'Pesez la pièce et enregistrez son poids.', ar: 'زن القطعة وسجل وزنها.' },
  },
  NET_ABOVE_GROSS: {
    refuses: true,
    says: { en: 'Net weight {net} kg is above gross weight {gross} kg.', fr: 'Le poids net {net} kg dépasse le poids brut {gross} kg.', ar: 'الوزن الصافي {net} كغ يفوق الوزن الإجمالي {gross} كغ.' },
    remedy: { en: 'Weigh the closed packages again.', fr: 'Pesez de nouveau les colis fermés.', ar: 'أعد وزن الطرود المغلقة.' },
  },
  VALUE_ZERO: {
    refuses: true,
    says: { en: 'Line {line} has no value.', fr: 'La ligne {line} n’a pas de valeur.', ar: 'السطر {line} بلا قيمة.' },
    remedy: { en: 'A sale has a price: correct the line.', fr: 'Une vente a un prix : corrigez la ligne.', ar: 'للبيع ثمن: صحح السطر.' },
  },
  TOTAL_DIFFERS: {
    refuses: true,
    says: { en: 'The parts add up to {parts}, the total says {total}.', fr: 'Les parties font {parts}, le total dit {total}.', ar: 'مجموع الأجزاء {parts} والمجموع المكتوب {total}.' },
    remedy: { en: 'Find the line that differs; a paper is not corrected by hand.', fr: 'Trouvez la ligne qui diffère ; un document ne se corrige pas à la main.', ar: 'ابحث عن السطر المختلف؛ لا تصحح الوثيقة باليد.' },
  },
  CURRENCIES_MIXED: {
    refuses: true,
    says: { en: 'Line {line} is in {currency}, the invoice in {expected}.', fr: 'La ligne {line} est en {currency}, la facture en {expected}.', ar: 'السطر {line} بعملة {currency} والفاتورة بعملة {expected}.' },
    remedy: { en: 'One invoice, one currency: split the order.', fr: 'Une facture, une devise : scindez la commande.', ar: 'فاتورة واحدة بعملة واحدة: قسم الطلبية.' },
  },
  COUNTRY_UNKNOWN: {
    refuses: true,
    says: { en: '“{country}” is not an ISO country code.', fr: '« {country} » n’est pas un code pays ISO.', ar: '«{country}» ليس رمز بلد دولي.' },
    remedy: { en: 'Choose the country from the list.', fr: 'Choisissez le pays dans la liste.', ar: 'اختر البلد من القائمة.' },
  },
  LETTERS_MISSING: {
    refuses: false,
    says: { en: 'Letters that cannot be printed: {letters}', fr: 'Lettres impossibles à imprimer : {letters}', ar: 'حروف يتعذر طبعها: {letters}' },
    remedy: { en: 'Write it in Latin or Arabic letters: each of these is printed as a question mark.', fr: 'Écrivez-le en lettres latines ou arabes : chacune de celles-ci est imprimée comme un point d’interrogation.', ar: 'اكتبه بحروف لاتينية أو عربية: كل واحد من هذه يطبع علامة استفهام.' },
  },
  SELLER_INCOMPLETE: {
    refuses: false,
    says: { en: 'The exporter’s {missing} is not on record.', fr: 'Il manque pour l’exportateur : {missing}.', ar: 'لم تسجل بيانات المصدر: {missing}.' },
    remedy: { en: 'Complete the exporter’s details once; every later paper carries them.', fr: 'Complétez la fiche de l’exportateur une fois ; tous les documents la reprendront.', ar: 'أكمل بيانات المصدر مرة واحدة؛ وتحملها كل الوثائق بعد ذلك.' },
  },
  WEIGHT_NOT_MEASURED: {
    refuses: false,
    says: { en: 'Weights are those the makers declared; nothing is packed yet.', fr: 'Poids déclarés par les artisans ; rien n’est encore emballé.', ar: 'الأوزان كما صرح بها الصناع؛ لم يغلف شيء بعد.' },
    remedy: { en: 'Pack and weigh: the papers are drawn up again with the measured weights.', fr: 'Emballez et pesez : les documents seront refaits avec les poids mesurés.', ar: 'غلف وزن: تعاد الوثائق بالأوزان المقيسة.' },
  },
  ORIGIN_FOR_DESK: {
    refuses: true,
    says: { en: 'Origin is not declared automatically: {why}.', fr: 'L’origine n’est pas déclarée automatiquement : {why}.', ar: 'لا يصرح بالمنشأ آليا: {why}.' },
    remedy: { en: 'The export desk records its decision and the proof’s number.', fr: 'Le bureau export enregistre sa décision et le numéro de la preuve.', ar: 'يسجل مكتب التصدير قراره ورقم الإثبات.' },
  },
  EUR1_NUMBER_MISSING: {
    refuses: true,
    says: { en: 'A movement certificate EUR.1 is needed: {why}.', fr: 'Un certificat EUR.1 est nécessaire : {why}.', ar: 'شهادة التنقل EUR.1 لازمة: {why}.' },
    remedy: { en: 'Have customs endorse the form from this data sheet, then record its number.', fr: 'Faites viser le formulaire par la douane à partir de cette fiche, puis enregistrez son numéro.', ar: 'اطلب تأشيرة الجمارك على الاستمارة ثم سجل رقمها.' },
  },
  FIBRES_INCOMPLETE: {
    refuses: true,
    says: { en: 'The fibres of line {line} add up to {percent} %.', fr: 'Les fibres de la ligne {line} font {percent} %.', ar: 'مجموع ألياف السطر {line} هو {percent} %.' },
    remedy: { en: 'Give each fibre and its share by weight, 100 % in all.', fr: 'Donnez chaque fibre et sa part en poids, 100 % en tout.', ar: 'اذكر كل ليف ونسبته من الوزن، والمجموع 100 %.' },
  },
  FOOD_CONTACT_UNPROVEN: {
    refuses: false,
    says: { en: 'Line {line} touches food, and no certificate holds the laboratory’s lead and cadmium: it travels without its declaration of compliance.', fr: 'La ligne {line} touche les aliments et aucun certificat ne porte le plomb et le cadmium mesurés : elle voyage sans déclaration de conformité.', ar: 'السطر {line} يلامس الطعام ولا شهادة تحمل قياس الرصاص والكادميوم: يسافر دون تصريح بالمطابقة.' },
    remedy: { en: 'Have the centre test and certify it, or sell it as decorative only.', fr: 'Faites-la tester et certifier par le centre, ou vendez-la comme décorative.', ar: 'اطلب فحصه واعتماده من المركز، أو بعه للزينة فقط.' },
  },
  CARPET_NOT_STAMPED: {
    refuses: false,
    says: { en: 'Carpet of line {line} has no sealed label on record; customs may hold it at export.', fr: 'Le tapis de la ligne {line} n’a pas de plomb enregistré ; la douane peut le retenir.', ar: 'لا ختم مسجل لزربية السطر {line}؛ قد تحجزها الجمارك.' },
    remedy: { en: 'Bring it to the stamping office and certify it with its label.', fr: 'Présentez-le au bureau d’estampillage et certifiez-le avec son plomb.', ar: 'قدمها إلى مكتب الختم واعتمدها بختمها.' },
  },
  COSTS_NOT_RECORDED: {
    refuses: false,
    says: { en: 'Costs of materials and of processing are not on record; US customs may ask for them (19 CFR 10.764).', fr: 'Les coûts des matières et de la transformation ne sont pas enregistrés ; la douane américaine peut les demander (19 CFR 10.764).', ar: 'تكاليف المواد والتحويل غير مسجلة؛ وقد تطلبها الجمارك الأمريكية (19 CFR 10.764).' },
    remedy: { en: 'Ask the maker for both and keep them with the file.', fr: 'Demandez-les à l’artisan et gardez-les au dossier.', ar: 'اطلبها من الصانع واحفظها في الملف.' },
  },
  RESPONSIBLE_PERSON_MISSING: {
    refuses: false,
    says: { en: 'No responsible person in the Union is on record (Regulation (EU) 2023/988, article 16).', fr: 'Aucune personne responsable dans l’Union n’est enregistrée (règlement (UE) 2023/988, article 16).', ar: 'لا شخص مسؤول داخل الاتحاد مسجل (النظام 2023/988، المادة 16).' },
    remedy: { en: 'Record its name, postal and electronic address in the exporter’s details.', fr: 'Enregistrez son nom, son adresse postale et électronique dans la fiche de l’exportateur.', ar: 'سجل اسمه وعنوانه البريدي والإلكتروني في بيانات المصدر.' },
  },
  PAPERS_DISAGREE: {
    refuses: true,
    says: { en: '{what}: {paper} says {value}, {other} says {otherValue}.', fr: '{what} : {paper} dit {value}, {other} dit {otherValue}.', ar: '{what}: تقول {paper} {value} وتقول {other} {otherValue}.' },
    remedy: { en: 'Draw up both papers again.', fr: 'Refaites les deux documents.', ar: 'أعد تحرير الوثيقتين.' },
  },
  RENDER_FAILED: {
    refuses: true,
    says: { en: 'It could not be printed: {detail}', fr: 'Impression impossible : {detail}', ar: 'تعذر الطبع: {detail}' },
    remedy: { en: 'Try again; if it fails again, tell the export desk.', fr: 'Réessayez ; si cela échoue encore, prévenez le bureau export.', ar: 'أعد المحاولة؛ وإن تكرر فأخبر مكتب التصدير.' },
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

/** The sentence and the remedy in the reader's language. */
export function explain(p: Problem, locale: Locale): { message: string; remedy: string } {
  const fill = (words: Words): string => words[locale].replace(/\{(\w+)\}/g, (whole, name: string) => (name in p.params ? inWords(p.params[name]!, locale) : whole));
  const { says, remedy } = PROBLEMS[p.code];
  return { message: fill(says), remedy: fill(remedy) };
}
