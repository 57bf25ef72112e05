import { toDecimal } from '#libs/kernel';
import type { Trade, TradeLine } from '../trade/trade.js';
import { unitOf } from './broker.js';

type Money = { readonly value: string; readonly currencyCode: string };
type Weight = { readonly value: number; readonly unitCode: 'GRM' };

const money = (minor: number, currency: string): Money => ({ value: toDecimal({ amountMinor: minor, currency }), currencyCode: currency });
const grams = (value: number): Weight => ({ value, unitCode: 'GRM' });

/**
 * The consignment in the words of UN/CEFACT's Buy-Ship-Pay reference model (vocabulary.uncefact.org; terms as generally known,
 * 2026-11-24), for systems that read JSON: everything the papers say, once.
 */
export function tradeJson(t: Trade, invoice: { readonly number: string; readonly issuedOn: string }): string {
  return `${JSON.stringify(
    {
      exchangedDocument: { identifier: invoice.number, typeCode: '380', issueDate: invoice.issuedOn, orderReference: t.proForma.number, orderIssueDate: t.proForma.issuedOn },
      tradeAgreement: {
        sellerParty: sellerOf(t),
        buyerParty: { name: t.buyer.name, roleCode: t.buyer.kind, taxIdentifier: t.buyer.taxId, electronicAddress: t.buyer.email },
        deliveryTerms: { code: t.incoterm.code, version: t.incoterm.version, location: t.incoterm.place },
      },
      consignment: consignmentOf(t),
      lineItems: t.lines.map(lineOf),
      tradeSettlement: settlementOf(t),
    },
    null,
    2,
  )}\n`;
}

function sellerOf({ seller: s }: Trade): object {
  return {
    name: s.name,
    nameInArabic: s.nameArabic,
    legalIdentifier: s.ice,
    legalIdentifierScheme: s.ice === null ? null : 'ICE',
    taxIdentifier: s.taxNumber,
    tradeRegister: s.tradeRegister,
    approvedExporterAuthorisation: s.approvedExporter,
    postalAddress: { streetName: s.address, cityName: s.city, countryCode: 'MA' },
    telephone: s.phone,
    electronicAddress: s.email,
  };
}

function consignmentOf(t: Trade): object {
  const c = t.consignee;
  return {
    consignorParty: { name: t.seller.name },
    consigneeParty: {
      name: c.name,
      postalAddress: { streetName: [c.line1, c.line2].filter((line) => line !== null), cityName: c.city, postcode: c.postalCode, countrySubDivision: c.region, countryCode: c.country },
      telephone: c.phone,
    },
    exportCountryCode: 'MA',
    importCountryCode: c.country,
    grossWeightMeasure: grams(t.packing.grossWeightGrams),
    netWeightMeasure: grams(t.lines.reduce((sum, l) => sum + l.netWeightGrams, 0)),
    weightsMeasured: t.packing.measured,
    packageQuantity: t.packing.packages,
    transportMovement: { mode: t.transport.way, carrierParty: t.transport.carrier, transportDocument: t.transport.number, means: t.transport.vehicle, loadingLocation: t.transport.from, unloadingLocation: t.transport.to, containers: t.transport.containers },
    originProof: { type: t.origin.proof, regime: t.origin.regime, mention: t.origin.mention, reference: t.origin.reference },
  };
}

function lineOf(l: TradeLine): object {
  return {
    lineIdentifier: l.number,
    product: {
      description: l.title,
      manufacturerParty: l.makerName,
      classificationCode: { listIdentifier: 'HS', value: l.hsCode },
      nationalClassificationCode: l.commodityCode,
      originCountryCode: l.originCountry,
      originCountrySubDivision: l.originRegion,
      preferenceClaimed: l.preference,
      materials: l.materials.map((m) => ({ name: m.name, percent: m.percent, originCountryCode: m.originCountry, scientificName: m.scientificName })),
      dimensions: { length: l.lengthMm, width: l.widthMm, height: l.heightMm, unitCode: 'MMT' },
      certificates: l.certificateNumber === null ? [] : [{ identifier: l.certificateNumber, location: l.evidence?.page ?? null }],
      serialIdentifiers: l.unitIds,
    },
    billedQuantity: { value: l.quantity, unitCode: unitOf(l.hsCode) },
    netWeightMeasure: grams(l.netWeightGrams),
    grossWeightMeasure: grams(l.grossWeightGrams),
    lineTotalAmount: money(l.amountMinor, l.currency),
    fobAmount: money(l.amountMadMinor, 'MAD'),
  };
}

function settlementOf({ charges: c, customs, currency, fx }: Trade): object {
  return {
    currencyCode: currency,
    currencyExchange: { sourceCurrencyCode: 'MAD', targetCurrencyCode: currency, rate: fx.rate, source: fx.source, date: fx.day },
    lineTotalAmount: money(c.goodsMinor, currency),
    charges: ([['freight', c.shippingMinor], ['insurance', c.insuranceMinor], ['duty', c.dutyMinor], ['tax', c.taxMinor], ['clearance', c.feeMinor]] as const).map(([reason, minor]) => ({ reason, actualAmount: money(minor, currency) })),
    grandTotalAmount: money(c.totalMinor, currency),
    customsValueAmount: money(customs.valueMinor, currency),
    customsValueBasis: customs.basis,
    customsScheme: customs.scheme,
  };
}
