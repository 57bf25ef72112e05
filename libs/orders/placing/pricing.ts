import type { BasketQuote, PricedLine } from './freeze.js';
import type { BuyerKind, ChargeKind, ExporterParty, GoodsShares, Preference, ProFormaLine, Words } from '../pro-forma.js';

/** What the catalogue says of one unit of a piece. */
export interface TradedPiece extends Pick<
    ProFormaLine,
    'productId' | 'artisanId' | 'makerName' | 'hsCode' | 'originRegion' | 'netWeightGrams' | 'grossWeightGrams' | 'lengthMm' | 'widthMm'
    | 'heightMm' | 'certified' | 'certificateNumber' | 'foodContact' | 'unique' | 'leadTimeDays'
  > {
  readonly exporter: ExporterParty;
  readonly title: Words;
  readonly materials: readonly { readonly name: string; readonly percent: number; readonly originCountry: string; readonly scientificName: string | null; readonly costMadMinor?: number | null }[];
  /** How it is made, for the rules of origin. */
  readonly making?: { readonly operations: readonly string[]; readonly processingCostMadMinor: number | null; readonly exWorksMadMinor: number };
  readonly price: GoodsShares & { readonly goodsMinor: number; readonly clusterOrderMinor: number };
  readonly photograph: { readonly id: string } | null;
}

export interface BasketItem {
  readonly piece: TradedPiece;
  readonly quantity: number;
  /** What the line bears of the fee that its cluster takes once for the order, in centimes. */
  readonly onceMinor: number;
  /** Its price was paid by hand. */
  readonly paidAtStall?: true;
}

/** The question that the delivered price of one exporter's pieces answers. Equal questions have equal answers on the same day. */
export function quoteQuestion(items: readonly BasketItem[], country: string, buyerKind: BuyerKind, asOf: string) {
  return {
    country,
    buyerKind,
    incoterm: 'DDP' as const,
    asOf,
    ...(items[0] && { exporter: { kind: items[0].piece.exporter.kind, id: items[0].piece.exporter.id } }),
    lines: items.map(({ piece, quantity, onceMinor }) => ({
      key: piece.productId,
      hsCode: piece.hsCode,
      quantity,
      goodsValueMadMinor: piece.price.goodsMinor,
      onceMadMinor: onceMinor,
      netWeightGrams: piece.netWeightGrams,
      grossWeightGrams: piece.grossWeightGrams,
      lengthMm: piece.lengthMm,
      widthMm: piece.widthMm,
      heightMm: piece.heightMm,
      originRegion: piece.originRegion,
      materials: piece.materials,
      making: piece.making ?? null,
      foodContact: piece.foodContact,
      certified: piece.certified,
    })),
  };
}

/** The piece as the order keeps it. */
export function pricedLine({ piece, quantity, onceMinor, paidAtStall }: BasketItem): PricedLine {
  const { price, photograph, exporter, materials, title, ...rest } = piece;
  return {
    productId: rest.productId,
    artisanId: rest.artisanId,
    makerName: rest.makerName,
    quantity,
    title: { en: title.en, fr: title.fr, ar: title.ar },
    hsCode: rest.hsCode,
    originRegion: rest.originRegion,
    materials: materials.map(({ name, percent, originCountry, scientificName }) => ({ name, percent, originCountry, scientificName })),
    netWeightGrams: rest.netWeightGrams,
    grossWeightGrams: rest.grossWeightGrams,
    lengthMm: rest.lengthMm,
    widthMm: rest.widthMm,
    heightMm: rest.heightMm,
    certified: rest.certified,
    certificateNumber: rest.certificateNumber,
    foodContact: rest.foodContact,
    unique: rest.unique,
    leadTimeDays: rest.leadTimeDays,
    ...makingOf(piece),
    photograph: photograph?.id ?? null,
    exporter: { kind: exporter.kind, id: exporter.id, name: exporter.name },
    unitShares: { makerMinor: price.makerMinor, clusterMinor: price.clusterMinor, centreMinor: price.centreMinor, platformMinor: price.platformMinor },
    onceMinor,
    ...(paidAtStall ? { paidAtStall } : {}),
  };
}

/** A known delivered price, as far as an order freezes it. */
export interface KnownPrice {
  readonly currency: string;
  readonly total: { readonly amountMinor: number; readonly currency: string };
  readonly lines: readonly {
    readonly kind: ChargeKind; readonly code: string; readonly label: string; readonly key: string | null; readonly amountMinor: number;
    readonly formula: string; readonly rate: string; readonly source: string; readonly checkedOn: string; readonly confidence: string;
  }[];
  readonly perLine: readonly {
    readonly key: string; readonly goodsMinor: number; readonly dutyMinor: number; readonly surchargeMinor: number; readonly taxMinor: number;
    readonly customsValueMinor: number; readonly commodityCode: string; readonly preference: Preference;
  }[];
  readonly scheme: string;
  readonly customsBasis: 'CIF' | 'FOB';
  readonly asOf: string;
  readonly etaDays: { readonly min: number; readonly max: number };
  readonly warnings: readonly { readonly text: string }[];
  readonly dataVersion: string;
}

export function basketQuote(price: KnownPrice): BasketQuote {
  return {
    currency: price.currency,
    totalMinor: price.total.amountMinor,
    charges: price.lines.map(({ kind, code, label, key, amountMinor, formula, rate, source, checkedOn, confidence }) => ({ kind, code, label, key, amountMinor, formula, rate, source, checkedOn, confidence })),
    perLine: price.perLine.map((line) => ({
      key: line.key,
      goodsMinor: line.goodsMinor,
      dutyMinor: line.dutyMinor,
      surchargeMinor: line.surchargeMinor,
      taxMinor: line.taxMinor,
      customsValueMinor: line.customsValueMinor,
      commodityCode: line.commodityCode,
      preference: { applied: line.preference.applied, regime: line.preference.regime, proof: line.preference.proof, why: line.preference.why },
    })),
    heading: {
      scheme: price.scheme,
      customsBasis: price.customsBasis,
      asOf: price.asOf,
      etaDays: { min: price.etaDays.min, max: price.etaDays.max },
      warnings: price.warnings.map((warning) => warning.text),
      dataVersion: price.dataVersion,
    },
  };
}

/** The costs of the day of the order, frozen with it: what is declared of its origin is declared of this piece. */
function makingOf({ making, materials }: TradedPiece): Pick<ProFormaLine, 'making'> {
  const materialCostsMadMinor = materials.map((m) => m.costMadMinor ?? null);
  if (!making || (making.operations.length === 0 && making.processingCostMadMinor === null && materialCostsMadMinor.every((cost) => cost === null))) return {};
  return { making: { operations: [...making.operations], processingCostMadMinor: making.processingCostMadMinor, exWorksMadMinor: making.exWorksMadMinor, materialCostsMadMinor } };
}
