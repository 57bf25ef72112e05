import { apportion } from '#libs/kernel';
import type { Citation, Cited, FxEntry, Market, ServiceEntry, TariffEntry } from '../reference/market.js';
import type { ShippingRateRow } from '../reference/row.js';
import type { Basis } from './basis.js';
import { remark } from './basis.js';
import { Dec, inUnits, toMinor } from './decimal.js';
import { evaluateDuty, type Measured } from './duty-expression.js';
import type { Charge, EtaDays, QuoteLineRequest, QuoteRequest, Remark } from './quote.js';
import { FORMULAS } from '../words/formulas.js';
import { LABELS, SERVICES } from '../words/labels.js';
import { say, saying, type Param } from '../words/saying.js';
import { chargeableWeight, volumetricGrams, type Chargeable } from './volumetric.js';

/** One line with its money in the buyer's currency and its share of the way. */
export interface PricedLine {
  readonly request: QuoteLineRequest;
  readonly entry: TariffEntry;
  readonly measured: Measured;
  readonly goodsMinor: number;
  readonly shippingMinor: number;
  readonly insuranceMinor: number;
}

export interface PricedConsignment {
  readonly lines: readonly PricedLine[];
  readonly charges: readonly Charge[];
  readonly goodsMinor: number;
  readonly shippingMinor: number;
  readonly insuranceMinor: number;
  readonly goodsMadMinor: number;
  readonly chargeableWeightGrams: number;
  readonly etaDays: EtaDays;
}

/** Goods, freight and insurance in the buyer's currency; reasons when a rate is missing. */
export function priceConsignment(market: Market, fx: FxEntry, request: QuoteRequest, basis: Basis): PricedConsignment | Remark[] {
  const currency = market.row.currency;
  const reasons: Remark[] = [];
  const entries = request.lines.map((line) => {
    const entry = market.tariff.get(line.hsCode ?? '');
    if (!entry) reasons.push(remark('TARIFF_UNKNOWN', { group: market.row.tariffGroup, code: line.hsCode ?? '' }, line.key));
    return entry;
  });
  const goods = request.lines.map((line) => toMinor(new Dec(valueMadMinor(line)).div(fx.madPerUnit)));
  const goodsMinor = goods.reduce((sum, one) => sum + one, 0);
  const freight = freightOf(market, fx, request.lines, basis);
  const insurance = insuranceOf(market, goodsMinor, basis);
  if ('code' in freight) reasons.push(freight);
  if ('code' in insurance) reasons.push(insurance);
  if (goods.includes(0)) reasons.push(remark('VALUE_INVALID'));
  if (reasons.length > 0 || 'code' in freight || 'code' in insurance) return reasons;
  const weights = request.lines.map((line) => Math.max(line.grossWeightGrams * line.quantity, volumetricGrams(line, freight.service.row.volumetricDivisor)));
  const shippingShares = shares(freight.charge.amountMinor, weights);
  const insuranceShares = shares(insurance.charge.amountMinor, goods);
  const fxCite = basis.use(fx.cite);
  return {
    lines: request.lines.map((line, i) => ({
      request: line, entry: entries[i]!, measured: measure(line), goodsMinor: goods[i]!, shippingMinor: shippingShares[i]!, insuranceMinor: insuranceShares[i]!,
    })),
    charges: [...request.lines.map((line, i) => goodsCharge(line, goods[i]!, fx, currency, fxCite)), freight.charge, insurance.charge],
    goodsMinor,
    shippingMinor: freight.charge.amountMinor,
    insuranceMinor: insurance.charge.amountMinor,
    goodsMadMinor: request.lines.reduce((sum, line) => sum + valueMadMinor(line), 0),
    chargeableWeightGrams: freight.grams,
    etaDays: { min: freight.service.row.etaMinDays, max: freight.service.row.etaMaxDays },
  };
}

function goodsCharge(line: QuoteLineRequest, amountMinor: number, fx: FxEntry, currency: string, cite: Citation): Charge {
  const params = { quantity: line.quantity, price: inUnits(line.goodsValueMadMinor), rate: fx.rate, currency };
  const formula = line.onceMadMinor ? saying(FORMULAS.GOODS_AND_ONCE, { ...params, once: inUnits(line.onceMadMinor) }) : saying(FORMULAS.GOODS, params);
  return charge('goods', 'GOODS', '', line.key, amountMinor, formula, saying(FORMULAS.EXCHANGE, { rate: fx.rate, currency }), cite);
}

/** The selling price of the whole line. */
export function valueMadMinor(line: Pick<QuoteLineRequest, 'goodsValueMadMinor' | 'quantity' | 'onceMadMinor'>): number {
  return line.goodsValueMadMinor * line.quantity + (line.onceMadMinor ?? 0);
}

/** Customs count what is in the box: net kilograms, square metres of the piece, items or pairs. */
function measure(line: QuoteLineRequest): Measured {
  const items = new Dec(line.quantity);
  return {
    items,
    kg: items.times(line.netWeightGrams).div(1000),
    m2: items.times(line.lengthMm).times(line.widthMm).div(1_000_000),
  };
}

interface Freight {
  readonly charge: Charge;
  readonly service: ServiceEntry;
  readonly grams: number;
}

/** The cheapest service that carries it. */
function freightOf(market: Market, fx: FxEntry, lines: readonly QuoteLineRequest[], basis: Basis): Freight | Remark {
  const { services } = market;
  if (services.length === 0) return remark('SHIPPING_UNKNOWN');
  let best: { service: ServiceEntry; rate: Cited<ShippingRateRow>; weight: Chargeable } | null = null;
  let lightest = Infinity;
  for (const service of services) {
    const weight = chargeableWeight(lines, service.row.volumetricDivisor);
    lightest = Math.min(lightest, weight.grams);
    const rate = weight.grams <= service.row.maxWeightGrams ? service.rates.find((r) => weight.grams <= r.row.upToGrams) : undefined;
    if (rate && (best === null || rate.row.amountMadMinor < best.rate.row.amountMadMinor)) best = { service, rate, weight };
  }
  if (!best) return remark('TOO_HEAVY', { weight: kilograms(lightest) });
  const { service, rate, weight } = best;
  basis.use(service.cite);
  const amountMinor = toMinor(new Dec(rate.row.amountMadMinor).div(fx.madPerUnit));
  const counted = weight.by === 'gross' ? FORMULAS.GROSS : saying(FORMULAS.VOLUMETRIC, { divisor: service.row.volumetricDivisor });
  const formula = saying(FORMULAS.SHIPPING, { weight: kilograms(weight.grams), counted, upTo: kilograms(rate.row.upToGrams), amount: inUnits(rate.row.amountMadMinor), rate: fx.rate });
  const named = saying(FORMULAS.SERVICE, { service: SERVICES[service.row.service] ?? service.row.service, zone: service.row.zone });
  const made = charge('shipping', 'SHIPPING', '', null, amountMinor, formula, named, basis.use(rate.cite));
  return { charge: made, service, grams: weight.grams };
}

function insuranceOf(market: Market, goodsMinor: number, basis: Basis): { charge: Charge } | Remark {
  const fee = market.fees.find((f) => f.row.kind === 'insurance');
  if (!fee) return remark('INSURANCE_UNKNOWN');
  const answer = evaluateDuty(fee.rate, goodsMinor, market.row.currency, { kg: null, m2: null, items: new Dec(1) });
  if (!answer.known) return remark('INSURANCE_UNKNOWN');
  return { charge: charge('insurance', fee.row.code, '', null, toMinor(answer.minor), answer.formula, fee.row.rate, basis.use(fee.cite), fee.row.label) };
}

/** A charge named by its code; `detail` is what follows the name. */
export function charge(kind: Charge['kind'], code: string, detail: string, key: string | null, amountMinor: number, formula: Param, rate: Param, cite: Citation, name = LABELS[code]?.en ?? code): Charge {
  return {
    kind, code, label: detail === '' ? name : `${name} ${detail}`, detail, key, amountMinor, formula: say(formula, 'en'), rate: say(rate, 'en'), said: { formula, rate },
    source: cite.source, checkedOn: cite.checkedOn, confidence: cite.confidence,
  };
}

/** A single line carries it whole; several share by largest remainder. */
export function shares(amountMinor: number, weights: readonly number[]): number[] {
  return weights.length === 1 ? [amountMinor] : apportion(amountMinor, weights);
}

function kilograms(grams: number): string {
  return new Dec(grams).div(1000).toString();
}
