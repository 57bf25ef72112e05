/** Invented people: common given and family names in both scripts, combined by chance. */
export const WOMEN: readonly (readonly [latin: string, arabic: string])[] = [
  ['Fatima', 'فاطمة'], ['Fatima Zahra', 'فاطمة الزهراء'], ['Khadija', 'خديجة'], ['Aïcha', 'عائشة'], ['Zineb', 'زينب'], ['Rachida', 'رشيدة'], ['Naïma', 'نعيمة'], ['Malika', 'مليكة'],
  ['Saïda', 'سعيدة'], ['Hafida', 'حفيظة'], ['Ijja', 'إيجة'], ['Itto', 'إيطو'], ['Tlaitmas', 'تلايتماس'], ['Rqia', 'رقية'], ['Mina', 'مينة'], ['Latifa', 'لطيفة'], ['Hanane', 'حنان'],
  ['Samira', 'سميرة'], ['Touria', 'ثريا'], ['Bouchra', 'بشرى'], ['Ghizlane', 'غزلان'], ['Meryem', 'مريم'], ['Halima', 'حليمة'], ['Jamila', 'جميلة'],
];
export const MEN: readonly (readonly [latin: string, arabic: string])[] = [
  ['Mohammed', 'محمد'], ['Ahmed', 'أحمد'], ['Abdellah', 'عبد الله'], ['Hassan', 'حسن'], ['Lahcen', 'لحسن'], ['Brahim', 'إبراهيم'], ['Youssef', 'يوسف'], ['Omar', 'عمر'],
  ['Abderrahim', 'عبد الرحيم'], ['Driss', 'إدريس'], ['Moha', 'موحا'], ['Saïd', 'سعيد'], ['Mustapha', 'مصطفى'], ['Khalid', 'خالد'], ['Hamid', 'حميد'], ['Aziz', 'عزيز'], ['Larbi', 'العربي'],
  ['Allal', 'علال'], ['Bouazza', 'بوعزة'], ['Rachid', 'رشيد'], ['Jilali', 'الجيلالي'], ['Ali', 'علي'], ['Abdelkader', 'عبد القادر'], ['Hicham', 'هشام'],
];
export const FAMILIES: readonly (readonly [latin: string, arabic: string])[] = [
  ['El Alaoui', 'العلوي'], ['Bennani', 'بناني'], ['El Idrissi', 'الإدريسي'], ['Aït Ouahmane', 'آيت وحمان'], ['Aït Benhaddou', 'آيت بن حدو'], ['Oubella', 'أوبلا'], ['Amrani', 'العمراني'],
  ['Tazi', 'التازي'], ['El Fassi', 'الفاسي'], ['Serghini', 'السرغيني'], ['Lamali', 'الأملي'], ['El Harrak', 'الحراق'], ['Ouchen', 'أوشن'], ['Azizi', 'عزيزي'], ['Berrada', 'برادة'],
  ['Chraïbi', 'الشرايبي'], ['Zouhair', 'زهير'], ['El Ghazi', 'الغازي'], ['Bouhaddou', 'بوحدو'], ['Naciri', 'الناصري'], ['Outaleb', 'أوطالب'], ['Rguibi', 'الركيبي'], ['Soussi', 'السوسي'],
  ['Boujemaa', 'بوجمعة'], ['Filali', 'الفيلالي'], ['Kettani', 'الكتاني'], ['Hajji', 'الحاجي'], ['Moussaoui', 'الموساوي'], ['El Yazidi', 'اليزيدي'], ['Ouazzani', 'الوزاني'],
];
