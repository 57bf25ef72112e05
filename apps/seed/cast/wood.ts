import type { CastPiece } from './cast.js';

const box = { branch: 'wood', hsCode: '442090', foodContact: false, certifiedAs: null } as const;
const thuya = [{ code: 'thuya', percent: 90 }, { code: 'lemonwood', percent: 10 }] as const;
const basket = { branch: 'basketry', techniques: ['braided'], hsCode: '460219', certifiedAs: null } as const;

export const wood: readonly CastPiece[] = [
  {
    ...box, key: 'thuya-box', maker: 'mustapha', techniques: ['marquetry'], materials: thuya, dirhams: 390, netGrams: 900, grossGrams: 1250, mm: [260, 170, 110], stock: 8, leadTimeDays: 6,
    title: { en: 'Thuya box with a lemonwood rosette', fr: 'Coffret en thuya, rosace de citronnier', ar: 'صندوق من العرعار بوردة من خشب الليمون' },
    story: {
      en: 'The burl grows underground and smells of pepper and cedar for years. Each box has the forest permit number of its wood inside the lid.',
      fr: 'La loupe pousse sous terre et garde des années une odeur de poivre et de cèdre. Chaque coffret porte sous le couvercle le numéro du permis forestier de son bois.',
      ar: 'تنمو العقدة تحت الأرض وتفوح سنوات برائحة الفلفل والأرز. داخل غطاء كل صندوق رقم رخصة الغابة لخشبه.',
    },
    pictures: [{ kind: 'box', style: 'thuya-rosette', seed: 3 }, { kind: 'box', style: 'thuya-rosette', seed: 3, view: 'detail' }],
  },
  {
    ...box, key: 'thuya-border', maker: 'mustapha', techniques: ['marquetry'], materials: thuya, dirhams: 310, netGrams: 700, grossGrams: 1000, mm: [220, 140, 90], stock: 12, leadTimeDays: 6,
    title: { en: 'Thuya box with an inlaid border', fr: 'Coffret en thuya à filet marqueté', ar: 'صندوق من العرعار بإطار مرصع' },
    story: {
      en: 'The border is cut from a bundle of coloured sticks, sliced like bread. Mustapha’s brother makes the bundles and nothing else.',
      fr: 'Le filet est tranché comme du pain dans un faisceau de baguettes colorées. Le frère de Mustapha fait les faisceaux, et rien d’autre.',
      ar: 'يُقطع الإطار من حزمة عيدان ملونة كما يُقطع الخبز. أخو مصطفى يصنع الحزم ولا شيء غيرها.',
    },
    pictures: [{ kind: 'box', style: 'thuya-border', seed: 9 }],
  },
  {
    ...box, key: 'walnut-box', maker: 'mustapha', techniques: ['marquetry'], materials: [{ code: 'walnut', percent: 85 }, { code: 'lemonwood', percent: 15 }], dirhams: 430, netGrams: 1000, grossGrams: 1400, mm: [280, 180, 110], stock: null, leadTimeDays: 3,
    title: { en: 'Walnut jewel box', fr: 'Coffret à bijoux en noyer', ar: 'علبة حلي من خشب الجوز' },
    story: {
      en: 'From a tree that fell in the Ourika valley in the flood of 1995, and was dry enough to work twenty years later.',
      fr: 'D’un arbre tombé dans la vallée de l’Ourika pendant la crue de 1995, assez sec pour être travaillé vingt ans plus tard.',
      ar: 'من شجرة سقطت في وادي أوريكا في فيضان 1995 وجفت بما يكفي للعمل بعد عشرين سنة.',
    },
    pictures: [{ kind: 'box', style: 'walnut-rosette', seed: 15 }],
  },
  {
    ...box, key: 'cedar-box', maker: 'abdeslam', techniques: ['carved', 'zouak'], materials: [{ code: 'cedar', percent: 100 }], dirhams: 280, netGrams: 800, grossGrams: 1150, mm: [260, 160, 120], stock: 10, leadTimeDays: 7,
    title: { en: 'Cedar box from Chefchaouen', fr: 'Coffret en cèdre de Chefchaouen', ar: 'صندوق من الأرز من شفشاون' },
    story: {
      en: 'Moths leave wool alone where cedar is. Abdeslam carves the border with a knife his grandfather shortened twice.',
      fr: 'Les mites laissent la laine là où il y a du cèdre. Abdeslam sculpte le bord avec un couteau que son grand-père a raccourci deux fois.',
      ar: 'يبتعد العث عن الصوف حيث يوجد الأرز. ينقش عبد السلام الإطار بسكين قصّرها جده مرتين.',
    },
    pictures: [{ kind: 'box', style: 'cedar-border', seed: 21 }],
  },
  {
    ...box, key: 'cedar-chest', maker: 'abdeslam', techniques: ['carved'], materials: [{ code: 'cedar', percent: 100 }], dirhams: 520, netGrams: 2100, grossGrams: 2900, mm: [400, 250, 180], stock: null, leadTimeDays: 4,
    title: { en: 'Cedar chest with a carved rosette', fr: 'Petit coffre en cèdre, rosace sculptée', ar: 'صندوق كبير من الأرز بوردة منقوشة' },
    story: {
      en: 'Made for a trousseau. The hinges are wooden too, so nothing will rust on the linen.',
      fr: 'Fait pour un trousseau. Les charnières aussi sont en bois : rien ne rouillera sur le linge.',
      ar: 'صُنع لجهاز عروس. مفاصله من خشب أيضاً فلا يصدأ شيء على الثياب.',
    },
    pictures: [{ kind: 'box', style: 'cedar-rosette', seed: 33 }, { kind: 'box', style: 'cedar-rosette', seed: 33, view: 'detail' }],
  },
  {
    ...basket, key: 'basket-bread', maker: 'naima', materials: [{ code: 'doum', percent: 80 }, { code: 'wool', percent: 20 }], foodContact: false, dirhams: 170, netGrams: 650, grossGrams: 950, mm: [340, 340, 320], stock: 15, leadTimeDays: 6,
    title: { en: 'Bread basket with a pointed lid', fr: 'Panier à pain à couvercle pointu', ar: 'طبيكة للخبز بغطاء مخروطي' },
    story: {
      en: 'Doum palm coiled and bound with wool ends from a carpet workshop. It keeps a round loaf until evening.',
      fr: 'Palmier doum enroulé et lié de restes de laine d’un atelier de tapis. Il garde un pain rond jusqu’au soir.',
      ar: 'دوم ملفوف مشدود ببقايا صوف من معمل زرابي. تحفظ خبزة مستديرة إلى المساء.',
    },
    pictures: [{ kind: 'basket', style: 'bread-madder', seed: 4 }, { kind: 'basket', style: 'bread-madder', seed: 4, view: 'detail' }],
  },
  {
    ...basket, key: 'basket-deep', maker: 'naima', materials: [{ code: 'doum', percent: 100 }], foodContact: false, dirhams: 140, netGrams: 800, grossGrams: 1100, mm: [380, 380, 400], stock: 20, leadTimeDays: 6,
    title: { en: 'Deep basket for wool or toys', fr: 'Grand panier pour la laine ou les jouets', ar: 'قفة عميقة للصوف أو اللعب' },
    story: {
      en: 'Naïma teaches this shape first, because a crooked one still works. Yours will be straight.',
      fr: 'Naïma enseigne cette forme en premier, car même de travers elle sert. La vôtre sera droite.',
      ar: 'هذا أول شكل تعلّمه نعيمة لأن المائل منه ينفع أيضاً. أما قفتك فستكون مستقيمة.',
    },
    pictures: [{ kind: 'basket', style: 'deep-palm', seed: 12 }],
  },
  {
    ...basket, key: 'basket-indigo', maker: 'naima', materials: [{ code: 'doum', percent: 85 }, { code: 'wool', percent: 15 }], foodContact: false, dirhams: 210, netGrams: 850, grossGrams: 1200, mm: [380, 380, 400], stock: 6, leadTimeDays: 9,
    title: { en: 'Deep basket bound in indigo wool', fr: 'Grand panier lié de laine indigo', ar: 'قفة عميقة مشدودة بصوف نيلي' },
    story: {
      en: 'The wool comes from Touda’s loom in Khémisset, an hour away by grand taxi. The two women pay each other in baskets and yarn.',
      fr: 'La laine vient du métier de Touda, à Khémisset, à une heure de grand taxi. Les deux femmes se paient en paniers et en fil.',
      ar: 'يأتي الصوف من منسج تودة في الخميسات على بعد ساعة بالطاكسي الكبير. تتبادل المرأتان القفاف والخيط.',
    },
    pictures: [{ kind: 'basket', style: 'deep-indigo', seed: 23 }],
  },
  {
    ...basket, key: 'basket-azilal', maker: 'naima', materials: [{ code: 'doum', percent: 75 }, { code: 'wool', percent: 25 }], foodContact: false, dirhams: 230, netGrams: 700, grossGrams: 1000, mm: [340, 340, 320], stock: 4, leadTimeDays: 9,
    title: { en: 'Lidded basket in rose and saffron wool', fr: 'Panier couvert, laine rose et safran', ar: 'طبيكة بصوف وردي وزعفراني' },
    story: {
      en: 'The wool is what was left of an Azilal rug. When it is used up, there will be no more in these colours.',
      fr: 'La laine est le reste d’un tapis Azilal. Quand elle sera finie, il n’y en aura plus dans ces couleurs.',
      ar: 'الصوف بقية زربية أزيلال. حين ينفد لن يبقى شيء بهذه الألوان.',
    },
    pictures: [{ kind: 'basket', style: 'bread-azilal', seed: 37 }],
  },
];
