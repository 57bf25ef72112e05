import type { CastPiece } from './cast.js';

const cut = { branch: 'pottery', techniques: ['zellige-cut', 'glazed'], materials: [{ code: 'clay', percent: 85 }, { code: 'cement', percent: 15 }], hsCode: '690730', foodContact: false } as const;

export const zellige: readonly CastPiece[] = [
  {
    ...cut, key: 'fes-panel', maker: 'hassan', dirhams: 3900, netGrams: 16500, grossGrams: 19000, mm: [650, 650, 45], stock: null, leadTimeDays: 10, certifiedAs: 'tile',
    title: { en: 'Fes zellige panel, sixteen-point star', fr: 'Panneau de zellige de Fès, étoile à seize branches', ar: 'لوحة زليج فاسي بنجمة من ستة عشر رأساً' },
    story: {
      en: 'Eleven hundred pieces, each chipped by hand from a square tile and set face down. Nobody sees the picture until the plaster is turned over.',
      fr: 'Onze cents pièces, taillées une à une dans un carreau et posées face contre terre. Personne ne voit le dessin avant qu’on retourne le plâtre.',
      ar: 'ألف ومئة قطعة نُحتت واحدة واحدة من مربعات ووُضعت على وجهها. لا يرى أحد الرسم قبل أن تُقلب اللوحة.',
    },
    pictures: [{ kind: 'zellige', style: 'panel-fes', seed: 9 }, { kind: 'zellige', style: 'panel-fes', seed: 9, view: 'detail' }],
  },
  {
    ...cut, key: 'meknes-panel', maker: 'hassan', dirhams: 2700, netGrams: 11800, grossGrams: 13900, mm: [550, 550, 45], stock: null, leadTimeDays: 10, certifiedAs: null,
    title: { en: 'Green zellige panel in the manner of Meknes', fr: 'Panneau de zellige vert à la manière de Meknès', ar: 'لوحة زليج أخضر على طريقة مكناس' },
    story: {
      en: 'The green of the roofs of Meknes, which fades a little with every winter. Hassan cut this one while waiting for a mosque to dry.',
      fr: 'Le vert des toits de Meknès, qui pâlit un peu à chaque hiver. Hassan a taillé celui-ci en attendant qu’une mosquée sèche.',
      ar: 'أخضر سقوف مكناس الذي يبهت قليلاً مع كل شتاء. نحت حسن هذه اللوحة وهو ينتظر أن يجف مسجد.',
    },
    pictures: [{ kind: 'zellige', style: 'panel-meknes', seed: 16 }],
  },
  {
    ...cut, key: 'fes-table', maker: 'hassan', materials: [{ code: 'clay', percent: 60 }, { code: 'cement', percent: 25 }, { code: 'iron', percent: 15 }], dirhams: 3300, netGrams: 24000, grossGrams: 27500, mm: [700, 700, 60], stock: 2, leadTimeDays: 21, certifiedAs: null,
    title: { en: 'Round zellige table top, Fes blue', fr: 'Plateau de table rond en zellige, bleu de Fès', ar: 'سطح مائدة مستدير من زليج فاسي أزرق' },
    story: {
      en: 'For a garden or a small kitchen. An iron hoop holds the edge, so it travels without its legs and takes the rain.',
      fr: 'Pour un jardin ou une petite cuisine. Un cercle de fer tient le bord : il voyage sans ses pieds et supporte la pluie.',
      ar: 'لحديقة أو مطبخ صغير. يمسك الحافة طوق من حديد فيسافر بلا قوائم ويتحمل المطر.',
    },
    pictures: [{ kind: 'zellige', style: 'table-fes', seed: 22 }],
  },
  {
    ...cut, key: 'tetouan-panel', maker: 'larbi', dirhams: 2400, netGrams: 9800, grossGrams: 11600, mm: [500, 500, 40], stock: null, leadTimeDays: 14, certifiedAs: 'tile',
    title: { en: 'Tetouan zellige panel', fr: 'Panneau de zellige de Tétouan', ar: 'لوحة زليج تطواني' },
    story: {
      en: 'In Tetouan the tile is cut before it is fired and glazed, so the joints are finer and the colours meet. Larbi learned it at the school of arts, and teaches there on Thursdays.',
      fr: 'À Tétouan, le carreau est découpé avant cuisson et émaillage : les joints sont plus fins et les couleurs se touchent. Larbi l’a appris à l’école des arts et y enseigne le jeudi.',
      ar: 'في تطوان يُقطع الزليج قبل الحرق والطلاء فتكون الفواصل أدق وتتلاقى الألوان. تعلّم العربي ذلك في مدرسة الفنون ويدرّس فيها يوم الخميس.',
    },
    pictures: [{ kind: 'zellige', style: 'panel-tetouan', seed: 5 }, { kind: 'zellige', style: 'panel-tetouan', seed: 5, view: 'detail' }],
  },
  {
    ...cut, key: 'chefchaouen-panel', maker: 'larbi', dirhams: 1500, netGrams: 6200, grossGrams: 7500, mm: [400, 400, 40], stock: 3, leadTimeDays: 14, certifiedAs: null,
    title: { en: 'Small zellige panel in Chefchaouen blues', fr: 'Petit panneau de zellige, bleus de Chefchaouen', ar: 'لوحة زليج صغيرة بألوان شفشاون الزرقاء' },
    story: {
      en: 'The blues of the steps behind Larbi’s sister’s house. Small enough to hang with two hooks.',
      fr: 'Les bleus des marches derrière la maison de la sœur de Larbi. Assez petit pour tenir à deux crochets.',
      ar: 'ألوان الدرج خلف بيت أخت العربي. صغيرة تكفي لتعليقها علاقتان.',
    },
    pictures: [{ kind: 'zellige', style: 'panel-chefchaouen', seed: 30 }],
  },
];
