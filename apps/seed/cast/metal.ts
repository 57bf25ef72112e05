import type { CastPiece } from './cast.js';

const lantern = { branch: 'metal', techniques: ['pierced', 'hammered'], hsCode: '940550', foodContact: false, certifiedAs: null } as const;
const brass = [{ code: 'brass', percent: 90 }, { code: 'glass', percent: 10 }] as const;
const silver = [{ code: 'silver', percent: 92 }, { code: 'enamel', percent: 8 }] as const;
const jewel = { branch: 'jewellery', techniques: ['enamelled', 'filigree'], materials: silver, hsCode: '711311', foodContact: false, certifiedAs: null } as const;

export const metal: readonly CastPiece[] = [
  {
    ...lantern, key: 'lantern-brass', maker: 'youssef', materials: brass, dirhams: 560, netGrams: 1900, grossGrams: 2900, mm: [260, 260, 460], stock: 9, leadTimeDays: 8,
    title: { en: 'Pierced brass lantern for a candle', fr: 'Lanterne en laiton ajouré, pour bougie', ar: 'فانوس نحاسي مخرّم للشمعة' },
    story: {
      en: 'Six thousand holes, struck one by one with a nail and a hammer. Lit, it throws a garden on the ceiling. No wiring.',
      fr: 'Six mille trous, frappés un par un au clou et au marteau. Allumée, elle jette un jardin au plafond. Sans câblage.',
      ar: 'ستة آلاف ثقب ضُربت واحداً واحداً بمسمار ومطرقة. إذا أُشعل رسم حديقة على السقف. بلا أسلاك.',
    },
    pictures: [{ kind: 'lantern', style: 'brass', seed: 3 }, { kind: 'lantern', style: 'brass', seed: 3, view: 'detail' }],
  },
  {
    ...lantern, key: 'lantern-copper', maker: 'youssef', materials: [{ code: 'copper', percent: 92 }, { code: 'glass', percent: 8 }], dirhams: 640, netGrams: 2200, grossGrams: 3300, mm: [280, 280, 500], stock: 4, leadTimeDays: 8,
    title: { en: 'Copper lantern, wide body', fr: 'Lanterne en cuivre, corps large', ar: 'فانوس من النحاس الأحمر عريض' },
    story: {
      en: 'Raised from one sheet, so there is no seam to come apart. Leave it unpolished and it turns the brown of tea.',
      fr: 'Montée dans une seule feuille : aucune soudure ne lâchera. Laissez-la sans la polir, elle prendra le brun du thé.',
      ar: 'رُفع من صفيحة واحدة فلا لحام فيه يتفكك. اتركه بلا تلميع فيصير بنّياً كالشاي.',
    },
    pictures: [{ kind: 'lantern', style: 'copper', seed: 8 }],
  },
  {
    ...lantern, key: 'lantern-nickel', maker: 'youssef', materials: [{ code: 'nickel-silver', percent: 100 }], dirhams: 480, netGrams: 1500, grossGrams: 2300, mm: [220, 220, 380], stock: 11, leadTimeDays: 6,
    title: { en: 'Small lantern in nickel silver', fr: 'Petite lanterne en maillechort', ar: 'فانوس صغير من المايشور' },
    story: {
      en: 'The pale metal shows candlelight whiter than brass does. Youssef made the first for his mother’s terrace.',
      fr: 'Le métal pâle rend la flamme plus blanche que le laiton. Youssef a fait la première pour la terrasse de sa mère.',
      ar: 'المعدن الفاتح يُظهر ضوء الشمعة أبيض مما يفعل النحاس. صنع يوسف أولها لسطح بيت أمه.',
    },
    pictures: [{ kind: 'lantern', style: 'nickel', seed: 17 }],
  },
  {
    ...lantern, key: 'lantern-large', maker: 'youssef', materials: brass, dirhams: 1350, netGrams: 4600, grossGrams: 6400, mm: [420, 420, 720], stock: null, leadTimeDays: 4,
    title: { en: 'Large brass lantern, one of a kind', fr: 'Grande lanterne en laiton, pièce unique', ar: 'فانوس نحاسي كبير، قطعة فريدة' },
    story: {
      en: 'Made for a riad that closed before it opened. It has hung in the workshop since, and every visitor asks for it.',
      fr: 'Faite pour un riad fermé avant d’ouvrir. Elle pend depuis dans l’atelier, et chaque visiteur la demande.',
      ar: 'صُنع لرياض أُغلق قبل أن يفتح. ظل معلقاً في المعمل منذئذ وكل زائر يسأل عنه.',
    },
    pictures: [{ kind: 'lantern', style: 'brass', seed: 26 }, { kind: 'lantern', style: 'brass', seed: 26, view: 'detail' }],
  },
  {
    ...jewel, key: 'fibula-tiznit', maker: 'brahim', dirhams: 1800, netGrams: 95, grossGrams: 320, mm: [120, 90, 30], stock: null, leadTimeDays: 3,
    title: { en: 'Tiznit fibula with enamel', fr: 'Fibule de Tiznit émaillée', ar: 'تزرزيت تيزنيت بالمينا' },
    story: {
      en: 'The triangle that holds a woman’s wrap at the shoulder. Green and yellow enamel is laid between silver wires and fired four times.',
      fr: 'Le triangle qui retient le drapé à l’épaule. L’émail vert et jaune est posé entre des fils d’argent et cuit quatre fois.',
      ar: 'المثلث الذي يمسك ملحفة المرأة عند الكتف. توضع المينا الخضراء والصفراء بين خيوط الفضة وتُحرق أربع مرات.',
    },
    pictures: [{ kind: 'fibula', style: 'tiznit', seed: 5 }, { kind: 'fibula', style: 'tiznit', seed: 5, view: 'detail' }],
  },
  {
    ...jewel, key: 'bracelet-tiznit', maker: 'brahim', dirhams: 1250, netGrams: 70, grossGrams: 280, mm: [80, 80, 40], stock: 3, leadTimeDays: 10,
    title: { en: 'Enamelled silver bracelet', fr: 'Bracelet en argent émaillé', ar: 'دبليج فضي بالمينا' },
    story: {
      en: 'Hinged, with a pin on a chain, as brides of the Anti-Atlas wear it. 925 silver, hallmarked at Agadir.',
      fr: 'À charnière, avec une goupille sur chaînette, comme le portent les mariées de l’Anti-Atlas. Argent 925, poinçonné à Agadir.',
      ar: 'بمفصل ومسمار في سلسلة كما تلبسه عرائس الأطلس الصغير. فضة 925 مدموغة في أكادير.',
    },
    pictures: [{ kind: 'fibula', style: 'bracelet-tiznit', seed: 2 }],
  },
  {
    ...jewel, key: 'bracelet-niello', maker: 'brahim', techniques: ['engraved'], materials: [{ code: 'silver', percent: 100 }], dirhams: 1100, netGrams: 75, grossGrams: 280, mm: [80, 80, 40], stock: 4, leadTimeDays: 10,
    title: { en: 'Silver bracelet with niello', fr: 'Bracelet en argent niellé', ar: 'دبليج فضي بالنيال' },
    story: {
      en: 'Black lines of silver, copper and sulphur melted into the cuts. An old way, and Brahim’s son is the third person in Tiznit who still knows it.',
      fr: 'Des lignes noires d’argent, de cuivre et de soufre fondus dans la gravure. Une technique ancienne : le fils de Brahim est la troisième personne de Tiznit à la connaître encore.',
      ar: 'خطوط سوداء من فضة ونحاس وكبريت صُهرت في الحفر. طريقة قديمة، وابن إبراهيم ثالث من لا يزال يعرفها في تيزنيت.',
    },
    pictures: [{ kind: 'fibula', style: 'bracelet-niello', seed: 11 }],
  },
  {
    ...jewel, key: 'fibula-ida', maker: 'brahim', dirhams: 1450, netGrams: 80, grossGrams: 300, mm: [100, 80, 30], stock: 2, leadTimeDays: 12,
    title: { en: 'Fibula of the Ida ou Nadif, red and green', fr: 'Fibule des Ida ou Nadif, rouge et verte', ar: 'تزرزيت إدا ونظيف بالأحمر والأخضر' },
    story: {
      en: 'The colours tell the village. Brahim copied this one from a piece brought in for repair, with the owner’s leave.',
      fr: 'Les couleurs disent le village. Brahim l’a copiée sur une pièce venue en réparation, avec l’accord de sa propriétaire.',
      ar: 'الألوان تدل على القرية. نسخها إبراهيم عن قطعة جاءت للإصلاح بإذن صاحبتها.',
    },
    pictures: [{ kind: 'fibula', style: 'ida-ou-nadif', seed: 9 }],
  },
  {
    ...jewel, key: 'fibula-plain', maker: 'brahim', techniques: ['engraved'], materials: [{ code: 'silver', percent: 100 }], dirhams: 980, netGrams: 70, grossGrams: 110, mm: [90, 70, 25], stock: 80, leadTimeDays: 30,
    title: { en: 'Plain silver fibula, engraved', fr: 'Fibule en argent uni, gravée', ar: 'تزرزيت فضية سادة محفورة' },
    story: {
      en: 'For a scarf or a coat. Made in series by Brahim and his two apprentices; the engraving is shallow, so it wears smooth and gets better.',
      fr: 'Pour une écharpe ou un manteau. Faite en série par Brahim et ses deux apprentis ; la gravure est légère : elle s’use, et s’embellit.',
      ar: 'لوشاح أو معطف. يصنعها إبراهيم ومتعلماه بالجملة، والحفر خفيف فيملس مع اللبس ويزداد جمالاً.',
    },
    pictures: [{ kind: 'fibula', style: 'plain', seed: 28 }],
  },
];
