import { byCode, type Word } from './word.js';

/** The trade an operation belongs to, for a form that shows them together. */
export type OperationGroup = 'textile' | 'leather' | 'clay' | 'metal' | 'wood' | 'other' | 'minimal';

export interface OperationWord extends Word {
  readonly group: OperationGroup;
}

/** What is done to a piece in Morocco. Rules of origin ask for the work itself, not for the style: which of these confer origin is theirs to say. */
export const operations = byCode<OperationWord>([
  { code: 'spinning', group: 'textile', en: 'Spinning', fr: 'Filage', ar: 'الغزل' },
  { code: 'yarn-dyeing', group: 'textile', en: 'Dyeing the yarn', fr: 'Teinture des fils', ar: 'صباغة الخيوط' },
  { code: 'weaving', group: 'textile', en: 'Weaving', fr: 'Tissage', ar: 'النسج' },
  { code: 'knotting', group: 'textile', en: 'Knotting on the loom', fr: 'Nouage sur métier', ar: 'العقد على النول' },
  { code: 'tufting', group: 'textile', en: 'Tufting', fr: 'Touffetage', ar: 'غرز الوبر' },
  { code: 'knitting', group: 'textile', en: 'Knitting or crochet', fr: 'Tricot ou crochet', ar: 'الحياكة أو الكروشيه' },
  { code: 'felting', group: 'textile', en: 'Felting', fr: 'Feutrage', ar: 'التلبيد' },
  { code: 'braiding', group: 'textile', en: 'Braiding', fr: 'Tressage de passementerie', ar: 'الضفر' },
  { code: 'dyeing', group: 'textile', en: 'Dyeing the cloth', fr: 'Teinture du tissu', ar: 'صباغة القماش' },
  { code: 'printing', group: 'textile', en: 'Printing', fr: 'Impression', ar: 'الطباعة' },
  { code: 'finishing', group: 'textile', en: 'Finishing the cloth (two operations)', fr: 'Finissage du tissu (deux opérations)', ar: 'تجهيز القماش (عمليتان)' },
  { code: 'embroidering', group: 'textile', en: 'Embroidering', fr: 'Broderie', ar: 'الطرز' },
  { code: 'making-up', group: 'textile', en: 'Cutting and sewing', fr: 'Coupe et confection', ar: 'التفصيل والخياطة' },
  { code: 'tanning', group: 'leather', en: 'Tanning', fr: 'Tannage', ar: 'الدباغة' },
  { code: 'leather-cutting', group: 'leather', en: 'Cutting leather', fr: 'Coupe du cuir', ar: 'تفصيل الجلد' },
  { code: 'leather-stitching', group: 'leather', en: 'Stitching leather', fr: 'Couture du cuir', ar: 'خياطة الجلد' },
  { code: 'shoemaking', group: 'leather', en: 'Lasting and soling shoes', fr: 'Montage de chaussures', ar: 'تركيب الأحذية' },
  { code: 'throwing', group: 'clay', en: 'Throwing or moulding clay', fr: 'Tournage ou moulage', ar: 'تشكيل الطين' },
  { code: 'firing', group: 'clay', en: 'Firing', fr: 'Cuisson', ar: 'الشيّ في الفرن' },
  { code: 'glazing', group: 'clay', en: 'Glazing', fr: 'Émaillage', ar: 'التزجيج' },
  { code: 'tile-cutting', group: 'clay', en: 'Cutting zellige', fr: 'Taille de zellige', ar: 'تقطيع الزليج' },
  { code: 'hand-painting', group: 'clay', en: 'Painting by hand', fr: 'Décor à la main', ar: 'الزخرفة اليدوية' },
  { code: 'glass-blowing', group: 'clay', en: 'Blowing glass', fr: 'Soufflage de verre', ar: 'نفخ الزجاج' },
  { code: 'glass-cutting', group: 'clay', en: 'Cutting glass', fr: 'Taille du verre', ar: 'نقش الزجاج' },
  { code: 'forging', group: 'metal', en: 'Forging', fr: 'Forge', ar: 'الحدادة' },
  { code: 'casting', group: 'metal', en: 'Casting', fr: 'Fonte', ar: 'الصب' },
  { code: 'hammering', group: 'metal', en: 'Hammering and chasing sheet', fr: 'Martelage et ciselure', ar: 'الطرق والنقش' },
  { code: 'soldering', group: 'metal', en: 'Soldering and fitting', fr: 'Soudure et montage', ar: 'اللحام والتركيب' },
  { code: 'jewellery-making', group: 'metal', en: 'Goldsmith’s work', fr: 'Bijouterie', ar: 'صياغة الحلي' },
  { code: 'turning', group: 'wood', en: 'Turning', fr: 'Tournage sur bois', ar: 'الخراطة' },
  { code: 'joinery', group: 'wood', en: 'Joinery', fr: 'Menuiserie', ar: 'النجارة' },
  { code: 'carving', group: 'wood', en: 'Carving', fr: 'Sculpture', ar: 'النقش على الخشب' },
  { code: 'inlaying', group: 'wood', en: 'Inlaying', fr: 'Marqueterie', ar: 'التطعيم' },
  { code: 'plaiting', group: 'wood', en: 'Plaiting baskets', fr: 'Vannerie', ar: 'صناعة السلال' },
  { code: 'stone-cutting', group: 'other', en: 'Cutting stone', fr: 'Taille de pierre', ar: 'نحت الحجر' },
  { code: 'oil-pressing', group: 'other', en: 'Pressing oil', fr: 'Pressage d’huile', ar: 'عصر الزيت' },
  { code: 'soap-boiling', group: 'other', en: 'Boiling soap', fr: 'Savonnerie', ar: 'طبخ الصابون' },
  { code: 'instrument-making', group: 'other', en: 'Instrument making', fr: 'Lutherie', ar: 'صناعة الآلات الموسيقية' },
  { code: 'bookbinding', group: 'other', en: 'Bookbinding', fr: 'Reliure', ar: 'التجليد' },
  { code: 'simple-assembly', group: 'minimal', en: 'Simple assembly of parts', fr: 'Simple assemblage', ar: 'تجميع بسيط' },
  { code: 'simple-painting', group: 'minimal', en: 'Simple painting or polishing', fr: 'Simple peinture ou polissage', ar: 'صباغة أو صقل بسيط' },
  { code: 'washing', group: 'minimal', en: 'Washing', fr: 'Lavage', ar: 'الغسل' },
  { code: 'ironing', group: 'minimal', en: 'Ironing', fr: 'Repassage', ar: 'الكي' },
  { code: 'sorting', group: 'minimal', en: 'Sorting', fr: 'Tri', ar: 'الفرز' },
  { code: 'labelling', group: 'minimal', en: 'Labelling', fr: 'Étiquetage', ar: 'وضع الملصقات' },
  { code: 'packing', group: 'minimal', en: 'Packing', fr: 'Emballage', ar: 'التغليف' },
]);
