import type { Money } from '#libs/kernel';
import type { FxEntry, Market } from '../reference/market.js';
import { Basis, remark } from './basis.js';
import { Dec, inUnits } from './decimal.js';
import { declare, schemesOf, type Declaration } from './declaration.js';
import { priceConsignment, valueMadMinor, type PricedConsignment } from './freight.js';
import type { LineOrigin } from './line-duty.js';
import { origin } from '../origin/origin.js';
import { proofFor, type ProofTerms } from '../origin/proof.js';
import { FORMULAS } from '../words/formulas.js';
import { SCHEMES } from '../words/labels.js';
import type { ProofKind } from '../words/origin-words.js';
import { rowWords, say, saying, type Param } from '../words/saying.js';
import type { Alternative, EtaDays, KnownQuote, Quote, QuotedLine, QuoteRequest, Remark, ScreeningFinding, UnknownQuote } from './quote.js';
import { faultsOf } from './request-check.js';
import { screen } from './screening.js';

/**
 * The price at the buyer's door, and why. Pure: the same request, market and day always answer the same.
 * What is not known is answered as unknown with its reasons, never with a figure.
 */
export function landedCost(market: Market | null, request: QuoteRequest, dataVersion: string): Quote {
  if (market === null) return unknown(request, dataVersion, [remark('COUNTRY_UNKNOWN', { country: request.country.slice(0, 20), day: request.asOf.slice(0, 20) })]);
  const faults = faultsOf(request);
  const { currency } = market.row;
  if (request.currency !== undefined && request.currency !== currency) faults.push(remark('CURRENCY_UNSUPPORTED', { currency }));
  const fx = market.fx.get(currency);
  if (!fx) faults.push(remark('FX_UNKNOWN', { currency }));
  if (faults.length > 0 || !fx) return unknown(request, dataVersion, faults);
  return price(market, fx, request, dataVersion);
}

function price(market: Market, fx: FxEntry, request: QuoteRequest, dataVersion: string): Quote {
  const basis = new Basis(market.horizon);
  basis.use(market.cite);
  const screening = market.restrictions.length === 0 ? [] : request.lines.flatMap((line) => screen(market.restrictions, line));
  const refused = screening.filter((f) => f.outcome === 'refused').map((f) => remark('REFUSED', { says: f.said.says }, f.key));
  if (refused.length > 0) return unknown(request, dataVersion, refused, screening);
  const priced = priceConsignment(market, fx, request, basis);
  if (Array.isArray(priced)) return unknown(request, dataVersion, priced, screening);
  const origins = originsOf(market, priced, basis);
  const tried = schemesOf(market, priced.goodsMinor, priced.goodsMadMinor, request.buyerKind).map((scheme) => {
    const own = new Basis(basis.validUntil);
    return { own, declaration: declare(market, priced, origins, scheme, own) };
  });
  const open = tried.filter((t): t is { own: Basis; declaration: Declaration } => !Array.isArray(t.declaration));
  const best = open.reduce<(typeof open)[number] | null>((cheapest, t) => (cheapest === null || t.declaration.allMinor < cheapest.declaration.allMinor ? t : cheapest), null);
  if (!best) return unknown(request, dataVersion, tried.flatMap((t) => (Array.isArray(t.declaration) ? t.declaration : [])), screening);
  basis.join(best.own);
  const other = open.find((t) => t !== best) ?? null;
  return assemble(market, fx, request, dataVersion, { priced, best: best.declaration, other: other?.declaration ?? null, basis, screening });
}

interface Found {
  readonly priced: PricedConsignment;
  readonly best: Declaration;
  readonly other: Declaration | null;
  readonly basis: Basis;
  readonly screening: readonly ScreeningFinding[];
}

function assemble(market: Market, fx: FxEntry, request: QuoteRequest, dataVersion: string, found: Found): KnownQuote {
  const { priced, best, other, basis, screening } = found;
  const { currency } = market.row;
  const base = priced.goodsMinor + priced.shippingMinor + priced.insuranceMinor;
  const onArrivalMinor = request.incoterm === 'DAP' ? best.atBorderMinor : 0;
  const warnings = [...basis.warnings, ...openPoints(market), ...preferenceRemarks(found)];
  return {
    known: true,
    reasons: [],
    country: request.country,
    buyerKind: request.buyerKind,
    incoterm: request.incoterm,
    asOf: request.asOf,
    currency,
    customsBasis: market.row.customsBasis,
    scheme: best.scheme.name,
    lines: [...priced.charges, ...best.charges],
    total: amount(base + best.allMinor - onArrivalMinor, currency),
    onArrival: amount(onArrivalMinor, currency),
    perLine: priced.lines.map((line, i) => quotedLine(line.request.key, line.goodsMinor, line.entry.row.commodityCode, best, i, screening)),
    fx: { rate: fx.rate, source: fx.cite.source, day: fx.day },
    etaDays: eta(priced, best),
    chargeableWeightGrams: priced.chargeableWeightGrams,
    ...(other ? { alternative: alternativeOf(found, other, request, base, currency) } : {}),
    warnings,
    screening,
    confidence: basis.confidence,
    validUntil: basis.confidence === 'expired' ? request.asOf : basis.validUntil,
    dataVersion,
  };
}

function quotedLine(key: string, goodsMinor: number, commodityCode: string, best: Declaration, i: number, screening: readonly ScreeningFinding[]): QuotedLine {
  const duty = best.duties[i]!;
  return {
    key,
    goodsMinor,
    dutyMinor: duty.dutyMinor,
    surchargeMinor: duty.surchargeMinor,
    taxMinor: best.taxes[i]!,
    customsValueMinor: duty.customsValueMinor,
    commodityCode,
    preference: duty.preference,
    saved: duty.saved,
    screening: screening.filter((f) => f.key === key),
  };
}

/** Origin of each line, and which proof this consignment needs: the threshold counts all originating goods together. */
function originsOf(market: Market, priced: PricedConsignment, basis: Basis): LineOrigin[] {
  const regime = market.originRegime;
  const verdicts = priced.lines.map((line) => origin({ regime, rules: market.originRules }, line.request));
  if (!regime) return verdicts.map((verdict) => ({ verdict, proof: null }));
  const originatingMad = priced.lines.reduce((sum, { request }, i) => (verdicts[i]!.originating === 'yes' ? sum + valueMadMinor(request) : sum), 0);
  const proof = proofOf(market, { regime, thresholds: market.originThresholds }, originatingMad, basis);
  return verdicts.map((verdict) => ({ verdict, proof: verdict.originating === 'yes' ? proof : null }));
}

/** In the buyer's currency where a threshold is recorded in it, else in another; where none can be compared, the stricter proof is asked. */
function proofOf(market: Market, terms: ProofTerms, madMinor: number, basis: Basis): ProofKind {
  for (const currency of [market.row.currency, ...terms.thresholds.keys()]) {
    const fx = market.fx.get(currency);
    const answer = proofFor(terms, currency, fx ? new Dec(madMinor).div(fx.madPerUnit) : Infinity);
    if (answer.proof === null || (!fx && answer.why !== 'agreement')) continue;
    if (fx && answer.why !== 'agreement') basis.use(fx.cite);
    return answer.proof;
  }
  return terms.regime.row.proofAbove;
}

function alternativeOf({ priced, best }: Found, other: Declaration, request: QuoteRequest, base: number, currency: string): Alternative {
  const moreMinor = other.allMinor - best.allMinor;
  const days = other.scheme.daysMore - best.scheme.daysMore;
  const total = base + other.allMinor - (request.incoterm === 'DAP' ? other.atBorderMinor : 0);
  const named = (scheme: string): Param => SCHEMES[scheme] ?? scheme;
  const template = days === 0 ? FORMULAS.DEARER : days > 0 ? FORMULAS.DEARER_SLOWER : FORMULAS.DEARER_QUICKER;
  const why = saying(template, { other: named(other.scheme.name), more: inUnits(moreMinor), currency, best: named(best.scheme.name), days: Math.abs(days) });
  return { scheme: other.scheme.name, total: amount(total, currency), etaDays: eta(priced, other), moreMinor, why: say(why, 'en'), said: { why }, lines: other.charges };
}

function preferenceRemarks({ priced, best }: Found): Remark[] {
  const remarks: Remark[] = [];
  best.duties.forEach((duty, i) => {
    if (!duty.preference.applied && duty.dutyMinor > 0 && best.scheme.full && duty.preference.regime !== null) {
      remarks.push(remark('PREFERENCE_NOT_USED', { why: duty.preference.said.why }, priced.lines[i]!.request.key));
    }
  });
  return remarks;
}

function openPoints(market: Market): Remark[] {
  const points: Remark[] = market.questions.map(({ row }) => ({ ...remark('OPEN_QUESTION', { says: rowWords(row) }), code: row.code }));
  const tax = market.tax?.row;
  if (tax?.leavesOut) points.push(remark('TAX_LEFT_OUT', { says: { en: tax.leavesOut, fr: tax.leavesOutFr ?? tax.leavesOut, ar: tax.leavesOutAr ?? tax.leavesOut } }));
  return points;
}

function eta({ etaDays }: PricedConsignment, { scheme }: Declaration): EtaDays {
  return { min: etaDays.min + scheme.daysMore, max: etaDays.max + scheme.daysMore };
}

function amount(amountMinor: number, currency: string): Money {
  return { amountMinor, currency };
}

function unknown(request: QuoteRequest, dataVersion: string, reasons: readonly Remark[], screening: readonly ScreeningFinding[] = []): UnknownQuote {
  const [first = remark('UNKNOWN'), ...rest] = reasons;
  const { country, buyerKind, incoterm, asOf } = request;
  return { known: false, reasons: [first, ...rest], country, buyerKind, incoterm, asOf, warnings: [], confidence: 'general-knowledge', screening, dataVersion };
}
