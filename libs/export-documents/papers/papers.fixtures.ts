import { bowlLine, rugLine, trade } from '../export-documents.fixtures.js';
import type { Trade } from '../trade/trade.js';
import { UNDECIDED, type Transport } from '../trade/transport.js';
import type { PaperKind } from './papers.js';

const going = (change: Partial<Transport>): Pick<Trade, 'transport'> => ({ transport: { ...UNDECIDED, ...change } });
const to = (country: string, change: Partial<Trade['consignee']> = {}): Pick<Trade, 'consignee'> => ({ consignee: { ...trade().consignee, country, ...change } });
const eur1 = { origin: { ...trade().origin, proof: 'eur1' as const, why: 'above_threshold' as const, reference: 'A 123456' } };
const british = { ...to('GB', { city: 'London', postalCode: 'E8 3RL', line1: '27 Broadway Market', line2: null, name: 'Amelia Hart' }), origin: { ...eur1.origin, regime: 'UK-MA', mention: 'NONE' as const } };
const certified = (proof: 'arab_certificate' | 'form_a', regime: string): Pick<Trade, 'origin'> => ({ origin: { regime, proof, why: 'agreement', mention: 'NONE', months: 12, reference: 'MA 2026/118' } });
const turkish = [{ name: 'wool', percent: 85, originCountry: 'TR', scientificName: null }, { name: 'cotton', percent: 15, originCountry: 'MA', scientificName: null }];

/** A trade that asks for the paper; the first of each is a rug and six bowls to Paris. */
export const ASKING: Readonly<Partial<Record<PaperKind, Partial<Trade>>>> = {
  us_origin_declaration: { ...to('US', { city: 'Brooklyn', region: 'NY', postalCode: '11201', line1: '60 Water Street', line2: 'Apt 4', name: 'Jane Miller' }), origin: { ...trade().origin, regime: 'US-MA', proof: 'us_declaration', why: 'agreement', mention: 'NONE' }, valueTest: { minPercent: 35, partner: { countries: ['US'], capPercent: 15 } } },
  eur1_data: eur1,
  eur1_form: { ...eur1, form: { shiftXMm: 1.5, shiftYMm: -2 } },
  eur_med_data: { ...british, lines: [rugLine({ materials: turkish }), bowlLine()] },
  eur_med_form: { ...british, lines: [rugLine({ materials: turkish }), bowlLine()] },
  arab_certificate: { ...to('AE', { name: 'Noor Trading LLC', line1: 'Al Quoz 3, Warehouse 12', line2: null, city: 'Dubai', postalCode: null }), ...certified('arab_certificate', 'GAFTA'), ...going({ way: 'air', carrier: 'Royal Air Maroc Cargo', from: 'Casablanca', to: 'Dubai' }) },
  form_a_data: { ...to('JP', { name: 'Kawa Craft KK', line1: '3-5-1 Jingumae', line2: null, city: 'Tokyo', postalCode: '150-0001' }), ...certified('form_a', 'JP-GSP'), ...going({ way: 'air', from: 'Casablanca' }) },
  cn22: { ...going({ way: 'post', carrier: 'Barid Al-Maghrib', number: 'RR123456785MA' }), lines: [bowlLine({ number: 1, quantity: 2, netWeightGrams: 1_100, grossWeightGrams: 1_400 })], charges: { ...trade().charges, goodsMinor: 14_950, totalMinor: 57_678 }, packing: { measured: true, packages: 1, grossWeightGrams: 1_400 } },
  cn23: { ...going({ way: 'post', carrier: 'Barid Al-Maghrib', number: 'CP123456785MA' }), packing: { measured: true, packages: 1, grossWeightGrams: 19_350 } },
  air_waybill_draft: going({ way: 'air', carrier: 'Royal Air Maroc Cargo', number: '147-10000001', from: 'CMN Casablanca', to: 'CDG Paris', vehicle: 'AT 764, 26 November' }),
  cmr_draft: going({ way: 'road', carrier: 'Transports du Détroit', from: 'Fès', to: 'Paris', vehicle: '12345-A-6, trailer 998' }),
  bill_of_lading_draft: going({ way: 'sea', carrier: 'CMA CGM', from: 'Tanger Med', to: 'Marseille', vehicle: 'Example Star, voyage 26W', containers: ['CSQU3054383'], notify: 'Agence Maritime du Sud, Marseille' }),
  wood_packaging: going({ way: 'sea', wood: 'treated', woodMark: 'IPPC MA-123 HT' }),
};

export function asking(kind: PaperKind): Trade {
  return trade(ASKING[kind] ?? {});
}
