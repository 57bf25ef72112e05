/**
 * Branches and activities. Decree 2.21.991 lists 13 branches and 172 activities in two classes
 * (letempsmag.ma/?p=11023, checked 2026-11-24); its table is not published as data. These are the
 * art-and-production activities that the marketplace can export, under codes of our own, general
 * knowledge until the ministry's table is loaded over them. Services are outside an export market.
 */
export interface Branch {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  /** Code, English, French and Arabic name. */
  readonly activities: readonly (readonly [code: string, en: string, fr: string, ar: string])[];
}

export const BRANCHES: readonly Branch[] = [
  { code: 'carpets', en: 'Carpets and rugs', fr: 'Tapis', ar: 'الزرابي', activities: [
    ['knotted-carpet', 'Knotted carpets', 'Tapis noué', 'الزربية المعقودة'], ['flatwoven-rug', 'Flat-woven rugs', 'Tapis tissé (hanbel, kilim)', 'الحنبل'],
    ['boucherouite', 'Rag rugs', 'Boucherouite', 'بوشرويط'], ['mat-weaving', 'Mats', 'Nattes', 'الحصائر'],
  ] },
  { code: 'textile', en: 'Weaving and embroidery', fr: 'Tissage et broderie', ar: 'النسيج والطرز', activities: [
    ['hand-weaving', 'Hand weaving', 'Tissage à la main', 'الدرازة'], ['embroidery', 'Embroidery', 'Broderie', 'الطرز'],
    ['brocade', 'Brocade', 'Brocart', 'البروكار'], ['passementerie', 'Trimmings', 'Passementerie', 'المجادلية'], ['wool-dyeing', 'Dyeing', 'Teinture', 'الصباغة'],
  ] },
  { code: 'clothing', en: 'Traditional clothing', fr: 'Habillement traditionnel', ar: 'اللباس التقليدي', activities: [
    ['djellaba-tailoring', 'Djellabas', 'Couture de djellabas', 'خياطة الجلابة'], ['caftan-tailoring', 'Caftans', 'Couture de caftans', 'خياطة القفطان'], ['knitting', 'Knitting', 'Tricot', 'التريكو'],
  ] },
  { code: 'pottery', en: 'Pottery and ceramics', fr: 'Poterie et céramique', ar: 'الفخار والخزف', activities: [
    ['pottery', 'Pottery', 'Poterie', 'الفخار'], ['ceramics', 'Glazed ceramics', 'Céramique émaillée', 'الخزف'], ['zellige', 'Zellige', 'Zellige', 'الزليج'], ['tagine-making', 'Cooking pots', 'Tajines', 'صناعة الطاجين'],
  ] },
  { code: 'leather', en: 'Leather', fr: 'Cuir', ar: 'الجلد', activities: [
    ['tanning', 'Tanning', 'Tannerie', 'الدباغة'], ['leather-goods', 'Leather goods', 'Maroquinerie', 'المصنوعات الجلدية'], ['babouches', 'Slippers', 'Babouches', 'البلغة'],
    ['saddlery', 'Saddles', 'Sellerie', 'السراجة'], ['poufs', 'Poufs', 'Poufs', 'البوف'],
  ] },
  { code: 'wood', en: 'Wood', fr: 'Bois', ar: 'الخشب', activities: [
    ['marquetry', 'Thuya marquetry', 'Marqueterie de thuya', 'تطعيم العرعار'], ['wood-carving', 'Carving', 'Sculpture sur bois', 'النقش على الخشب'],
    ['joinery', 'Joinery', 'Menuiserie d’art', 'النجارة الفنية'], ['wood-turning', 'Turning', 'Tournage', 'الخراطة'], ['wood-painting', 'Painted wood', 'Bois peint (zouaq)', 'الزواق'],
  ] },
  { code: 'metal', en: 'Copper, brass and iron', fr: 'Dinanderie et ferronnerie', ar: 'النحاس والحديد', activities: [
    ['brassware', 'Brassware', 'Dinanderie', 'الصفارة'], ['lanterns', 'Lanterns', 'Lanternes', 'الفوانيس'], ['wrought-iron', 'Wrought iron', 'Ferronnerie d’art', 'الحدادة الفنية'],
    ['damascening', 'Damascening', 'Damasquinerie', 'التكفيت'], ['cutlery', 'Blades', 'Coutellerie', 'صناعة السكاكين'],
  ] },
  { code: 'jewellery', en: 'Jewellery', fr: 'Bijouterie', ar: 'الحلي', activities: [
    ['silver-jewellery', 'Silver jewellery', 'Bijouterie en argent', 'الحلي الفضية'], ['gold-jewellery', 'Gold jewellery', 'Bijouterie en or', 'الحلي الذهبية'], ['enamelling', 'Enamelled silver', 'Argent émaillé', 'المينا على الفضة'],
  ] },
  { code: 'plaster-stone', en: 'Plaster and stone', fr: 'Plâtre et pierre', ar: 'الجبس والحجر', activities: [
    ['plaster-carving', 'Carved plaster', 'Plâtre sculpté', 'النقش على الجبس'], ['stone-carving', 'Carved stone', 'Pierre taillée', 'نحت الحجر'], ['marble', 'Marble', 'Marbre', 'الرخام'], ['tadelakt', 'Tadelakt', 'Tadelakt', 'تادلاكت'],
  ] },
  { code: 'basketry', en: 'Basketry', fr: 'Vannerie', ar: 'السلالة', activities: [
    ['palm-basketry', 'Palm leaf', 'Vannerie de doum', 'صناعة الدوم'], ['reed-basketry', 'Reed and rush', 'Roseau et jonc', 'القصب والسمار'], ['raffia', 'Raffia', 'Raphia', 'الرافية'],
  ] },
  { code: 'instruments', en: 'Musical instruments', fr: 'Instruments de musique', ar: 'الآلات الموسيقية', activities: [
    ['string-instruments', 'Strings', 'Instruments à cordes', 'الآلات الوترية'], ['percussion', 'Drums', 'Percussions', 'الآلات الإيقاعية'],
  ] },
  { code: 'glass-candles', en: 'Glass and candles', fr: 'Verre et bougies', ar: 'الزجاج والشموع', activities: [
    ['glass-blowing', 'Blown glass', 'Verre soufflé', 'نفخ الزجاج'], ['candle-making', 'Candles', 'Bougies', 'صناعة الشموع'],
  ] },
  { code: 'natural-products', en: 'Soap, oils and henna', fr: 'Produits naturels', ar: 'المنتجات الطبيعية', activities: [
    ['black-soap', 'Black soap', 'Savon noir', 'الصابون البلدي'], ['argan-cosmetics', 'Argan cosmetics', 'Cosmétique à l’argan', 'مستحضرات الأركان'], ['rose-water', 'Rose and orange-flower water', 'Eaux florales', 'ماء الورد والزهر'],
  ] },
];
