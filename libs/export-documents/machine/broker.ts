import { toDecimal } from '#libs/kernel';
import { squareMetres } from '../trade/figures.js';
import type { Trade } from '../trade/trade.js';

const HEADERS = ['line', 'hs_code', 'description_fr', 'description_en', 'origin', 'region', 'quantity', 'square_metres', 'net_kg', 'gross_kg', 'amount', 'currency', 'fob_mad'];

/** The lines as a broker's spreadsheet reads them (RFC 4180, UTF-8 with BOM so that Excel keeps the accents). */
export function brokerCsv(t: Trade): string {
  const kg = (grams: number): string => (grams / 1000).toFixed(3);
  const rows = t.lines.map((l) => [
    l.number, l.hsCode, l.title.fr, l.title.en, l.originCountry, l.originRegion, l.quantity,
    l.hsCode.startsWith('57') ? squareMetres(l.lengthMm, l.widthMm, l.quantity) : '',
    kg(l.netWeightGrams), kg(l.grossWeightGrams),
    toDecimal({ amountMinor: l.amountMinor, currency: l.currency }), l.currency,
    toDecimal({ amountMinor: l.amountMadMinor, currency: 'MAD' }),
  ]);
  return `\uFEFF${[HEADERS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The consignment in UN/CEFACT's words (Buy-Ship-Pay reference model), for systems that read JSON. */
export function tradeJson(t: Trade, invoice: { number: string; issuedOn: string }): string {
  const money = (minor: number, currency = t.currency): { value: string; currencyCode: string } => ({ value: toDecimal({ amountMinor: minor, currency }), currencyCode: currency });
  return `${JSON.stringify(
    {
      exchangedDocument: { identifier: invoice.number, issueDate: invoice.issuedOn, typeCode: '380', orderReference: t.proForma.number },
      tradeAgreement: { sellerParty: { name: t.seller.name, legalIdentifier: t.seller.ice }, buyerParty: { name: t.buyer.name, taxIdentifier: t.buyer.taxId }, deliveryTerms: t.incoterm },
      consignment: {
        consignorParty: { name: t.seller.name },
        consigneeParty: { name: t.consignee.name, address: { streetName: t.consignee.line1, cityName: t.consignee.city, postcode: t.consignee.postalCode, countryCode: t.consignee.country } },
        exportCountryCode: 'MA',
        importCountryCode: t.consignee.country,
        grossWeightMeasure: { value: t.packing.grossWeightGrams, unitCode: 'GRM' },
        packageQuantity: t.packing.packages,
        originProof: t.origin.proof,
      },
      lineItems: t.lines.map((l) => ({
        lineIdentifier: l.number,
        description: l.title,
        classificationCode: { listIdentifier: 'HS', value: l.hsCode },
        originCountryCode: l.originCountry,
        billedQuantity: l.quantity,
        netWeightMeasure: { value: l.netWeightGrams, unitCode: 'GRM' },
        lineTotalAmount: money(l.amountMinor, l.currency),
        serialIdentifiers: l.unitIds,
      })),
      monetarySummation: { lineTotalAmount: money(t.charges.goodsMinor), grandTotalAmount: money(t.charges.totalMinor), customsValueAmount: money(t.customs.valueMinor), customsValueBasis: t.customs.basis },
    },
    null,
    2,
  )}\n`;
}
