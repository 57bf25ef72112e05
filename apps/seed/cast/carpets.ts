import type { CastPiece } from './cast.js';

const wool = [{ code: 'wool', percent: 100 }] as const;
const woolOnCotton = [{ code: 'wool', percent: 88 }, { code: 'cotton', percent: 12 }] as const;
const knotted = { branch: 'carpets', techniques: ['hand-knotted'], hsCode: '570110', stock: null, leadTimeDays: 3, foodContact: false } as const;
const flat = { branch: 'carpets', techniques: ['flat-woven'], hsCode: '570210', stock: null, leadTimeDays: 3, foodContact: false } as const;

export const carpets: readonly CastPiece[] = [
  {
    ...knotted, key: 'azilal-lozenges', maker: 'fadma', materials: woolOnCotton, dirhams: 3400, netGrams: 7800, grossGrams: 8300, mm: [2200, 1350, 20], certifiedAs: 'middle-atlas',
    title: { en: 'Azilal rug, lozenges on ivory', fr: 'Tapis Azilal, losanges sur fond ivoire', ar: 'زربية أزيلال، معينات على أرضية عاجية' },
    story: {
      en: 'Knotted in one winter on a wooden loom at 1,800 metres. The ivory is undyed wool from the family’s own flock; the lozenges are drawn from memory, so no two rows are quite the same.',
      fr: 'Noué en un hiver sur un métier en bois, à 1 800 mètres. L’ivoire est la laine non teinte du troupeau familial ; les losanges sont dessinés de mémoire, aucun rang ne répète exactement l’autre.',
      ar: 'عُقدت في شتاء واحد على منسج خشبي على علو 1800 متر. اللون العاجي صوف غير مصبوغ من قطيع العائلة، والمعينات مرسومة من الذاكرة فلا يتكرر صف كما هو.',
    },
    pictures: [{ kind: 'rug', style: 'azilal', seed: 11 }, { kind: 'rug', style: 'azilal', seed: 11, view: 'detail' }, { kind: 'rug', style: 'azilal', seed: 11, view: 'back' }],
  },
  {
    ...knotted, key: 'azilal-saffron', maker: 'fadma', materials: woolOnCotton, techniques: ['hand-knotted', 'natural-dyed'], dirhams: 2600, netGrams: 5400, grossGrams: 5800, mm: [1800, 1100, 20], certifiedAs: 'middle-atlas',
    title: { en: 'Azilal rug with saffron and madder', fr: 'Tapis Azilal au safran et à la garance', ar: 'زربية أزيلال بالزعفران والفوة' },
    story: {
      en: 'Yellow from dyer’s weed and a little saffron, red from madder root, blue from indigo bought in Marrakech. Fadma dyes in September, when the water of the spring is clear.',
      fr: 'Le jaune vient de la gaude et d’un peu de safran, le rouge de la garance, le bleu de l’indigo acheté à Marrakech. Fadma teint en septembre, quand l’eau de la source est claire.',
      ar: 'الأصفر من البليحاء وقليل من الزعفران، والأحمر من جذور الفوة، والأزرق من نيلة تُشترى من مراكش. تصبغ فاضمة في شتنبر حين يصفو ماء العين.',
    },
    pictures: [{ kind: 'rug', style: 'azilal', seed: 23 }, { kind: 'rug', style: 'azilal', seed: 23, view: 'detail' }],
  },
  {
    ...knotted, key: 'beni-ourain-quiet', maker: 'fadma', materials: wool, dirhams: 6800, netGrams: 15200, grossGrams: 16000, mm: [2600, 1700, 30], certifiedAs: 'middle-atlas',
    title: { en: 'Beni Ourain rug, quiet grid', fr: 'Tapis Beni Ourain, quadrillage discret', ar: 'زربية بني وراين بشبكة هادئة' },
    story: {
      en: 'Thick pile for cold floors: wool of the first shearing, washed in the river and spun by hand. The brown lines are the natural colour of the dark sheep.',
      fr: 'Un velours épais pour les sols froids : laine de première tonte, lavée à la rivière et filée à la main. Les lignes brunes ont la couleur naturelle des moutons foncés.',
      ar: 'خملة كثيفة للأرضيات الباردة: صوف الجزة الأولى، غُسل في النهر وغُزل باليد. الخطوط البنية لون طبيعي لصوف الغنم الداكن.',
    },
    pictures: [{ kind: 'rug', style: 'beni-ourain', seed: 5 }, { kind: 'rug', style: 'beni-ourain', seed: 5, view: 'back' }],
  },
  {
    ...knotted, key: 'beni-ourain-runner', maker: 'aicha', materials: wool, dirhams: 2900, netGrams: 6400, grossGrams: 6800, mm: [2800, 800, 25], certifiedAs: null,
    title: { en: 'Beni Ourain runner for a hallway', fr: 'Couloir Beni Ourain', ar: 'ممر بني وراين' },
    story: {
      en: 'Woven narrow on purpose, for the corridor of a flat. Aïcha leaves a finger of fringe at one end only, as her grandmother did.',
      fr: 'Tissé étroit exprès, pour le couloir d’un appartement. Aïcha laisse un doigt de frange à un seul bout, comme le faisait sa grand-mère.',
      ar: 'نُسج ضيقاً عمداً ليلائم ممر شقة. تترك عائشة شراشيب بعرض إصبع في طرف واحد فقط كما كانت تفعل جدتها.',
    },
    pictures: [{ kind: 'rug', style: 'beni-ourain', seed: 41 }],
  },
  {
    ...knotted, key: 'beni-ourain-small', maker: 'aicha', materials: wool, dirhams: 1450, netGrams: 3100, grossGrams: 3400, mm: [1300, 850, 25], certifiedAs: 'middle-atlas',
    title: { en: 'Small Beni Ourain rug for a bedside', fr: 'Descente de lit Beni Ourain', ar: 'زربية بني وراين صغيرة لجانب السرير' },
    story: {
      en: 'The first rug Aïcha signed with her own mark, a small comb in the corner. Soft underfoot, and light enough to shake out of a window.',
      fr: 'Le premier tapis qu’Aïcha a signé de sa marque, un petit peigne dans le coin. Doux sous le pied, assez léger pour être secoué à la fenêtre.',
      ar: 'أول زربية وقّعتها عائشة بعلامتها، مشط صغير في الزاوية. ناعمة تحت القدم وخفيفة يسهل نفضها من النافذة.',
    },
    pictures: [{ kind: 'rug', style: 'beni-ourain', seed: 58 }, { kind: 'rug', style: 'beni-ourain', seed: 58, view: 'detail' }],
  },
  {
    ...flat, key: 'handira-sequins', maker: 'itto', materials: [{ code: 'wool', percent: 78 }, { code: 'cotton', percent: 20 }, { code: 'tin', percent: 2 }], hsCode: '630120', dirhams: 1900, netGrams: 2600, grossGrams: 2900, mm: [1900, 1150, 10], certifiedAs: null,
    title: { en: 'Handira, wedding blanket with sequins', fr: 'Handira, couverture de mariée à sequins', ar: 'حنديرة، غطاء العروس بالموزون' },
    story: {
      en: 'A bride wears it on her shoulders on the way to her new house. Four thousand tin sequins, each sewn on its own thread: they sound like light rain.',
      fr: 'La mariée la porte sur les épaules en allant vers sa nouvelle maison. Quatre mille sequins d’étain, chacun cousu à son propre fil : ils bruissent comme une pluie légère.',
      ar: 'تضعها العروس على كتفيها في طريقها إلى بيتها الجديد. أربعة آلاف قطعة من الموزون خيطت كل واحدة بخيطها، فصوتها كمطر خفيف.',
    },
    pictures: [{ kind: 'rug', style: 'handira', seed: 7 }, { kind: 'rug', style: 'handira', seed: 7, view: 'detail' }],
  },
  {
    ...flat, key: 'kilim-ochre', maker: 'itto', materials: wool, dirhams: 1600, netGrams: 3900, grossGrams: 4200, mm: [2000, 1250, 8], certifiedAs: 'flatwoven',
    title: { en: 'Flat-woven rug in ochre and brown', fr: 'Tapis tissé à plat, ocre et brun', ar: 'حنبل بلون المغرة والبني' },
    story: {
      en: 'No pile: it lies flat under a dining table and folds into a suitcase. The bands are woven face down, and seen only when the rug leaves the loom.',
      fr: 'Sans velours : il reste plat sous une table et se plie dans une valise. Les bandes sont tissées à l’envers, on ne les voit qu’à la tombée de métier.',
      ar: 'بلا خملة: ينبسط تحت مائدة الأكل ويُطوى في حقيبة. تُنسج الأشرطة على قفاها ولا تُرى إلا حين ينزل الحنبل عن المنسج.',
    },
    pictures: [{ kind: 'rug', style: 'zemmour', seed: 13 }, { kind: 'rug', style: 'zemmour', seed: 13, view: 'detail' }],
  },
  {
    ...flat, key: 'aghbala-kilim', maker: 'yamna', materials: wool, dirhams: 1150, netGrams: 2900, grossGrams: 3200, mm: [1700, 1050, 8], certifiedAs: null,
    title: { en: 'Flat-woven rug of Aghbala', fr: 'Tapis tissé à plat d’Aghbala', ar: 'حنبل أغبالة' },
    story: {
      en: 'Yamna learned the bands from her aunt and sells her first rugs abroad with this one. The wool is that of the plateau, spun in the evenings.',
      fr: 'Yamna tient les bandes de sa tante, et vend avec celui-ci ses premiers tapis au loin. La laine est celle du plateau, filée le soir.',
      ar: 'أخذت يمنة الأشرطة عن خالتها، وبهذا الحنبل تبدأ البيع في الخارج. الصوف صوف الهضبة وقد غُزل في المساء.',
    },
    pictures: [{ kind: 'rug', style: 'zemmour', seed: 71 }],
  },
  {
    ...knotted, key: 'boujaad-red', maker: 'zahra', materials: woolOnCotton, dirhams: 4200, netGrams: 8600, grossGrams: 9100, mm: [2400, 1400, 20], certifiedAs: 'middle-atlas',
    title: { en: 'Boujaad rug, madder and rose', fr: 'Tapis de Boujaad, garance et rose', ar: 'زربية بجعد، فوة ووردي' },
    story: {
      en: 'The reds of Boujaad come from one dye bath used three times: the first wool leaves it dark, the last one rose. Zahra knots without a drawing and stops when the colours rest.',
      fr: 'Les rouges de Boujaad sortent d’un même bain utilisé trois fois : la première laine est sombre, la dernière rose. Zahra noue sans dessin et s’arrête quand les couleurs se posent.',
      ar: 'حمرة بجعد من حمّام صباغة واحد يُستعمل ثلاث مرات: يخرج الصوف الأول داكناً والأخير وردياً. تعقد الزهرة بلا رسم وتتوقف حين تستقر الألوان.',
    },
    pictures: [{ kind: 'rug', style: 'boujaad', seed: 3 }, { kind: 'rug', style: 'boujaad', seed: 3, view: 'detail' }, { kind: 'rug', style: 'boujaad', seed: 3, view: 'back' }],
  },
  {
    ...knotted, key: 'boujaad-violet', maker: 'zahra', materials: woolOnCotton, dirhams: 3100, netGrams: 6200, grossGrams: 6600, mm: [2000, 1200, 20], certifiedAs: null,
    title: { en: 'Boujaad rug with a violet field', fr: 'Tapis de Boujaad à fond violet', ar: 'زربية بجعد بأرضية بنفسجية' },
    story: {
      en: 'Made for Zahra’s own sitting room and lived with for two years before she let it go. The field changes from violet to brick where one spinning ended and the next began.',
      fr: 'Fait pour le salon de Zahra, qui a vécu deux ans avec avant de s’en séparer. Le fond passe du violet à la brique là où finit une filature et où commence la suivante.',
      ar: 'نُسجت لصالون الزهرة وعاشت معها سنتين قبل أن تفارقها. تتحول الأرضية من البنفسجي إلى لون الآجر حيث انتهت غزلة وبدأت أخرى.',
    },
    pictures: [{ kind: 'rug', style: 'boujaad', seed: 29 }],
  },
  {
    ...knotted, key: 'boujaad-small', maker: 'zahra', materials: woolOnCotton, dirhams: 1250, netGrams: 2700, grossGrams: 3000, mm: [1200, 800, 20], certifiedAs: null,
    title: { en: 'Boujaad prayer-size rug', fr: 'Petit tapis de Boujaad, format prière', ar: 'زربية بجعد بمقاس السجادة' },
    story: {
      en: 'The size of a prayer mat, the warmth of a winter rug. Its crooked lozenge is not a mistake: Zahra’s daughter, aged nine, knotted that row.',
      fr: 'Le format d’un tapis de prière, la chaleur d’un tapis d’hiver. Le losange de travers n’est pas une erreur : c’est la fille de Zahra, neuf ans, qui a noué ce rang.',
      ar: 'بمقاس السجادة وبدفء زربية الشتاء. المعين المائل ليس خطأ: عقدت ذلك الصف ابنة الزهرة وعمرها تسع سنوات.',
    },
    pictures: [{ kind: 'rug', style: 'boujaad', seed: 47 }],
  },
  {
    ...knotted, key: 'taznakht-grid', maker: 'rkia', materials: [{ code: 'wool', percent: 100, from: 'NZ', hs: '5106', dirhams: 1450 }], operations: ['knotting', 'washing'], dirhams: 3800, netGrams: 8100, grossGrams: 8600, mm: [2300, 1400, 15], certifiedAs: null,
    title: { en: 'Taznakht rug in New Zealand wool', fr: 'Tapis de Taznakht en laine de Nouvelle-Zélande', ar: 'زربية تازناخت بصوف نيوزيلندي' },
    story: {
      en: 'A buyer asked for a whiter white than Siroua wool can give, so Rkia knotted this one in yarn from New Zealand. It says so here, because it changes the duty.',
      fr: 'Un client voulait un blanc plus blanc que la laine du Siroua : Rkia a donc noué celui-ci avec un fil de Nouvelle-Zélande. C’est écrit ici, car cela change les droits de douane.',
      ar: 'طلب زبون بياضاً لا يعطيه صوف سيروا فعقدت رقية هذه الزربية بخيط من نيوزيلندا. نقول ذلك هنا لأنه يغيّر الرسوم الجمركية.',
    },
    pictures: [{ kind: 'rug', style: 'azilal', seed: 67 }],
  },
  {
    ...knotted, key: 'taznakht-siroua', maker: 'rkia', materials: wool, techniques: ['hand-knotted', 'natural-dyed'], dirhams: 5200, netGrams: 9400, grossGrams: 9900, mm: [2500, 1500, 15], certifiedAs: 'high-atlas',
    title: { en: 'Taznakht rug, Siroua wool and henna', fr: 'Tapis de Taznakht, laine du Siroua et henné', ar: 'زربية تازناخت بصوف سيروا والحناء' },
    story: {
      en: 'Siroua sheep give a long, shining fleece. The orange is henna from Rkia’s field, the black is walnut husk, and the knots are the tightest of the region.',
      fr: 'Les moutons du Siroua donnent une toison longue et brillante. L’orange vient du henné du champ de Rkia, le noir du brou de noix, et les nœuds sont les plus serrés de la région.',
      ar: 'تعطي أغنام سيروا صوفاً طويلاً لامعاً. البرتقالي من حناء حقل رقية، والأسود من قشور الجوز، والعقد أدق ما في المنطقة.',
    },
    pictures: [{ kind: 'rug', style: 'boujaad', seed: 83 }, { kind: 'rug', style: 'boujaad', seed: 83, view: 'back' }],
  },
  {
    ...flat, key: 'zemmour-bands', maker: 'touda', materials: [{ code: 'wool', percent: 92 }, { code: 'cotton', percent: 8 }], dirhams: 2100, netGrams: 4600, grossGrams: 4900, mm: [2400, 1300, 8], certifiedAs: 'flatwoven',
    title: { en: 'Zemmour flat weave, red bands', fr: 'Tissage Zemmour, bandes rouges', ar: 'حنبل زمور بأشرطة حمراء' },
    story: {
      en: 'Every band has a name in Touda’s village: the comb, the eye, the saw. Read from the bottom it counts the months from one harvest to the next.',
      fr: 'Chaque bande a un nom dans le village de Touda : le peigne, l’œil, la scie. Lue depuis le bas, la pièce compte les mois d’une moisson à l’autre.',
      ar: 'لكل شريط اسم في قرية تودة: المشط والعين والمنشار. ومن قرأه من الأسفل عدّ الأشهر من حصاد إلى حصاد.',
    },
    pictures: [{ kind: 'rug', style: 'zemmour', seed: 2 }, { kind: 'rug', style: 'zemmour', seed: 2, view: 'detail' }, { kind: 'rug', style: 'zemmour', seed: 2, view: 'back' }],
  },
  {
    ...flat, key: 'zemmour-throw', maker: 'touda', materials: wool, hsCode: '630120', dirhams: 950, netGrams: 1800, grossGrams: 2000, mm: [1700, 1000, 6], stock: 4, leadTimeDays: 12, certifiedAs: null,
    title: { en: 'Zemmour throw for a bed or sofa', fr: 'Plaid Zemmour pour lit ou canapé', ar: 'غطاء زمور للسرير أو الأريكة' },
    story: {
      en: 'The same loom and bands as the rug, in finer yarn. Touda weaves four before each summer market; the colours shift a little from one to the next.',
      fr: 'Le même métier et les mêmes bandes que le tapis, en fil plus fin. Touda en tisse quatre avant chaque marché d’été ; les couleurs varient un peu de l’un à l’autre.',
      ar: 'المنسج نفسه والأشرطة نفسها بخيط أدق. تنسج تودة أربعة منها قبل كل سوق صيفي، وتختلف الألوان قليلاً من واحد إلى آخر.',
    },
    pictures: [{ kind: 'rug', style: 'zemmour', seed: 31 }],
  },
];
