import type { CastPiece } from './cast.js';

const clay = [{ code: 'clay', percent: 100 }] as const;
const tableware = { branch: 'pottery', techniques: ['wheel-thrown', 'glazed', 'hand-painted'], materials: clay, hsCode: '691200', foodContact: true, leadTimeDays: 7 } as const;
const ornament = { branch: 'pottery', techniques: ['wheel-thrown', 'glazed', 'hand-painted'], materials: clay, hsCode: '691390', foodContact: false, leadTimeDays: 5 } as const;

export const pottery: readonly CastPiece[] = [
  {
    ...ornament, key: 'safi-jar', maker: 'lahcen', dirhams: 720, netGrams: 4200, grossGrams: 5600, mm: [300, 300, 420], stock: null, certifiedAs: 'decorative',
    title: { en: 'Large Safi jar with brushed petals', fr: 'Grande jarre de Safi aux pétales peints', ar: 'خابية آسفي كبيرة ببتلات مرسومة' },
    story: {
      en: 'Thrown in two halves and joined while the clay was still soft. The petals are painted in one breath each, with a brush of donkey hair.',
      fr: 'Tournée en deux moitiés, réunies quand la terre était encore molle. Chaque pétale est peint d’un seul souffle, avec un pinceau de poils d’âne.',
      ar: 'شُكلت نصفين على الدولاب وضُمّا والطين لين. تُرسم كل بتلة بنفَس واحد بريشة من شعر الحمار.',
    },
    pictures: [{ kind: 'pottery', style: 'jar-safi', seed: 4 }, { kind: 'pottery', style: 'jar-safi', seed: 4, view: 'detail' }],
  },
  {
    ...ornament, key: 'safi-vase', maker: 'lahcen', dirhams: 380, netGrams: 1900, grossGrams: 2700, mm: [200, 200, 320], stock: 6, certifiedAs: 'decorative',
    title: { en: 'Safi vase, ochre and green', fr: 'Vase de Safi, ocre et vert', ar: 'مزهرية آسفي بالمغرة والأخضر' },
    story: {
      en: 'Lahcen has thrown this shape since he was twelve. He fires with eucalyptus in the kiln his father built on the potters’ hill.',
      fr: 'Lahcen tourne cette forme depuis ses douze ans. Il cuit à l’eucalyptus, dans le four que son père a bâti sur la colline des potiers.',
      ar: 'يشكل لحسن هذا الشكل منذ كان في الثانية عشرة، ويحرقه بخشب الأوكالبتوس في فرن بناه أبوه على تل الخزافين.',
    },
    pictures: [{ kind: 'pottery', style: 'vase-safi', seed: 15 }],
  },
  {
    ...tableware, key: 'safi-tagine', maker: 'lahcen', dirhams: 260, netGrams: 2800, grossGrams: 3800, mm: [290, 290, 240], stock: 12, certifiedAs: 'fillable',
    title: { en: 'Glazed serving tagine from Safi', fr: 'Tajine de service émaillé de Safi', ar: 'طاجين تقديم مزجج من آسفي' },
    story: {
      en: 'For the table, not the fire: it keeps a stew warm while guests arrive. The glaze is lead-free, and the batch has its test report.',
      fr: 'Pour la table, pas pour le feu : il garde le plat au chaud pendant que les invités arrivent. L’émail est sans plomb, et le lot a son rapport d’essai.',
      ar: 'للمائدة لا للنار: يحفظ الطعام ساخناً ريثما يصل الضيوف. الطلاء خال من الرصاص وللدفعة تقرير اختبارها.',
    },
    pictures: [{ kind: 'pottery', style: 'tagine-safi', seed: 21 }, { kind: 'pottery', style: 'tagine-safi', seed: 21, view: 'detail' }],
  },
  {
    ...tableware, key: 'safi-bowl', maker: 'khadija', dirhams: 110, netGrams: 850, grossGrams: 1200, mm: [190, 190, 90], stock: 24, certifiedAs: 'fillable',
    title: { en: 'Soup bowl from Safi', fr: 'Bol à soupe de Safi', ar: 'زلافة حريرة من آسفي' },
    story: {
      en: 'The size of a good helping of harira. Khadija paints the rim turning the bowl with one hand, forty bowls before lunch.',
      fr: 'La taille d’une bonne part de harira. Khadija peint le bord en tournant le bol d’une main, quarante bols avant midi.',
      ar: 'بمقدار نصيب وافر من الحريرة. ترسم خديجة الحافة وهي تدير الزلافة بيد واحدة، أربعون قبل الغداء.',
    },
    pictures: [{ kind: 'pottery', style: 'bowl-safi', seed: 8 }],
  },
  {
    ...tableware, key: 'safi-plate', maker: 'khadija', dirhams: 180, netGrams: 1400, grossGrams: 1900, mm: [320, 320, 50], stock: 16, certifiedAs: null,
    title: { en: 'Serving plate painted in Safi', fr: 'Plat de service peint à Safi', ar: 'طبق تقديم مرسوم في آسفي' },
    story: {
      en: 'A star that starts in the middle and is never measured: Khadija divides the circle by eye, and the last petal always fits.',
      fr: 'Une étoile qui part du centre et n’est jamais mesurée : Khadija divise le cercle à l’œil, et le dernier pétale trouve toujours sa place.',
      ar: 'نجمة تبدأ من الوسط ولا تُقاس أبداً: تقسم خديجة الدائرة بعينها، وتجد البتلة الأخيرة مكانها دائماً.',
    },
    pictures: [{ kind: 'pottery', style: 'plate-safi', seed: 33 }, { kind: 'pottery', style: 'plate-safi', seed: 33, view: 'detail' }],
  },
  {
    ...ornament, key: 'safi-blue-jar', maker: 'khadija', dirhams: 450, netGrams: 2600, grossGrams: 3500, mm: [240, 240, 300], stock: 3, certifiedAs: null,
    title: { en: 'Covered jar, ivory on deep blue', fr: 'Jarre couverte, ivoire sur bleu profond', ar: 'جرة بغطاء، عاجي على أزرق عميق' },
    story: {
      en: 'Made for dried mint, kept for letters. The ivory is painted over the raw blue and softens in the fire.',
      fr: 'Faite pour la menthe séchée, gardée pour les lettres. L’ivoire est peint sur le bleu cru et s’adoucit au feu.',
      ar: 'صُنعت للنعناع اليابس وتُحفظ فيها الرسائل. يُرسم العاجي على الأزرق النيء ويلين في النار.',
    },
    pictures: [{ kind: 'pottery', style: 'jar-indigo', seed: 52 }],
  },
  {
    ...ornament, key: 'tamegroute-vase', maker: 'mbarek', techniques: ['wheel-thrown', 'glazed'], dirhams: 290, netGrams: 1600, grossGrams: 2300, mm: [180, 180, 280], stock: 8, certifiedAs: null,
    title: { en: 'Green vase from Tamegroute', fr: 'Vase vert de Tamegroute', ar: 'مزهرية خضراء من تامكروت' },
    story: {
      en: 'The green is copper, and no two are alike: where the flame licks, the glaze runs dark. Fired with palm and tamarisk at the edge of the desert.',
      fr: 'Le vert vient du cuivre, et il n’y en a pas deux pareils : là où la flamme lèche, l’émail fonce. Cuit au palmier et au tamaris, au bord du désert.',
      ar: 'الأخضر من النحاس ولا تتشابه قطعتان: حيث تلعق النار يسيل الطلاء داكناً. تُحرق بسعف النخل والطرفاء على حافة الصحراء.',
    },
    pictures: [{ kind: 'pottery', style: 'vase-tamegroute', seed: 6 }, { kind: 'pottery', style: 'vase-tamegroute', seed: 6, view: 'detail' }],
  },
  {
    ...ornament, key: 'tamegroute-bowl', maker: 'mbarek', techniques: ['wheel-thrown', 'glazed'], dirhams: 140, netGrams: 900, grossGrams: 1300, mm: [210, 210, 90], stock: 10, certifiedAs: null,
    title: { en: 'Decorative bowl, Tamegroute green', fr: 'Coupe décorative, vert de Tamegroute', ar: 'سلطانية للزينة بأخضر تامكروت' },
    story: {
      en: 'For fruit with its skin on, or for keys by the door: the old glaze is not meant for food. The three marks inside are from the clay feet that held the next bowl in the kiln.',
      fr: 'Pour des fruits non pelés, ou les clés près de la porte : l’émail ancien n’est pas fait pour les aliments. Les trois marques au fond viennent des pieds de terre qui portaient le bol suivant dans le four.',
      ar: 'لفاكهة بقشرها أو لمفاتيح عند الباب: الطلاء القديم ليس للطعام. العلامات الثلاث في القاع من قوائم الطين التي حملت السلطانية التالية في الفرن.',
    },
    pictures: [{ kind: 'pottery', style: 'bowl-tamegroute', seed: 19 }],
  },
  {
    ...ornament, key: 'tamegroute-jar', maker: 'mbarek', techniques: ['hand-built', 'glazed'], dirhams: 560, netGrams: 5100, grossGrams: 6600, mm: [320, 320, 400], stock: null, certifiedAs: null,
    title: { en: 'Oil jar, Tamegroute', fr: 'Jarre à huile, Tamegroute', ar: 'خابية زيت من تامكروت' },
    story: {
      en: 'The shape that once carried olive oil along the Draa. It leans a little; Mbarek says a jar that stands too straight was made by a machine.',
      fr: 'La forme qui transportait l’huile d’olive le long du Drâa. Elle penche un peu ; Mbarek dit qu’une jarre trop droite sort d’une machine.',
      ar: 'الشكل الذي كان يحمل زيت الزيتون على طول درعة. تميل قليلاً، ويقول مبارك إن الخابية المستقيمة جداً صنعتها آلة.',
    },
    pictures: [{ kind: 'pottery', style: 'jar-tamegroute', seed: 44 }],
  },
  {
    ...ornament, key: 'fes-vase', maker: 'driss', dirhams: 640, netGrams: 2300, grossGrams: 3200, mm: [220, 220, 360], stock: null, certifiedAs: 'decorative',
    title: { en: 'Fes vase in cobalt blue', fr: 'Vase de Fès en bleu de cobalt', ar: 'مزهرية فاسية بأزرق الكوبالت' },
    story: {
      en: 'The blue of Fes needs grey Oued Fès clay and a tin-white ground. Driss draws the net of the pattern with a single hair, then fills it over two days.',
      fr: 'Le bleu de Fès demande l’argile grise de l’oued Fès et un fond blanc à l’étain. Driss trace le réseau du motif d’un seul poil, puis le remplit en deux jours.',
      ar: 'يحتاج أزرق فاس إلى طين وادي فاس الرمادي وأرضية بيضاء بالقصدير. يرسم إدريس شبكة الزخرفة بشعرة واحدة ثم يملؤها في يومين.',
    },
    pictures: [{ kind: 'pottery', style: 'vase-fes', seed: 1 }, { kind: 'pottery', style: 'vase-fes', seed: 1, view: 'detail' }],
  },
  {
    ...tableware, key: 'fes-plate', maker: 'driss', dirhams: 320, netGrams: 1500, grossGrams: 2100, mm: [340, 340, 55], stock: 9, certifiedAs: 'not-fillable',
    title: { en: 'Couscous plate, blue of Fes', fr: 'Plat à couscous, bleu de Fès', ar: 'طبق كسكس بأزرق فاس' },
    story: {
      en: 'Wide enough for six spoons. Driss signs under the foot ring, where only the person who washes up will see it.',
      fr: 'Assez large pour six cuillères. Driss signe sous le talon, là où seule la personne qui fait la vaisselle le verra.',
      ar: 'يتسع لست ملاعق. يوقّع إدريس تحت القاعدة حيث لا يراه إلا من يغسل الأواني.',
    },
    pictures: [{ kind: 'pottery', style: 'plate-fes', seed: 12 }],
  },
  {
    ...tableware, key: 'fes-bowl', maker: 'driss', dirhams: 150, netGrams: 800, grossGrams: 1150, mm: [180, 180, 85], stock: 20, certifiedAs: 'fillable', certifiedUnits: 8,
    title: { en: 'Small bowl, blue of Fes', fr: 'Petit bol, bleu de Fès', ar: 'زلافة صغيرة بأزرق فاس' },
    story: {
      en: 'One of a family of twenty, painted in an afternoon by four hands: Driss and his apprentice Anas.',
      fr: 'L’un d’une famille de vingt, peinte en un après-midi à quatre mains : Driss et son apprenti Anas.',
      ar: 'واحدة من عائلة من عشرين، رُسمت في عشية بأربع أياد: إدريس ومتعلمه أنس.',
    },
    pictures: [{ kind: 'pottery', style: 'bowl-fes', seed: 27 }],
  },
  {
    ...ornament, key: 'safi-saffron-vase', maker: 'khadija', dirhams: 340, netGrams: 1500, grossGrams: 2200, mm: [180, 180, 270], stock: 5, certifiedAs: null,
    title: { en: 'Saffron vase with dark leaves', fr: 'Vase safran aux feuilles sombres', ar: 'مزهرية زعفرانية بأوراق داكنة' },
    story: {
      en: 'The yellow is antimony-free and took Khadija two years of test tiles. The leaves are scratched through to the clay.',
      fr: 'Le jaune est sans antimoine et a coûté à Khadija deux ans d’essais. Les feuilles sont grattées jusqu’à la terre.',
      ar: 'الأصفر بلا أنتيمون، وقد كلف خديجة سنتين من التجارب. الأوراق مكشوطة حتى الطين.',
    },
    pictures: [{ kind: 'pottery', style: 'vase-saffron', seed: 39 }],
  },
  {
    ...ornament, key: 'tamegroute-saffron', maker: 'mbarek', techniques: ['wheel-thrown', 'glazed'], dirhams: 310, netGrams: 1700, grossGrams: 2400, mm: [220, 220, 240], stock: 4, certifiedAs: null,
    title: { en: 'Honey-coloured jar from Tamegroute', fr: 'Jarre couleur miel de Tamegroute', ar: 'جرة بلون العسل من تامكروت' },
    story: {
      en: 'Without copper the same glaze fires the colour of honey. One kiln in ten goes to this colour, on request.',
      fr: 'Sans cuivre, le même émail prend la couleur du miel. Une fournée sur dix y passe, sur demande.',
      ar: 'بلا نحاس يخرج الطلاء نفسه بلون العسل. فرن من كل عشرة لهذا اللون عند الطلب.',
    },
    pictures: [{ kind: 'pottery', style: 'jar-saffron', seed: 61 }],
  },
];
