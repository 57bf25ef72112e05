import type { Locale } from '#libs/kernel';

type Other = Exclude<Locale, 'en'>;

/** Boxes of papers as the reader calls them; on paper they bear their English and French names side by side. */
const BOX_WORDS: Readonly<Record<string, Readonly<Record<Other, string>>>> = {
  Addressee: { fr: 'Destinataire', ar: 'المرسل إليه' },
  Amount: { fr: 'Montant', ar: 'المبلغ' },
  Articles: { fr: 'Articles', ar: 'الأصناف' },
  Buyer: { fr: 'Acheteur', ar: 'المشتري' },
  Carpets: { fr: 'Tapis', ar: 'الزرابي' },
  Carriage: { fr: 'Transport', ar: 'النقل' },
  Client: { fr: 'Client', ar: 'الزبون' },
  Composition: { fr: 'Composition', ar: 'التركيب' },
  Consignee: { fr: 'Destinataire', ar: 'المرسل إليه' },
  Contents: { fr: 'Contenu', ar: 'المحتوى' },
  'Country of destination': { fr: 'Pays de destination', ar: 'بلد الوجهة' },
  Description: { fr: 'Désignation', ar: 'الوصف' },
  Documents: { fr: 'Documents', ar: 'الوثائق' },
  'Elements 6 to 9': { fr: 'Éléments 6 à 9', ar: 'العناصر من 6 إلى 9' },
  Exporter: { fr: 'Exportateur', ar: 'المصدّر' },
  Goods: { fr: 'Marchandises', ar: 'البضائع' },
  'Gross weight': { fr: 'Poids brut', ar: 'الوزن الإجمالي' },
  'HS code': { fr: 'Code SH', ar: 'رمز النظام المنسق' },
  Importer: { fr: 'Importateur', ar: 'المستورد' },
  'Importer of record': { fr: 'Importateur officiel', ar: 'المستورد المسجل' },
  'Importer’s reference': { fr: 'Référence de l’importateur', ar: 'مرجع المستورد' },
  Invoice: { fr: 'Facture', ar: 'الفاتورة' },
  'Item number': { fr: 'N° de l’envoi', ar: 'رقم البعيثة' },
  Maker: { fr: 'Artisan', ar: 'الصانع' },
  Manufacturer: { fr: 'Fabricant', ar: 'المصنّع' },
  Mark: { fr: 'Marque', ar: 'العلامة' },
  'Net weight': { fr: 'Poids net', ar: 'الوزن الصافي' },
  Origin: { fr: 'Origine', ar: 'المنشأ' },
  Packages: { fr: 'Colis', ar: 'الطرود' },
  Paper: { fr: 'Document', ar: 'الوثيقة' },
  Pieces: { fr: 'Pièces', ar: 'القطع' },
  Postage: { fr: 'Frais de port', ar: 'رسوم البريد' },
  Products: { fr: 'Produits', ar: 'المنتجات' },
  'Proof of origin': { fr: 'Preuve d’origine', ar: 'إثبات المنشأ' },
  Quantity: { fr: 'Quantité', ar: 'الكمية' },
  'Responsible person': { fr: 'Personne responsable', ar: 'الشخص المسؤول' },
  Sender: { fr: 'Expéditeur', ar: 'المرسل' },
  Shipper: { fr: 'Expéditeur', ar: 'الشاحن' },
  'Terms of delivery': { fr: 'Conditions de livraison', ar: 'شروط التسليم' },
  Text: { fr: 'Texte', ar: 'النص' },
  Textiles: { fr: 'Textiles', ar: 'المنسوجات' },
  Total: { fr: 'Total', ar: 'المجموع' },
  'Total gross weight': { fr: 'Poids brut total', ar: 'مجموع الوزن الإجمالي' },
  Totals: { fr: 'Totaux', ar: 'المجاميع' },
  Value: { fr: 'Valeur', ar: 'القيمة' },
  'Value of the goods': { fr: 'Valeur des marchandises', ar: 'قيمة البضائع' },
  'Wood packaging': { fr: 'Emballage en bois', ar: 'التغليف الخشبي' },
};

const NUMBERED: Readonly<Record<Locale, string>> = { en: 'Box', fr: 'Case', ar: 'الخانة' };

/** A box in the reader's language; those of a form that bears another language keep the name printed on it. */
export function boxIn(box: string, locale: Locale): string {
  if (/^Box \d+$/.test(box)) return box.replace('Box', NUMBERED[locale]);
  return locale === 'en' ? box : (BOX_WORDS[box]?.[locale] ?? box);
}
