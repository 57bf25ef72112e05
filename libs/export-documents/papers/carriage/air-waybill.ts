import { amountIn, countryName, kilograms } from '../../trade/figures.js';
import { addressLines, box, LABELS, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import { paper, type Issue } from '../paper.js';
import { line as said, type Sheet } from '../sheet.js';
import { CARRIAGE_BOXES, carriageContract, carriageTotals, checkCarriage, freight, goodsTable, packagesOf, quoteCarriage, to, type Carriage } from './draft.js';

/**
 * What the airline's agent types the air waybill from: the boxes of IATA resolution 600a in their order (general knowledge,
 * 2026-11-24). The number is the airline's; its check digit, the serial modulo 7, is checked where it is recorded.
 */
export const airWaybill = paper<Carriage>({
  kind: 'air_waybill_draft',
  series: 'AW',
  title: { en: 'Air waybill, draft', fr: 'Lettre de transport aérien, projet', ar: 'مسودة وثيقة الشحن الجوي' },
  contract: carriageContract,
  boxes: CARRIAGE_BOXES,
  languages: () => ['en', 'fr'],
  quote: quoteCarriage,
  check: (d) => checkCarriage(d, ['carrier', 'from', 'to']),
  lay,
});

function lay(d: Carriage, issue: Issue): Sheet {
  const t = d.transport;
  return {
    title: airWaybill.title,
    ...issue,
    draft: true,
    issuer: d.seller.name,
    foot: 'Draft for the carrier: not negotiable, not an air waybill',
    boxes: [
      sellerBox(d.seller, 3, { en: 'Shipper’s name and address', fr: 'Expéditeur' }),
      ...numberBoxes(issue, { en: 'Draft number', fr: 'N° de projet' }),
      box({ en: 'Air waybill number', fr: 'N° de LTA' }, 2, [to(t.number, 'given by the carrier')]),
      box({ en: 'Issuing carrier', fr: 'Transporteur émetteur' }, 2, [to(t.carrier)]),
      box({ en: 'Consignee’s name and address', fr: 'Destinataire' }, 2, addressLines(d.consignee), 2),
      box({ en: 'Airport of departure', fr: 'Aéroport de départ' }, 1, [to(t.from)]),
      box({ en: 'Airport of destination', fr: 'Aéroport de destination' }, 1, [to(t.to)]),
      box({ en: 'Flight and date requested', fr: 'Vol et date demandés' }, 1, [to(t.vehicle)]),
      box({ en: 'Freight charges', fr: 'Fret' }, 1, [said(freight(d))]),
      box({ en: 'Also notify', fr: 'Aviser aussi' }, 2, [to(t.notify, 'same as consignee')]),
      box({ en: 'Declared value for carriage', fr: 'Valeur déclarée transport' }, 1, [said('NVD')]),
      box({ en: 'Declared value for customs', fr: 'Valeur déclarée douane' }, 1, [said(amountIn(d.goodsMinor, d.currency))]),
      box({ en: 'Pieces', fr: 'Colis' }, 1, [said(packagesOf(d))]),
      box({ en: 'Gross weight', fr: 'Poids brut' }, 1, [said(`${kilograms(d.packing.grossWeightGrams)} kg`)]),
      box(LABELS.incoterm, 1, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
      box(LABELS.destination, 1, [said(countryName(d.consignee.country))]),
      box({ en: 'Handling information, documents attached', fr: 'Instructions, documents joints' }, 4, [said(`Invoice ${d.invoice.number}, packing list. Keep dry. / Facture et liste de colisage jointes. Craint l’humidité.`)]),
    ],
    table: goodsTable(d),
    totals: carriageTotals(d),
    statements: [{ lines: [said('The shipper certifies that the particulars on the face hereof are correct and that, in so far as a part of the consignment contains dangerous goods, that part is properly described by name and is in proper condition for carriage by air. This consignment contains none.', 'small')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
