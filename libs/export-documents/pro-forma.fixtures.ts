import { newId } from '#libs/kernel';
import type { ProForma, ProFormaLine } from '#libs/orders';
import { trade } from './export-documents.fixtures.js';
import type { TradeLine } from './trade/trade.js';

/** The frozen pro forma behind `trade()`: weights are of one unit here. */
export function proForma(change: Partial<ProForma> = {}): ProForma {
  const t = trade();
  const shares = { makerMinor: 0, clusterMinor: 0, centreMinor: 0, platformMinor: 0 };
  return {
    number: `PF-2026-${String(next++).padStart(6, '0')}`,
    orderId: t.orderId,
    basketId: newId(),
    issuedAt: '2026-11-20T10:00:00.000Z',
    issuedOn: '2026-11-20',
    validUntil: '2026-12-20T10:00:00.000Z',
    currency: t.currency,
    exporter: { kind: 'cluster', id: newId(), name: t.seller.name },
    buyer: { accountId: newId(), ...t.buyer, locale: 'fr' },
    consignee: t.consignee,
    incoterm: { code: 'DDP', version: '2020', place: 'Paris, FR' },
    lines: t.lines.map(lineOf),
    totals: { ...t.charges, surchargeMinor: 0 },
    shares: { ...shares, freightMinor: 0, dutyMinor: 0, feesMinor: 0 },
    quote: { charges: [], scheme: 'H1', customsBasis: 'CIF', asOf: '2026-11-20', warnings: [], etaDays: { min: 5, max: 9 }, dataVersion: 'test', basketTotalMinor: t.charges.totalMinor },
    fx: t.fx,
    ...change,
  };
}

let next = 1;

function lineOf(l: TradeLine): ProFormaLine {
  const shares = { makerMinor: 0, clusterMinor: 0, centreMinor: 0, platformMinor: 0 };
  return {
    number: l.number,
    productId: newId(),
    artisanId: newId(),
    makerName: l.makerName,
    quantity: l.quantity,
    unitIds: l.unitIds,
    title: l.title,
    hsCode: l.hsCode,
    commodityCode: l.commodityCode,
    originCountry: 'MA',
    originRegion: l.originRegion,
    materials: l.materials,
    netWeightGrams: Math.floor(l.netWeightGrams / l.quantity),
    grossWeightGrams: Math.ceil(l.grossWeightGrams / l.quantity),
    lengthMm: l.lengthMm,
    widthMm: l.widthMm,
    heightMm: l.heightMm,
    certified: l.certificateNumber !== null,
    certificateNumber: l.certificateNumber,
    foodContact: l.foodContact,
    unique: l.quantity === 1,
    leadTimeDays: 0,
    photograph: null,
    goodsMadMinor: l.amountMadMinor,
    sharesMad: shares,
    goodsMinor: l.amountMinor,
    shares,
    shippingMinor: 0,
    insuranceMinor: 0,
    dutyMinor: 0,
    surchargeMinor: 0,
    taxMinor: 0,
    feeMinor: 0,
    customsValueMinor: l.amountMinor,
    preference: { applied: l.preference, regime: 'EU-MA', proof: 'origin_declaration', why: '' },
  };
}
