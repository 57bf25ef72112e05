import type { Evidence, Trade, TradeLine } from './trade/trade.js';
import { UNDECIDED } from './trade/transport.js';

export const STAMPED: Evidence = {
  number: 'TAP-2026-000117',
  label: 'P 4711',
  grade: 'superieure',
  foodContact: false,
  inspector: 'Rachida Filali',
  validFrom: '2026-10-02',
  page: 'https://dar-sanaa.example/en/certificate/TAP-2026-000117',
  found: [
    { rule: 'knots-width', name: 'Knots per decimetre of width', value: 22, unit: 'knots/dm' },
    { rule: 'knots-height', name: 'Knots per decimetre of height', value: 20, unit: 'knots/dm' },
    { rule: 'knots', name: 'Density', value: 44_000, unit: 'knots/m²' },
  ],
};

export const TESTED: Evidence = {
  number: 'POT-2026-000031',
  label: null,
  grade: null,
  foodContact: true,
  inspector: 'Youssef Bennani',
  validFrom: '2026-09-14',
  page: 'https://dar-sanaa.example/en/certificate/POT-2026-000031',
  found: [
    { rule: 'lead', name: 'Lead', value: 0.4, unit: 'mg/l' },
    { rule: 'cadmium', name: 'Cadmium', value: 0.02, unit: 'mg/l' },
  ],
};

/** A rug from the Middle Atlas and six bowls from Safi, sold by a cluster to a buyer in Paris. */
export function rugLine(change: Partial<TradeLine> = {}): TradeLine {
  return {
    number: 1,
    title: { en: 'Hand-knotted wool rug, Beni Ourain', fr: 'Tapis de laine noué main, Beni Ourain', ar: 'زربية صوفية معقودة يدويا، بني وراين' },
    makerName: 'Fatima Oubella',
    hsCode: '570110',
    commodityCode: '5701101000',
    originCountry: 'MA',
    originRegion: 'MA-03',
    quantity: 1,
    unitIds: ['018f0000-0000-7000-8000-000000000001'],
    amountMinor: 124_050,
    amountMadMinor: 1_340_000,
    currency: 'EUR',
    netWeightGrams: 14_200,
    grossWeightGrams: 15_100,
    lengthMm: 3000,
    widthMm: 2000,
    heightMm: 20,
    materials: [
      { name: 'wool', percent: 85, originCountry: 'MA', scientificName: null },
      { name: 'cotton', percent: 15, originCountry: 'MA', scientificName: null },
    ],
    certificateNumber: 'TAP-2026-000117',
    evidence: STAMPED,
    foodContact: false,
    photograph: '018f0000-0000-7000-8000-0000000000f1',
    making: null,
    preference: true,
    ...change,
  };
}

export function bowlLine(change: Partial<TradeLine> = {}): TradeLine {
  return rugLine({
    number: 2,
    title: { en: 'Glazed stoneware bowl, blue geometric decoration', fr: 'Bol en grès émaillé, décor géométrique bleu', ar: 'زلافة من الخزف المطلي بزخرفة هندسية زرقاء' },
    makerName: 'Abdelkrim Serghini',
    hsCode: '691200',
    commodityCode: '6912002300',
    originRegion: 'MA-07',
    quantity: 6,
    unitIds: [],
    amountMinor: 14_950,
    amountMadMinor: 161_500,
    netWeightGrams: 3_300,
    grossWeightGrams: 4_250,
    lengthMm: 160,
    widthMm: 160,
    heightMm: 75,
    materials: [{ name: 'stoneware', percent: 100, originCountry: 'MA', scientificName: null }],
    certificateNumber: 'POT-2026-000031',
    evidence: TESTED,
    foodContact: true,
    ...change,
  });
}

export function trade(change: Partial<Trade> = {}): Trade {
  return {
    orderId: '018f0000-0000-7000-8000-00000000000a',
    proForma: { number: 'PF-2026-000042', issuedOn: '2026-11-20' },
    currency: 'EUR',
    incoterm: { code: 'DDP', version: '2020', place: 'Paris, FR' },
    seller: {
      name: 'Groupement Atlas Tissage',
      nameArabic: 'مجموعة أطلس للنسيج',
      address: ['12, rue des Tisserands', 'Quartier Industriel'],
      phone: '+212 535 00 00 00',
      email: 'export@atlas-tissage.example',
      ice: '001234567000089',
      tradeRegister: '45871 Fès',
      taxNumber: '40123456',
      signatory: 'Khadija Amrani',
      capacity: 'Export manager',
      city: 'Fès',
      approvedExporter: null,
      registerNumber: null,
      exporterFile: 'ART-EXP 2231',
      representativeEori: 'FR12345678900012',
      responsiblePerson: 'Maison Atlas SARL, 8 rue de Charonne, 75011 Paris, contact@maison-atlas.example',
    },
    buyer: { name: 'Claire Moreau', email: 'claire@moreau.example', kind: 'consumer', taxId: null },
    consignee: { name: 'Claire Moreau', line1: '14, rue Oberkampf', line2: 'Bâtiment B', city: 'Paris', postalCode: '75011', region: null, country: 'FR', phone: '+33 6 00 00 00 00' },
    lines: [rugLine(), bowlLine()],
    offer: [rugLine(), bowlLine()],
    charges: { goodsMinor: 139_000, shippingMinor: 9_800, insuranceMinor: 1_390, dutyMinor: 0, taxMinor: 30_038, feeMinor: 1_500, totalMinor: 181_728 },
    customs: { basis: 'CIF', valueMinor: 150_190, scheme: 'H1' },
    transport: UNDECIDED,
    form: { shiftXMm: 0, shiftYMm: 0 },
    packing: { measured: true, packages: 2, grossWeightGrams: 19_350 },
    origin: { regime: 'EU-MA', proof: 'origin_declaration', why: 'within_threshold', mention: 'REVISED RULES', months: 10, reference: null },
    valueTest: null,
    stall: null,
    fx: { rate: '10.8025', source: 'Bank Al-Maghrib', day: '2026-11-20' },
    ...change,
  };
}
