/** A rule of the core invoice, as an XPath 1.0 expression that is true of an invoice that keeps it. */
export interface InvoiceRule {
  readonly rule: string;
  readonly says: string;
  readonly test: string;
}

const every = (nodes: string, holds: string): string => `not(${nodes}[not(${holds})])`;
/** Sums of decimals are compared as whole cents. */
const same = (one: string, other: string): string => `round(100 * (${one})) = round(100 * (${other}))`;
const LINE = '/ubl:Invoice/cac:InvoiceLine';
const CHARGE = `/ubl:Invoice/cac:AllowanceCharge[cbc:ChargeIndicator='true']`;
const TOTAL = '/ubl:Invoice/cac:LegalMonetaryTotal';
const SUBTOTAL = '/ubl:Invoice/cac:TaxTotal/cac:TaxSubtotal';
const SELLER = '/ubl:Invoice/cac:AccountingSupplierParty/cac:Party';
const BUYER = '/ubl:Invoice/cac:AccountingCustomerParty/cac:Party';
const DECIMALS = `string-length(substring-after(., '.')) <= 2`;

/**
 * Rules of EN 16931-1:2017 that an export invoice of ours can break, under the names that standard gives them, in our own words.
 * Its published rule files are under the EUPL and made for XSLT 2, so they are not in this house. Read on 2026-11-24.
 * BR-G-02 asks for the seller's tax number, which a maker may not have given yet: see `COMPLETE`.
 */
export const INVOICE_RULES: readonly InvoiceRule[] = [
  { rule: 'BR-01', says: 'a specification is named', test: 'string(/ubl:Invoice/cbc:CustomizationID)' },
  { rule: 'BR-02', says: 'the invoice has a number', test: 'string(/ubl:Invoice/cbc:ID)' },
  { rule: 'BR-03', says: 'it has a day', test: 'string(/ubl:Invoice/cbc:IssueDate)' },
  { rule: 'BR-04', says: 'it is a commercial invoice', test: `/ubl:Invoice/cbc:InvoiceTypeCode = '380'` },
  { rule: 'BR-05', says: 'it has a currency', test: 'string-length(/ubl:Invoice/cbc:DocumentCurrencyCode) = 3' },
  { rule: 'BR-06', says: 'the seller has a name', test: `string(${SELLER}/cac:PartyLegalEntity/cbc:RegistrationName)` },
  { rule: 'BR-07', says: 'the buyer has a name', test: `string(${BUYER}/cac:PartyLegalEntity/cbc:RegistrationName)` },
  { rule: 'BR-08', says: 'the seller has an address', test: `${SELLER}/cac:PostalAddress` },
  { rule: 'BR-09', says: 'the seller has a country', test: `string-length(${SELLER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode) = 2` },
  { rule: 'BR-10', says: 'the buyer has an address', test: `${BUYER}/cac:PostalAddress` },
  { rule: 'BR-11', says: 'the buyer has a country', test: `string-length(${BUYER}/cac:PostalAddress/cac:Country/cbc:IdentificationCode) = 2` },
  { rule: 'BR-12', says: 'the sum of lines is stated', test: `string(${TOTAL}/cbc:LineExtensionAmount)` },
  { rule: 'BR-13', says: 'the total without tax is stated', test: `string(${TOTAL}/cbc:TaxExclusiveAmount)` },
  { rule: 'BR-14', says: 'the total with tax is stated', test: `string(${TOTAL}/cbc:TaxInclusiveAmount)` },
  { rule: 'BR-15', says: 'the amount due is stated', test: `string(${TOTAL}/cbc:PayableAmount)` },
  { rule: 'BR-16', says: 'there is a line', test: LINE },
  { rule: 'BR-21', says: 'each line has a number of its own', test: every(LINE, 'string(cbc:ID) and not(cbc:ID = following-sibling::cac:InvoiceLine/cbc:ID)') },
  { rule: 'BR-22', says: 'each line has a quantity', test: every(LINE, 'cbc:InvoicedQuantity > 0') },
  { rule: 'BR-23', says: 'each quantity has a unit', test: every(LINE, 'string(cbc:InvoicedQuantity/@unitCode)') },
  { rule: 'BR-24', says: 'each line has an amount', test: every(LINE, 'string(cbc:LineExtensionAmount)') },
  { rule: 'BR-25', says: 'each line has a name', test: every(LINE, 'string(cac:Item/cbc:Name)') },
  { rule: 'BR-26', says: 'each line has a price', test: every(LINE, 'string(cac:Price/cbc:PriceAmount)') },
  { rule: 'BR-27', says: 'no price is negative', test: every(LINE, 'cac:Price/cbc:PriceAmount >= 0') },
  { rule: 'BR-36', says: 'each charge has an amount', test: every(CHARGE, 'string(cbc:Amount)') },
  { rule: 'BR-37', says: 'each charge has a tax category', test: every(CHARGE, 'string(cac:TaxCategory/cbc:ID)') },
  { rule: 'BR-38', says: 'each charge has a reason', test: every(CHARGE, 'string(cbc:AllowanceChargeReason)') },
  { rule: 'BR-54', says: 'each property has a name and a value', test: every('//cac:AdditionalItemProperty', 'string(cbc:Name) and string(cbc:Value)') },
  { rule: 'BR-57', says: 'the place of delivery has a country', test: every('//cac:DeliveryAddress', 'string-length(cac:Country/cbc:IdentificationCode) = 2') },
  { rule: 'BR-65', says: 'each classification names its list', test: every('//cac:CommodityClassification/cbc:ItemClassificationCode', 'string(@listID)') },
  { rule: 'BR-CO-04', says: 'each line has a tax category', test: every(LINE, 'string(cac:Item/cac:ClassifiedTaxCategory/cbc:ID)') },
  { rule: 'BR-CO-09', says: 'a tax number begins with its country', test: every(`${SELLER}/cac:PartyTaxScheme/cbc:CompanyID`, `starts-with(., 'MA')`) },
  { rule: 'BR-CO-10', says: 'the lines add up', test: same(`sum(${LINE}/cbc:LineExtensionAmount)`, `${TOTAL}/cbc:LineExtensionAmount`) },
  { rule: 'BR-CO-12', says: 'the charges add up', test: same(`sum(${CHARGE}/cbc:Amount)`, `${TOTAL}/cbc:ChargeTotalAmount`) },
  { rule: 'BR-CO-13', says: 'lines and charges are the total without tax', test: same(`${TOTAL}/cbc:LineExtensionAmount + ${TOTAL}/cbc:ChargeTotalAmount`, `${TOTAL}/cbc:TaxExclusiveAmount`) },
  { rule: 'BR-CO-14', says: 'the tax adds up', test: same(`sum(${SUBTOTAL}/cbc:TaxAmount)`, '/ubl:Invoice/cac:TaxTotal/cbc:TaxAmount') },
  { rule: 'BR-CO-15', says: 'tax is the difference of the two totals', test: same(`${TOTAL}/cbc:TaxExclusiveAmount + /ubl:Invoice/cac:TaxTotal/cbc:TaxAmount`, `${TOTAL}/cbc:TaxInclusiveAmount`) },
  { rule: 'BR-CO-16', says: 'what was paid before is taken off', test: same(`${TOTAL}/cbc:TaxInclusiveAmount - ${TOTAL}/cbc:PrepaidAmount`, `${TOTAL}/cbc:PayableAmount`) },
  { rule: 'BR-CO-18', says: 'tax is shown by category', test: SUBTOTAL },
  { rule: 'BR-CO-25', says: 'there are terms of payment', test: 'string(/ubl:Invoice/cac:PaymentTerms/cbc:Note)' },
  { rule: 'BR-G-01', says: 'an export has the category of exports, once', test: `count(${SUBTOTAL}[cac:TaxCategory/cbc:ID = 'G']) = 1` },
  { rule: 'BR-G-05', says: 'lines are free of tax', test: every(`${LINE}/cac:Item/cac:ClassifiedTaxCategory`, `cbc:ID = 'G' and cbc:Percent = 0`) },
  { rule: 'BR-G-07', says: 'charges are free of tax', test: every(`${CHARGE}/cac:TaxCategory`, `cbc:ID = 'G' and cbc:Percent = 0`) },
  { rule: 'BR-G-08', says: 'the whole is what is free of tax', test: same(`sum(${LINE}/cbc:LineExtensionAmount) + sum(${CHARGE}/cbc:Amount)`, `sum(${SUBTOTAL}/cbc:TaxableAmount)`) },
  { rule: 'BR-G-09', says: 'its tax is nothing', test: every(`${SUBTOTAL}/cbc:TaxAmount`, '. = 0') },
  { rule: 'BR-G-10', says: 'the reason is given', test: every(`${SUBTOTAL}/cac:TaxCategory`, 'string(cbc:TaxExemptionReason) and string(cbc:TaxExemptionReasonCode)') },
  { rule: 'BR-DEC', says: 'amounts have two decimals at most', test: every('//*[@currencyID][not(self::cbc:PriceAmount)]', DECIMALS) },
  { rule: 'BR-CL-03', says: 'every amount is in the currency of the invoice', test: every('//*[@currencyID]', '@currencyID = /ubl:Invoice/cbc:DocumentCurrencyCode') },
  { rule: 'UBL-SR-34', says: 'a line has one description', test: every(LINE, 'count(cac:Item/cbc:Description) <= 1') },
];

/** What an invoice keeps only once its seller has said everything. */
export const COMPLETE: readonly InvoiceRule[] = [
  { rule: 'BR-CO-26', says: 'the seller can be told apart by a number', test: `string(${SELLER}/cac:PartyLegalEntity/cbc:CompanyID) or string(${SELLER}/cac:PartyTaxScheme/cbc:CompanyID)` },
  { rule: 'BR-G-02', says: 'the seller of a free export has a tax number', test: `string(${SELLER}/cac:PartyTaxScheme/cbc:CompanyID)` },
];
