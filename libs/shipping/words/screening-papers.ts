import type { Said } from './saying.js';

/** A paper that screening may ask for. `export_file` draws it up from the order; `maker` has to bring it, and the desk checks it. */
export interface ScreeningPaper {
  readonly from: 'export_file' | 'maker';
  readonly words: Said;
}

const file = (en: string, fr: string, ar: string): ScreeningPaper => ({ from: 'export_file', words: { en, fr, ar } });
const maker = (en: string, fr: string, ar: string): ScreeningPaper => ({ from: 'maker', words: { en, fr, ar } });

/** By kind. Those of the export file bear the names that room gives its papers. */
export const SCREENING_PAPERS: Readonly<Record<string, ScreeningPaper>> = {
  ceramics_declaration: file('ceramics declaration of compliance', 'déclaration de conformité des céramiques', 'تصريح مطابقة الخزف'),
  fibre_label: file('fibre label', 'étiquette de composition textile', 'ملصق مكونات النسيج'),
  gpsr_data: file('GPSR listing data', 'données GPSR de l’annonce', 'بيانات السلامة العامة للمنتج (GPSR)'),
  carpet_stamps: file('carpet stamp', 'estampille du tapis', 'دمغة الزربية'),
  wood_packaging: file('ISPM 15 statement when crated', 'déclaration NIMP 15 si mis en caisse', 'إفادة ISPM 15 عند التعبئة في صناديق خشبية'),
  lead_cadmium_report: maker('lead and cadmium test report', 'rapport d’essai plomb et cadmium', 'تقرير فحص الرصاص والكادميوم'),
  food_contact_statement: maker('food-contact statement', 'déclaration de contact alimentaire', 'تصريح ملامسة الأغذية'),
  chromium_report: maker('chromium VI test report (EN ISO 17075)', 'rapport d’essai chrome VI (EN ISO 17075)', 'تقرير فحص الكروم السداسي (EN ISO 17075)'),
  azo_statement: maker('azo dye statement of the dyer', 'attestation du teinturier sur les colorants azoïques', 'إقرار الصبّاغ بشأن أصباغ الآزو'),
  metals_statement: maker('nickel, lead and cadmium statement', 'attestation nickel, plomb et cadmium', 'إقرار النيكل والرصاص والكادميوم'),
  hallmark: maker('hallmark of the precious metal', 'poinçon du métal précieux', 'دمغة المعدن النفيس'),
  wool_label: maker('wool label of the Wool Act', 'étiquette laine (Wool Act)', 'ملصق الصوف (Wool Act)'),
  fibre_test: maker('fibre test of the sabra yarn', 'analyse de la fibre du fil de sabra', 'تحليل ألياف خيط الصبرة'),
  cites_permit: maker('CITES export permit', 'permis d’exportation CITES', 'رخصة تصدير CITES'),
  species_declaration: maker('species declaration', 'déclaration d’espèce', 'تصريح بالنوع الحيواني أو النباتي'),
  forest_permit: maker('forest permit of the thuya wood', 'permis forestier du bois de thuya', 'رخصة غابوية لخشب العرعار'),
  cultural_licence: maker('export licence for cultural goods', 'licence d’exportation de biens culturels', 'رخصة تصدير الممتلكات الثقافية'),
  cosmetic_notification: maker('cosmetic product notification and safety report', 'notification cosmétique et rapport de sécurité', 'التصريح بمنتج التجميل وتقرير السلامة'),
  mocra_listing: maker('MoCRA registration and listing', 'enregistrement et listage MoCRA', 'تسجيل MoCRA وإدراج المنتج'),
  weapons_permission: maker('weapons import permission', 'autorisation d’importation d’arme', 'ترخيص استيراد السلاح'),
  buyer_age_proof: maker('proof of the buyer’s age', 'preuve de l’âge de l’acheteur', 'إثبات سن المشتري'),
  eudr_reference: maker('deforestation due diligence reference', 'référence de diligence raisonnée (déforestation)', 'مرجع العناية الواجبة بشأن إزالة الغابات'),
  ce_declaration: maker('CE or UKCA declaration', 'déclaration CE ou UKCA', 'تصريح CE أو UKCA'),
  toy_report: maker('EN 71 test report', 'rapport d’essai EN 71', 'تقرير فحص EN 71'),
  childrens_certificate: maker('Children’s Product Certificate', 'certificat de produit pour enfants (CPC)', 'شهادة منتجات الأطفال'),
  candle_label: maker('CLP label and safety sheet', 'étiquette CLP et fiche de sécurité', 'ملصق CLP وبطاقة السلامة'),
  conformity_certificate: maker('certificate of conformity (SABER or ECAS)', 'certificat de conformité (SABER ou ECAS)', 'شهادة المطابقة (سابر أو ECAS)'),
};
