/**
 * The twelve regions and their provinces and prefectures, as ISO 3166-2:MA codes them
 * (division of decree 2.15.40 of 20 February 2015; codes compared with the UN/LOCODE subdivision
 * list, checked 2026-11-24). Each region has one chamber of handicrafts (law 18-09), so a chamber's
 * id is its region's code. French names serve English too where English has none of its own.
 */
export interface Region {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  /** Code without `MA-`, French name, Arabic name. */
  readonly provinces: readonly (readonly [code: string, fr: string, ar: string])[];
}

export const REGIONS: readonly Region[] = [
  { code: 'MA-01', en: 'Tangier-Tetouan-Al Hoceima', fr: 'Tanger-Tétouan-Al Hoceïma', ar: 'طنجة-تطوان-الحسيمة', provinces: [
    ['TNG', 'Tanger-Assilah', 'طنجة-أصيلة'], ['MDF', 'M’diq-Fnideq', 'المضيق-الفنيدق'], ['TET', 'Tétouan', 'تطوان'], ['FAH', 'Fahs-Anjra', 'الفحص-أنجرة'],
    ['LAR', 'Larache', 'العرائش'], ['HOC', 'Al Hoceïma', 'الحسيمة'], ['CHE', 'Chefchaouen', 'شفشاون'], ['OUZ', 'Ouezzane', 'وزان'],
  ] },
  { code: 'MA-02', en: 'Oriental', fr: 'L’Oriental', ar: 'الشرق', provinces: [
    ['OUJ', 'Oujda-Angad', 'وجدة-أنجاد'], ['NAD', 'Nador', 'الناظور'], ['DRI', 'Driouch', 'الدريوش'], ['JRA', 'Jerada', 'جرادة'],
    ['BER', 'Berkane', 'بركان'], ['TAI', 'Taourirt', 'تاوريرت'], ['GUF', 'Guercif', 'جرسيف'], ['FIG', 'Figuig', 'فجيج'],
  ] },
  { code: 'MA-03', en: 'Fez-Meknes', fr: 'Fès-Meknès', ar: 'فاس-مكناس', provinces: [
    ['FES', 'Fès', 'فاس'], ['MEK', 'Meknès', 'مكناس'], ['BOM', 'Boulemane', 'بولمان'], ['HAJ', 'El Hajeb', 'الحاجب'], ['IFR', 'Ifrane', 'إفران'],
    ['MOU', 'Moulay Yacoub', 'مولاي يعقوب'], ['SEF', 'Sefrou', 'صفرو'], ['TAO', 'Taounate', 'تاونات'], ['TAZ', 'Taza', 'تازة'],
  ] },
  { code: 'MA-04', en: 'Rabat-Sale-Kenitra', fr: 'Rabat-Salé-Kénitra', ar: 'الرباط-سلا-القنيطرة', provinces: [
    ['RAB', 'Rabat', 'الرباط'], ['SAL', 'Salé', 'سلا'], ['SKH', 'Skhirate-Témara', 'الصخيرات-تمارة'], ['KEN', 'Kénitra', 'القنيطرة'],
    ['KHE', 'Khémisset', 'الخميسات'], ['SIK', 'Sidi Kacem', 'سيدي قاسم'], ['SIL', 'Sidi Slimane', 'سيدي سليمان'],
  ] },
  { code: 'MA-05', en: 'Beni Mellal-Khenifra', fr: 'Béni Mellal-Khénifra', ar: 'بني ملال-خنيفرة', provinces: [
    ['BEM', 'Béni Mellal', 'بني ملال'], ['AZI', 'Azilal', 'أزيلال'], ['FQH', 'Fquih Ben Salah', 'الفقيه بن صالح'], ['KHN', 'Khénifra', 'خنيفرة'], ['KHO', 'Khouribga', 'خريبكة'],
  ] },
  { code: 'MA-06', en: 'Casablanca-Settat', fr: 'Casablanca-Settat', ar: 'الدار البيضاء-سطات', provinces: [
    ['CAS', 'Casablanca', 'الدار البيضاء'], ['MOH', 'Mohammadia', 'المحمدية'], ['JDI', 'El Jadida', 'الجديدة'], ['NOU', 'Nouaceur', 'النواصر'], ['MED', 'Médiouna', 'مديونة'],
    ['BES', 'Benslimane', 'بنسليمان'], ['BRR', 'Berrechid', 'برشيد'], ['SET', 'Settat', 'سطات'], ['SIB', 'Sidi Bennour', 'سيدي بنور'],
  ] },
  { code: 'MA-07', en: 'Marrakesh-Safi', fr: 'Marrakech-Safi', ar: 'مراكش-آسفي', provinces: [
    ['MAR', 'Marrakech', 'مراكش'], ['CHI', 'Chichaoua', 'شيشاوة'], ['HAO', 'Al Haouz', 'الحوز'], ['KES', 'El Kelâa des Sraghna', 'قلعة السراغنة'],
    ['ESI', 'Essaouira', 'الصويرة'], ['REH', 'Rehamna', 'الرحامنة'], ['SAF', 'Safi', 'آسفي'], ['YUS', 'Youssoufia', 'اليوسفية'],
  ] },
  { code: 'MA-08', en: 'Draa-Tafilalet', fr: 'Drâa-Tafilalet', ar: 'درعة-تافيلالت', provinces: [
    ['ERR', 'Errachidia', 'الرشيدية'], ['OUA', 'Ouarzazate', 'ورزازات'], ['MID', 'Midelt', 'ميدلت'], ['TIN', 'Tinghir', 'تنغير'], ['ZAG', 'Zagora', 'زاكورة'],
  ] },
  { code: 'MA-09', en: 'Souss-Massa', fr: 'Souss-Massa', ar: 'سوس-ماسة', provinces: [
    ['AGD', 'Agadir-Ida-Ou-Tanane', 'أكادير-إدا وتنان'], ['INE', 'Inezgane-Aït Melloul', 'إنزكان-آيت ملول'], ['CHT', 'Chtouka-Aït Baha', 'اشتوكة-آيت باها'],
    ['TAR', 'Taroudannt', 'تارودانت'], ['TIZ', 'Tiznit', 'تيزنيت'], ['TAT', 'Tata', 'طاطا'],
  ] },
  { code: 'MA-10', en: 'Guelmim-Oued Noun', fr: 'Guelmim-Oued Noun', ar: 'كلميم-واد نون', provinces: [
    ['GUE', 'Guelmim', 'كلميم'], ['ASZ', 'Assa-Zag', 'آسا-الزاك'], ['TNT', 'Tan-Tan', 'طانطان'], ['SIF', 'Sidi Ifni', 'سيدي إفني'],
  ] },
  { code: 'MA-11', en: 'Laayoune-Sakia El Hamra', fr: 'Laâyoune-Sakia El Hamra', ar: 'العيون-الساقية الحمراء', provinces: [
    ['LAA', 'Laâyoune', 'العيون'], ['BOD', 'Boujdour', 'بوجدور'], ['TAF', 'Tarfaya', 'طرفاية'], ['ESM', 'Es-Semara', 'السمارة'],
  ] },
  { code: 'MA-12', en: 'Dakhla-Oued Ed-Dahab', fr: 'Dakhla-Oued Ed-Dahab', ar: 'الداخلة-وادي الذهب', provinces: [['OUD', 'Oued Ed-Dahab', 'وادي الذهب'], ['AOU', 'Aousserd', 'أوسرد']] },
];
