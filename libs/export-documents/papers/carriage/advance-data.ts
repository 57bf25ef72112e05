import { toDecimal } from '#libs/kernel';
import { element } from '../../machine/xml.js';
import type { Cn23 } from './postal-contract.js';

/**
 * Electronic advance data of a postal item: what a CN 22 or CN 23 says, before the item arrives (the joint WCO–UPU message
 * ITMATT, UPU standard M33). The fields are those its public descriptions list (ipc.be, ITMATT data quality monitoring; the
 * element table of New Zealand's trade single window; WCO News, mag.wcoomd.org/?p=19050; all read 2026-11-24). M33 itself is
 * sold, not public: the names of elements are ours, and a post's own format is made from them.
 */
export function advanceData(d: Cn23, issuedOn: string): object {
  const net = d.lines.reduce((sum, l) => sum + l.netWeightGrams, 0);
  return {
    message: 'ITMATT',
    standard: 'UPU M33, fields as publicly described; element names assumed',
    // Normally the S10 identifier of the item.
    itemIdentifier: d.identifier,
    identifierScheme: d.identifier === null ? null : 'S10',
    postingDate: issuedOn,
    originCountry: 'MA',
    destinationCountry: d.consignee.country,
    category: { code: '31', says: 'sale of goods', assumed: 'code of UPU list 136' },
    sender: { name: d.seller.name, streetAddress: d.seller.address, city: d.seller.city, countryCode: 'MA', telephone: d.seller.phone, email: d.seller.email, customsReference: d.seller.ice },
    addressee: {
      name: d.consignee.name,
      streetAddress: [d.consignee.line1, d.consignee.line2].filter((line) => line !== null),
      postcode: d.consignee.postalCode,
      city: d.consignee.city,
      region: d.consignee.region,
      countryCode: d.consignee.country,
      telephone: d.consignee.phone,
      email: d.email,
      importerReference: d.importerReference,
    },
    grossWeightKg: kilograms(d.packing.grossWeightGrams),
    netWeightKg: kilograms(net),
    declaredValue: toDecimal({ amountMinor: d.lines.reduce((sum, l) => sum + l.amountMinor, 0), currency: d.currency }),
    postage: toDecimal({ amountMinor: d.postageMinor, currency: d.currency }),
    currency: d.currency,
    documents: [{ type: 'invoice', number: d.invoice.number }, ...d.lines.flatMap((l) => (l.certificateNumber === null ? [] : [{ type: 'certificate', number: l.certificateNumber }]))],
    contentPieces: d.lines.map((l) => ({
      number: l.number,
      description: l.title.en || l.title.fr,
      units: l.quantity,
      netWeightKg: kilograms(l.netWeightGrams),
      declaredValue: toDecimal({ amountMinor: l.amountMinor, currency: l.currency }),
      currency: l.currency,
      hsCode: l.hsCode,
      originCountry: l.originCountry,
    })),
  };
}

export function advanceDataJson(d: Cn23, issuedOn: string): string {
  return `${JSON.stringify(advanceData(d, issuedOn), null, 2)}\n`;
}

export function advanceDataXml(d: Cn23, issuedOn: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('PostalItem', advanceData(d, issuedOn))}`;
}

/** The message counts kilograms with three decimals. */
function kilograms(grams: number): string {
  return (grams / 1000).toFixed(3);
}
