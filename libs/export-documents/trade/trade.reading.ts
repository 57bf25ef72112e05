import { apportion } from '#libs/kernel';
import type { ProForma, ProFormaLine } from '#libs/orders';
import type { ProofTerms } from '#libs/shipping';
import { corrected, type Correction } from './correction.js';
import type { ExporterDetails } from './exporter.js';
import { originOf, valueTestOf } from './origin.js';
import type { Measured } from '../file/paper.row.js';
import type { KnownExporter } from './trade.source.js';
import type { Transport } from './transport.js';
import type { Evidence, Packing, Seller, Trade, TradeLine } from './trade.js';

export interface OnRecord {
  readonly known: KnownExporter;
  readonly details: Omit<ExporterDetails, 'responsiblePerson'>;
  /** Who answers in the Union for the goods; null when nobody does. */
  readonly responsible: string | null;
  readonly measured: Measured | null;
  readonly transport: Transport;
  readonly originReference: string | null;
  /** Shipping's rows for this corridor on the day of the order. */
  readonly proofTerms: ProofTerms | null;
  /** Originating goods of the same consignment to the same consignee under other invoices. */
  readonly besideMinor: number;
  readonly corrections: readonly Correction[];
  /** By certificate number; null for one that was withdrawn, which no paper may cite. */
  readonly evidence: ReadonlyMap<string, Evidence | null>;
}

/** The trade as papers quote it: the pro forma's figures, and what was measured or put on record since. */
export function tradeOf(p: ProForma, r: OnRecord): Trade {
  const declared = p.lines.reduce((sum, l) => sum + l.grossWeightGrams * l.quantity, 0);
  const gross = r.measured?.grossWeightGrams ?? declared;
  const offer = linesOf(p, gross, declared, r.evidence);
  const lines = offer.map((line) => uncited(corrected(line, r.corrections), r.evidence));
  const packing: Packing = { measured: r.measured !== null, packages: r.measured?.packages ?? null, grossWeightGrams: gross };
  return {
    orderId: p.orderId,
    proForma: { number: p.number, issuedOn: p.issuedOn },
    currency: p.currency,
    incoterm: { code: p.incoterm.code, version: p.incoterm.version, place: p.incoterm.place },
    seller: sellerOf(p, r),
    buyer: { name: p.buyer.name, email: p.buyer.email, kind: p.buyer.kind, taxId: p.buyer.taxId },
    consignee: p.consignee,
    lines,
    offer,
    charges: {
      goodsMinor: p.totals.goodsMinor,
      shippingMinor: p.totals.shippingMinor,
      insuranceMinor: p.totals.insuranceMinor,
      dutyMinor: p.totals.dutyMinor + p.totals.surchargeMinor,
      taxMinor: p.totals.taxMinor,
      feeMinor: p.totals.feeMinor,
      // What was paid at a stall is part of what the papers declare, though the order did not ask for it.
      totalMinor: p.totals.totalMinor + (p.totals.prepaidMinor ?? 0),
    },
    customs: { basis: p.quote.customsBasis, valueMinor: p.lines.reduce((sum, l) => sum + l.customsValueMinor, 0), scheme: p.quote.scheme },
    packing,
    transport: r.transport,
    form: { shiftXMm: r.details.formShiftXMm, shiftYMm: r.details.formShiftYMm },
    origin: originOf({
      terms: r.proofTerms,
      currency: p.currency,
      lines,
      besideMinor: r.besideMinor,
      approvedExporter: r.details.approvedExporter,
      reference: r.originReference,
    }),
    valueTest: valueTestOf(r.proofTerms),
    fx: { rate: p.fx.rate, source: p.fx.source, day: p.fx.day },
    stall: p.stall ? { soldOn: p.stall.soldOn, paidMadMinor: p.stall.paidMadMinor } : null,
  };
}

/** The offer keeps the certificate it was made with; what leaves under a withdrawn one says nothing of it. */
function uncited(line: TradeLine, evidence: OnRecord['evidence']): TradeLine {
  return line.certificateNumber !== null && evidence.get(line.certificateNumber) === null ? { ...line, certificateNumber: null } : line;
}

/** A measured gross weight is shared over the lines as their declared weights stand to one another, to the gram. */
function linesOf(p: ProForma, gross: number, declared: number, evidence: OnRecord['evidence']): TradeLine[] {
  const shares = declared > 0 ? apportion(gross, p.lines.map((l) => l.grossWeightGrams * l.quantity)) : p.lines.map(() => 0);
  return p.lines.map((l, i) => lineOf(l, p.currency, shares[i]!, evidence));
}

function lineOf(l: ProFormaLine, currency: string, grossWeightGrams: number, evidence: OnRecord['evidence']): TradeLine {
  return {
    number: l.number,
    title: l.title,
    makerName: l.makerName,
    hsCode: l.hsCode,
    commodityCode: l.commodityCode,
    originCountry: l.originCountry,
    originRegion: l.originRegion,
    quantity: l.quantity,
    unitIds: l.unitIds,
    amountMinor: l.goodsMinor,
    amountMadMinor: l.goodsMadMinor,
    currency,
    netWeightGrams: l.netWeightGrams * l.quantity,
    grossWeightGrams,
    lengthMm: l.lengthMm,
    widthMm: l.widthMm,
    heightMm: l.heightMm,
    // The catalogue's codes read as words: `goat-hair`.
    materials: l.materials.map((m) => ({ ...m, name: m.name.replaceAll('-', ' ') })),
    certificateNumber: l.certificateNumber,
    evidence: (l.certificateNumber === null ? undefined : evidence.get(l.certificateNumber)) ?? null,
    foodContact: l.foodContact,
    photograph: l.photograph,
    making: l.making ?? null,
    preference: l.preference.applied,
  };
}

function sellerOf(p: ProForma, { known, details, responsible }: OnRecord): Seller {
  return {
    name: details.legalName ?? p.exporter.name,
    nameArabic: details.nameArabic ?? known.nameArabic,
    address: details.address.length > 0 ? details.address : known.address,
    phone: details.phone,
    email: details.email,
    ice: details.ice ?? known.ice,
    tradeRegister: details.tradeRegister,
    taxNumber: details.taxNumber,
    signatory: details.signatory,
    capacity: details.capacity,
    city: details.city ?? known.city,
    registerNumber: known.registerNumber,
    exporterFile: details.exporterFile,
    representativeEori: details.representativeEori,
    approvedExporter: details.approvedExporter,
    responsiblePerson: responsible,
  };
}
