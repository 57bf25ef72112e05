import type { Words } from './cast.js';

/** What some makers of the cast tell of themselves; the others have not written theirs yet. */
export const stories: Readonly<Record<string, Words>> = {
  zahra: {
    en: 'I learnt at my mother’s loom in Boujaad, where a rug is drawn from memory and never twice. I dye with madder and henna from the Tuesday market. Six women of the derb weave with me in winter.',
    fr: 'J’ai appris au métier de ma mère, à Boujaad, où un tapis se dessine de mémoire et jamais deux fois. Je teins à la garance et au henné du souk du mardi. L’hiver, six femmes du derb tissent avec moi.',
    ar: 'تعلمت على نول أمي في أبي الجعد، حيث تُرسم الزربية من الذاكرة ولا تتكرر. أصبغ بالفوة والحناء من سوق الثلاثاء، وتنسج معي في الشتاء ست نساء من الدرب.',
  },
  fadma: {
    en: 'In Aït Bouguemez the wool comes down from the summer pastures and is spun before the snow. My rugs have the lozenges of my grandmother’s blanket.',
    fr: 'Dans les Aït Bouguemez, la laine descend des alpages et se file avant la neige. Mes tapis portent les losanges de la couverture de ma grand-mère.',
    ar: 'في آيت بوكماز ينزل الصوف من المراعي الصيفية ويُغزل قبل الثلج. تحمل زرابيّ معينات حنديرة جدتي.',
  },
  lahcen: {
    en: 'My kiln on the Potters’ Hill is the one my grandfather built. I turn the clay of the Oued Chaâba and draw each pattern with a donkey-hair brush.',
    fr: 'Mon four, sur la Colline des Potiers, est celui que mon grand-père a bâti. Je tourne la terre de l’oued Chaâba et trace chaque motif au pinceau de poil d’âne.',
    ar: 'فرني في هضبة الخزف هو الذي بناه جدي. أدير طين واد الشعبة وأرسم كل نقش بفرشاة من شعر الحمار.',
  },
  driss: {
    en: 'Fes blue is cobalt, and a steady hand. I have fired it at Aïn Nokbi for forty years and taught eleven apprentices.',
    fr: 'Le bleu de Fès, c’est du cobalt et une main sûre. Je le cuis à Aïn Nokbi depuis quarante ans et j’ai formé onze apprentis.',
    ar: 'أزرق فاس كوبالت ويد ثابتة. أشويه في عين النقبي منذ أربعين سنة وعلّمته لأحد عشر متعلماً.',
  },
  youssef: {
    en: 'A lantern is a thousand holes. I cut each with a chisel on the tinsmiths’ square, so that the light falls on your wall as it falls on ours.',
    fr: 'Une lanterne, ce sont mille trous. Je les perce un à un au ciseau, place des Ferblantiers, pour que la lumière tombe sur votre mur comme sur le nôtre.',
    ar: 'الفانوس ألف ثقب. أثقبها واحداً واحداً بالإزميل في ساحة القزادرية ليسقط النور على جداركم كما يسقط على جدارنا.',
  },
  naima: {
    en: 'I weave doum palm at the Oulja in Salé with fourteen neighbours. We cut the leaves in June, when they bend without breaking.',
    fr: 'Je tresse le palmier doum à l’Oulja de Salé, avec quatorze voisines. Nous coupons les feuilles en juin, quand elles plient sans casser.',
    ar: 'أضفر الدوم بالولجة في سلا مع أربع عشرة جارة. نقطع السعف في يونيو حين ينثني ولا ينكسر.',
  },
  touda: {
    en: 'In Aït Ouribel we weave on the flat and read the bands from below. I set up my loom after the harvest, and my daughters card the wool.',
    fr: 'Chez les Aït Ouribel, on tisse à plat et les bandes se lisent de bas en haut. Je monte mon métier après la moisson, et mes filles cardent la laine.',
    ar: 'في آيت أوريبل ننسج بلا خملة وتُقرأ الأشرطة من الأسفل. أنصب منسجي بعد الحصاد وتمشط بناتي الصوف.',
  },
  rkia: {
    en: 'Siroua wool is long and shines, and Taznakht knows its yellow from henna and its red from madder. I knot in the morning, when the light is even.',
    fr: 'La laine du Siroua est longue et brillante ; à Taznakht le jaune vient du henné et le rouge de la garance. Je noue le matin, quand la lumière est égale.',
    ar: 'صوف سيروا طويل لامع، وفي تازناخت يأتي الأصفر من الحناء والأحمر من الفوة. أعقد في الصباح حين يستوي الضوء.',
  },
};
