import { toDecimal } from '#libs/kernel';
import type { CommercialInvoice } from '../papers/invoice-contract.js';
import type { Issue } from '../papers/paper.js';
import { unitOf } from './broker.js';
import { element, type XmlNode as Node } from './xml.js';

const NAMESPACES = {
  '@xmlns': 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  '@xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  '@xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const;

/**
 * The machine copy of the commercial invoice: UBL 2.1 (OASIS standard, 4 November 2013), elements in the order of
 * its schema, and to the core invoice model of EN 16931-1:2017 (the rules we hold to are rows of `en16931.ts`). Codes: document
 * 380 of UNTDID 1001, units of UNECE Recommendation 20, VAT category G (free export) of UNTDID 5305, reason VATEX-EU-G
 * of the CEF list. It goes inside the PDF and into the export file's ZIP.
 */
export function ublInvoice(d: CommercialInvoice, issue: Issue): string {
  const money = (minor: number): Node => ({ '@currencyID': d.currency, '#': toDecimal({ amountMinor: minor, currency: d.currency }) });
  const c = d.charges;
  const charges = ([['Freight', c.shippingMinor], ['Insurance', c.insuranceMinor], ['Import duty', c.dutyMinor], ['Import tax', c.taxMinor], ['Customs clearance', c.feeMinor]] as const).filter(([, minor]) => minor > 0);
  const invoice: Node = {
    ...NAMESPACES,
    'cbc:UBLVersionID': '2.1',
    'cbc:CustomizationID': 'urn:cen.eu:en16931:2017',
    'cbc:ID': issue.number,
    'cbc:IssueDate': issue.issuedOn,
    'cbc:InvoiceTypeCode': '380',
    'cbc:Note': notes(d),
    'cbc:DocumentCurrencyCode': d.currency,
    'cac:OrderReference': { 'cbc:ID': d.proForma.number },
    'cac:AccountingSupplierParty': { 'cac:Party': seller(d) },
    'cac:AccountingCustomerParty': { 'cac:Party': buyer(d) },
    'cac:Delivery': { 'cac:DeliveryAddress': address(d), 'cac:DeliveryParty': named(d.consignee.name) },
    'cac:DeliveryTerms': { 'cbc:ID': { '@schemeID': `INCOTERMS ${d.incoterm.version}`, '#': d.incoterm.code }, 'cac:DeliveryLocation': { 'cbc:Description': d.incoterm.place } },
    'cac:PaymentTerms': { 'cbc:Note': 'Paid in full before dispatch' },
    'cac:AllowanceCharge': charges.map(([reason, minor]) => ({ 'cbc:ChargeIndicator': 'true', 'cbc:AllowanceChargeReason': reason, 'cbc:Amount': money(minor), 'cac:TaxCategory': freeExport() })),
    'cac:TaxTotal': { 'cbc:TaxAmount': money(0), 'cac:TaxSubtotal': { 'cbc:TaxableAmount': money(c.totalMinor), 'cbc:TaxAmount': money(0), 'cac:TaxCategory': { 'cbc:ID': 'G', 'cbc:Percent': '0', 'cbc:TaxExemptionReasonCode': 'VATEX-EU-G', 'cbc:TaxExemptionReason': 'Export outside the country of the seller', 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } } },
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': money(c.goodsMinor),
      'cbc:TaxExclusiveAmount': money(c.totalMinor),
      'cbc:TaxInclusiveAmount': money(c.totalMinor),
      'cbc:ChargeTotalAmount': money(c.totalMinor - c.goodsMinor),
      'cbc:PrepaidAmount': money(c.totalMinor),
      'cbc:PayableAmount': money(0),
    },
    'cac:InvoiceLine': d.lines.map((l) => lineOf(l, money)),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('Invoice', invoice)}`;
}

function notes(d: CommercialInvoice): string[] {
  return [`Gross weight ${d.packing.grossWeightGrams} g`, ...(d.packing.packages === null ? [] : [`Packages ${d.packing.packages}`]), ...(d.origin.proof === 'origin_declaration' ? ['Origin declared on the invoice'] : [])];
}

function named(name: string): Node {
  return { 'cac:PartyName': { 'cbc:Name': name } };
}

function seller(d: CommercialInvoice): Node {
  const s = d.seller;
  return {
    ...named(s.name),
    'cac:PostalAddress': { ...(s.address[0] && { 'cbc:StreetName': s.address.join(', ') }), ...(s.city && { 'cbc:CityName': s.city }), 'cac:Country': { 'cbc:IdentificationCode': 'MA' } },
    // A Moroccan tax number has no country in front of it; the model asks for one (BR-CO-09).
    ...(s.taxNumber && { 'cac:PartyTaxScheme': { 'cbc:CompanyID': `MA${s.taxNumber.replace(/\s/g, '')}`, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': s.name, ...(s.ice && { 'cbc:CompanyID': { '@schemeName': 'ICE', '#': s.ice } }) },
    ...((s.phone || s.email) && { 'cac:Contact': { ...(s.phone && { 'cbc:Telephone': s.phone }), ...(s.email && { 'cbc:ElectronicMail': s.email }) } }),
  };
}

/** Of a buyer who is not the consignee only the country of delivery is known. */
function buyer(d: CommercialInvoice): Node {
  const { name, taxId, email } = d.buyer;
  return {
    ...named(name),
    'cac:PostalAddress': name === d.consignee.name ? address(d) : { 'cac:Country': { 'cbc:IdentificationCode': d.consignee.country } },
    ...(taxId && { 'cac:PartyTaxScheme': { 'cbc:CompanyID': taxId, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
    ...(email && { 'cac:Contact': { 'cbc:ElectronicMail': email } }),
  };
}

function address({ consignee: c }: CommercialInvoice): Node {
  return {
    'cbc:StreetName': c.line1,
    ...(c.line2 && { 'cbc:AdditionalStreetName': c.line2 }),
    'cbc:CityName': c.city,
    ...(c.postalCode && { 'cbc:PostalZone': c.postalCode }),
    ...(c.region && { 'cbc:CountrySubentity': c.region }),
    'cac:Country': { 'cbc:IdentificationCode': c.country },
  };
}

function freeExport(): Node {
  return { 'cbc:ID': 'G', 'cbc:Percent': '0', 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
}

function lineOf(l: CommercialInvoice['lines'][number], money: (minor: number) => Node): Node {
  const unit = unitOf(l.hsCode);
  return {
    'cbc:ID': String(l.number),
    'cbc:InvoicedQuantity': { '@unitCode': unit, '#': String(l.quantity) },
    'cbc:LineExtensionAmount': money(l.amountMinor),
    'cac:Item': {
      // One description a line is all the model has room for.
      'cbc:Description': [l.title.fr, l.title.ar].filter((t) => t !== '').join(' / ') || undefined,
      'cbc:Name': l.title.en || l.title.fr,
      'cac:OriginCountry': { 'cbc:IdentificationCode': l.originCountry },
      'cac:CommodityClassification': { 'cbc:ItemClassificationCode': { '@listID': 'HS', '#': l.hsCode } },
      'cac:ClassifiedTaxCategory': freeExport(),
      'cac:AdditionalItemProperty': [
        { 'cbc:Name': 'Net weight (g)', 'cbc:Value': String(l.netWeightGrams) },
        ...(l.certificateNumber ? [{ 'cbc:Name': 'Certificate', 'cbc:Value': l.certificateNumber }] : []),
      ],
    },
    // The price of the whole quantity: a unit price may not divide to the cent.
    'cac:Price': { 'cbc:PriceAmount': money(l.amountMinor), 'cbc:BaseQuantity': { '@unitCode': unit, '#': String(l.quantity) } },
  };
}
