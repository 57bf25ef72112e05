import type { CastPiece } from './cast.js';

const goat = [{ code: 'goat-leather', percent: 100 }] as const;
const shoe = { branch: 'leather', techniques: ['vegetable-tanned', 'hand-stitched'], hsCode: '640359', foodContact: false, certifiedAs: null, leadTimeDays: 5 } as const;
const soled = [{ code: 'goat-leather', percent: 60 }, { code: 'cow-leather', percent: 40 }] as const;

export const leather: readonly CastPiece[] = [
  {
    ...shoe, key: 'babouche-yellow', maker: 'abdellatif', materials: soled, dirhams: 190, netGrams: 420, grossGrams: 600, mm: [300, 200, 90], stock: 18,
    title: { en: 'Yellow babouches of Fes', fr: 'Babouches jaunes de Fès', ar: 'بلغة فاسية صفراء' },
    story: {
      en: 'The yellow of the Friday prayer. Goatskin from the Chouara pits, stitched inside out and turned with a bone.',
      fr: 'Le jaune du vendredi. Peau de chèvre des cuves de Chouara, cousue à l’envers puis retournée avec un os.',
      ar: 'صفرة يوم الجمعة. جلد ماعز من دار الدباغة شوارة، خيط مقلوباً ثم رُدّ بعظم.',
    },
    pictures: [{ kind: 'babouche', style: 'plain-yellow', seed: 2 }],
  },
  {
    ...shoe, key: 'babouche-white', maker: 'abdellatif', materials: soled, dirhams: 210, netGrams: 410, grossGrams: 590, mm: [300, 200, 90], stock: 10,
    title: { en: 'White babouches for a ceremony', fr: 'Babouches blanches de cérémonie', ar: 'بلغة بيضاء للمناسبات' },
    story: {
      en: 'White stays white only if the hide is never touched with bare hands. Abdellatif works this one in gloves of his wife’s knitting.',
      fr: 'Le blanc ne reste blanc que si l’on ne touche pas la peau à mains nues. Abdellatif travaille celle-ci avec des gants tricotés par sa femme.',
      ar: 'لا يبقى الأبيض أبيض إلا إذا لم يلمس الجلدَ كفٌّ عارية. يشتغل عبد اللطيف هذه البلغة بقفاز حاكته زوجته.',
    },
    pictures: [{ kind: 'babouche', style: 'plain-white', seed: 10 }],
  },
  {
    ...shoe, key: 'babouche-embroidered', maker: 'abdellatif', materials: soled, techniques: ['vegetable-tanned', 'hand-stitched', 'embroidered'], dirhams: 340, netGrams: 450, grossGrams: 640, mm: [300, 200, 90], stock: 6,
    title: { en: 'Embroidered babouches, madder red', fr: 'Babouches brodées, rouge garance', ar: 'بلغة مطرزة بحمرة الفوة' },
    story: {
      en: 'Gold thread over cut card, the way saddles were once embroidered. A pair takes three evenings.',
      fr: 'Fil d’or sur carton découpé, comme on brodait autrefois les selles. Une paire demande trois soirées.',
      ar: 'خيط ذهبي فوق ورق مقوى مقطّع كما كانت تُطرز السروج. يستغرق الزوج ثلاث أمسيات.',
    },
    pictures: [{ kind: 'babouche', style: 'embroidered-madder', seed: 4 }],
  },
  {
    ...shoe, key: 'babouche-indigo', maker: 'abdellatif', materials: soled, techniques: ['vegetable-tanned', 'hand-stitched', 'embroidered'], dirhams: 330, netGrams: 450, grossGrams: 640, mm: [300, 200, 90], stock: 5,
    title: { en: 'Embroidered babouches, indigo', fr: 'Babouches brodées, indigo', ar: 'بلغة مطرزة بلون النيلة' },
    story: {
      en: 'Dyed twice, so that the blue stays on the shoe and off the sock. The toe is soft; it takes the shape of the foot in a week.',
      fr: 'Teintes deux fois, pour que le bleu reste sur la babouche et non sur la chaussette. Le bout est souple et prend la forme du pied en une semaine.',
      ar: 'صُبغت مرتين حتى يبقى الأزرق في البلغة لا في الجورب. مقدمتها لينة تأخذ شكل القدم في أسبوع.',
    },
    pictures: [{ kind: 'babouche', style: 'embroidered-indigo', seed: 14 }],
  },
  {
    branch: 'leather', techniques: ['vegetable-tanned', 'hand-stitched', 'tooled'], materials: goat, hsCode: '420500', foodContact: false, certifiedAs: null,
    key: 'pouf-tan', maker: 'hafid', dirhams: 420, netGrams: 1600, grossGrams: 1900, mm: [400, 300, 120], stock: 14, leadTimeDays: 5,
    title: { en: 'Leather pouf in natural tan, unfilled', fr: 'Pouf en cuir naturel, sans garnissage', ar: 'بوف جلدي طبيعي غير محشو' },
    story: {
      en: 'It travels flat; old blankets make the best filling. Sixteen panels, stitched with waxed silk and embroidered from the centre outwards.',
      fr: 'Il voyage à plat ; de vieilles couvertures font le meilleur garnissage. Seize panneaux cousus au fil de soie ciré et brodés depuis le centre.',
      ar: 'يسافر مطوياً، وأحسن حشو له أغطية قديمة. ست عشرة قطعة مخيطة بحرير مشمع ومطرزة من الوسط إلى الخارج.',
    },
    pictures: [{ kind: 'leather', style: 'pouf-tan', seed: 1 }, { kind: 'leather', style: 'pouf-tan', seed: 1, view: 'detail' }],
  },
  {
    branch: 'leather', techniques: ['vegetable-tanned', 'hand-stitched'], materials: goat, hsCode: '420500', foodContact: false, certifiedAs: null,
    key: 'pouf-saffron', maker: 'hafid', dirhams: 460, netGrams: 1600, grossGrams: 1900, mm: [400, 300, 120], stock: 7, leadTimeDays: 5,
    title: { en: 'Leather pouf in saffron, unfilled', fr: 'Pouf en cuir safran, sans garnissage', ar: 'بوف جلدي زعفراني غير محشو' },
    story: {
      en: 'The colour is pomegranate rind, warmed with a little alum. It darkens where people sit, which is the point.',
      fr: 'La couleur vient de l’écorce de grenade, réchauffée d’un peu d’alun. Elle fonce là où l’on s’assoit, et c’est le but.',
      ar: 'اللون من قشر الرمان مع قليل من الشب. يغمق حيث يجلس الناس، وهذا هو المقصود.',
    },
    pictures: [{ kind: 'leather', style: 'pouf-saffron', seed: 20 }],
  },
  {
    branch: 'leather', techniques: ['vegetable-tanned', 'hand-stitched'], materials: goat, hsCode: '420221', foodContact: false, certifiedAs: null,
    key: 'bag-walnut', maker: 'hafid', dirhams: 680, netGrams: 950, grossGrams: 1250, mm: [340, 260, 110], stock: 5, leadTimeDays: 9,
    title: { en: 'Shoulder bag in walnut leather', fr: 'Sac bandoulière en cuir noyer', ar: 'حقيبة كتف جلدية بلون الجوز' },
    story: {
      en: 'Cut from one hide so that the flap and the back match. Hafid burnishes the edges with a glass bottle; it is the best tool he owns.',
      fr: 'Coupé dans une seule peau pour que le rabat et le dos s’accordent. Hafid lisse les tranches avec une bouteille de verre, son meilleur outil.',
      ar: 'قُطعت من جلد واحد ليتطابق الغطاء والظهر. يصقل حفيظ الحواف بقنينة زجاج، وهي أحسن أدواته.',
    },
    pictures: [{ kind: 'leather', style: 'bag-walnut', seed: 6 }, { kind: 'leather', style: 'bag-walnut', seed: 6, view: 'detail' }],
  },
  {
    branch: 'leather', techniques: ['vegetable-tanned', 'hand-stitched', 'tooled'], materials: goat, hsCode: '420221', foodContact: false, certifiedAs: null,
    key: 'bag-madder', maker: 'hafid', dirhams: 740, netGrams: 980, grossGrams: 1280, mm: [340, 260, 110], stock: null, leadTimeDays: 4,
    title: { en: 'Small handbag, madder red, tooled', fr: 'Petit sac à main repoussé, rouge garance', ar: 'حقيبة يد صغيرة منقوشة بحمرة الفوة' },
    story: {
      en: 'The pattern was pressed with a brass stamp that belonged to a bookbinder in the same street. There is one, because the stamp went back to him.',
      fr: 'Le motif est repoussé avec un fer en laiton prêté par un relieur de la même rue. Il n’y en a qu’un, car le fer lui a été rendu.',
      ar: 'ضُغطت الزخرفة بخاتم نحاسي لمجلّد كتب في الزقاق نفسه. لا توجد إلا واحدة لأن الخاتم عاد إلى صاحبه.',
    },
    pictures: [{ kind: 'leather', style: 'bag-madder', seed: 18 }],
  },
  {
    ...shoe, key: 'babouche-mint', maker: 'abdellatif', materials: soled, dirhams: 200, netGrams: 410, grossGrams: 590, mm: [300, 200, 90], stock: 9,
    title: { en: 'Babouches in mint green', fr: 'Babouches vert menthe', ar: 'بلغة بلون النعناع' },
    story: {
      en: 'A colour the tanners first mixed for a film, and kept because people asked. Worn indoors, a pair lasts five winters.',
      fr: 'Une couleur mélangée d’abord par les tanneurs pour un film, gardée parce qu’on la demandait. Portée à l’intérieur, une paire dure cinq hivers.',
      ar: 'لون خلطه الدباغون أول مرة لفيلم ثم أبقوه لأن الناس طلبوه. إذا لُبست داخل البيت دامت خمسة شتاءات.',
    },
    pictures: [{ kind: 'babouche', style: 'plain-mint', seed: 25 }],
  },
  {
    branch: 'leather', techniques: ['vegetable-tanned', 'tooled', 'hand-painted'], materials: goat, hsCode: '420500', foodContact: false, certifiedAs: null,
    key: 'laayoune-cushion', maker: 'meryem', dirhams: 380, netGrams: 700, grossGrams: 950, mm: [450, 320, 60], stock: 6, leadTimeDays: 8,
    title: { en: 'Tooled leather cushion cover from Laâyoune', fr: 'Housse de coussin en cuir repoussé de Laâyoune', ar: 'غلاف وسادة من الجلد المنقوش من العيون' },
    story: {
      en: 'The cushion of the tent, unfilled. Meryem presses the squares with a bone folder and paints them with a reed; red comes from iron, black from burnt oil.',
      fr: 'Le coussin de la tente, sans garnissage. Meryem presse les carrés avec un plioir en os et les peint au calame ; le rouge vient du fer, le noir de l’huile brûlée.',
      ar: 'وسادة الخيمة بلا حشو. تضغط مريم المربعات بعظم وترسمها بقصبة؛ الأحمر من الحديد والأسود من زيت محروق.',
    },
    pictures: [{ kind: 'leather', style: 'pouf-madder', seed: 41 }],
  },
];
