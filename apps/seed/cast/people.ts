import type { CastApplicant, CastBuyer, CastPerson } from './cast.js';

/** Of everyone in the demo world. */
export const PASSWORD = 'demo-dar-sanaa';

export const admin: CastPerson = { key: 'admin', email: 'admin@demo.example', name: 'Salma Idrissi', locale: 'fr', role: 'Administrator' };
export const desk: CastPerson = { key: 'desk', email: 'desk@demo.example', name: 'Omar Benjelloun', locale: 'fr', role: 'Export desk, Casablanca' };

/** Officers of a chamber: its id is the code of its region. */
export const officers: readonly (CastPerson & { readonly chamber: string })[] = [
  { key: 'officer', email: 'officer@demo.example', name: 'Malika Tahiri', locale: 'fr', role: 'Chamber officer, Béni Mellal-Khénifra', chamber: 'MA-05' },
  { key: 'officer-fes', email: 'officer.fes@demo.example', name: 'Rachid Filali', locale: 'ar', role: 'Chamber officer, Fès-Meknès', chamber: 'MA-03' },
];

/** Inspectors, with the id of their centre of excellence. */
export const inspectors: readonly (CastPerson & { readonly centre: string })[] = [
  { key: 'inspector', email: 'inspector@demo.example', name: 'Nadia Amrani', locale: 'fr', role: 'Inspector, carpet centre', centre: 'carpets' },
  { key: 'inspector-pottery', email: 'inspector.safi@demo.example', name: 'Karim Chtioui', locale: 'fr', role: 'Inspector, pottery centre', centre: 'pottery' },
];

/** In the register, with an account, and not yet joined to their entries: their chamber decides. */
export const applicants: readonly CastApplicant[] = [
  { key: 'hadda', email: 'hadda@demo.example', name: 'Hadda Aït Raho', locale: 'ar', role: 'Weaver who asks for her entry', returned: null },
  { key: 'jamila', email: 'jamila@demo.example', name: 'Jamila Bennani', locale: 'ar', role: 'Embroiderer who asks for her entry', returned: null },
  { key: 'said', email: 'said@demo.example', name: 'Saïd Ouhssine', locale: 'fr', role: 'Carver whose request came back', returned: 'La photographie de la carte est trop sombre : on ne lit pas le numéro.' },
];

/** Groupings that export for their members, and the person who acts for each. */
export const clusters = [
  {
    key: 'tifawin', members: ['fadma', 'itto', 'aicha'], region: 'MA-05', branch: 'carpets', legalForm: 'cooperative', ice: '001912345000072', address: 'Douar Aït Bouguemez', city: 'Azilal',
    rules: 'تحدد كل نساجة ثمن عملها. ويغطي المقتطع الغسل والتغليف والتنقل إلى مكتب الختم، وما يفضل آخر السنة يوزع حسب ساعات العمل.\n\nChaque tisseuse fixe le prix de son travail. La part de la coopérative paie le lavage, l’emballage et le trajet jusqu’au bureau de l’estampille ; le reste de l’année est partagé selon les heures de travail.',
    name: { en: 'Tifawin, Weavers of Azilal', fr: 'Tifawin, tisseuses d’Azilal', ar: 'تيفاوين، نساجات أزيلال' },
    // 3 % for coordinating, 20 dirhams a piece for the stamping office, 5 a kilogram for packing, 60 an order for the trip to Casablanca.
    fees: [{ role: 'coordinator', bp: 300 }, { role: 'quality', itemMinor: 2_000 }, { role: 'packing', kgMinor: 500 }, { role: 'collection', orderMinor: 6_000 }],
    offers: [
      {
        piece: 'azilal-lozenges', minimumQuantity: 1,
        text: { en: 'Washed in the spring below the village and measured by the cooperative before it leaves.', fr: 'Lavé à la source en contrebas du village et mesuré par la coopérative avant son départ.', ar: 'غُسلت في العين أسفل الدوار وقاستها التعاونية قبل خروجها.' },
      },
    ],
    sale: { title: 'Semaine de la laine', pieces: ['kilim-ochre', 'handira-sequins'], feeBp: 200, minimumQuantity: 1, opensInDays: 10, lastsDays: 7, outlets: [{ name: 'Ensemble artisanal', city: 'Azilal' }, { name: 'Maison de l’artisan', city: 'Rabat' }] },
    agent: { key: 'agent-tifawin', email: 'tifawin@demo.example', name: 'Hajar Ouchen', locale: 'fr', role: 'Agent of the Tifawin cooperative' },
  },
  {
    key: 'safi', members: ['lahcen', 'khadija'], region: 'MA-07', branch: 'pottery', legalForm: 'economic_interest_group', ice: '002087654000031', address: 'Colline des Potiers', city: 'Safi',
    rules: 'توزع الطلبيات الكبيرة حسب عدد الأفران التي يشعلها كل عضو في الشهر. وتفحص كل دفعة معدة للطعام قبل تغليفها.\n\nLes grandes commandes sont partagées selon le nombre de fournées de chacun dans le mois. Chaque lot alimentaire est testé avant l’emballage.',
    name: { en: 'Safi Potters’ Grouping', fr: 'Groupement des potiers de Safi', ar: 'تجمع خزافي آسفي' },
    // 4 % for coordinating, 4 dirhams a piece for straw and boxes, 10 an order for the cart to the post.
    fees: [{ role: 'coordinator', bp: 400 }, { role: 'packing', itemMinor: 400 }, { role: 'collection', orderMinor: 1_000 }],
    offers: [
      {
        piece: 'safi-bowl', minimumQuantity: 4,
        text: { en: 'Sold by four, so that a table matches. Every batch is tested for lead before it is packed.', fr: 'Vendus par quatre, pour une table assortie. Chaque lot est testé au plomb avant l’emballage.', ar: 'تباع بالأربع ليكتمل تناسق المائدة، ويُفحص الرصاص في كل دفعة قبل التعبئة.' },
      },
    ],
    sale: null,
    agent: { key: 'agent-safi', email: 'safi@demo.example', name: 'Yassine Bouyfrouri', locale: 'fr', role: 'Agent of the Safi potters' },
  },
] as const satisfies readonly { agent: CastPerson; [field: string]: unknown }[];

export const buyers: readonly CastBuyer[] = [
  {
    key: 'claire', email: 'claire@demo.example', name: 'Claire Moreau', locale: 'fr', role: 'Buyer, Paris', buyerKind: 'consumer', taxId: null,
    consignee: { name: 'Claire Moreau', line1: '14 rue des Martyrs', line2: 'Bâtiment B, 3e étage', city: 'Paris', postalCode: '75009', region: null, country: 'FR', phone: '+33 6 12 34 56 78' },
  },
  {
    key: 'jonas', email: 'jonas@demo.example', name: 'Jonas Weber', locale: 'en', role: 'Buyer for a shop, Berlin', buyerKind: 'business', taxId: 'DE123456789',
    consignee: { name: 'Weber Wohnen GmbH', line1: 'Torstrasse 140', line2: null, city: 'Berlin', postalCode: '10119', region: null, country: 'DE', phone: '+49 30 1234567' },
  },
  {
    key: 'amelia', email: 'amelia@demo.example', name: 'Amelia Clarke', locale: 'en', role: 'Buyer, London', buyerKind: 'consumer', taxId: null,
    consignee: { name: 'Amelia Clarke', line1: '27 Lamb’s Conduit Street', line2: null, city: 'London', postalCode: 'WC1N 3NG', region: null, country: 'GB', phone: '+44 20 7946 0123' },
  },
  {
    key: 'daniel', email: 'daniel@demo.example', name: 'Daniel Alaoui', locale: 'ar', role: 'Buyer, Boston', buyerKind: 'consumer', taxId: null,
    consignee: { name: 'Daniel Alaoui', line1: '88 Charles Street', line2: 'Apt 4', city: 'Boston', postalCode: '02114', region: 'MA', country: 'US', phone: '+1 617 555 0142' },
  },
];
