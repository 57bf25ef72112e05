import { addressLines, box, LABELS, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import { paper, type Issue } from '../paper.js';
import { line as said, lines as sayAll, type Sheet } from '../sheet.js';
import { CARRIAGE_BOXES, carriageContract, carriageTotals, checkCarriage, freight, goodsTable, quoteCarriage, to, type Carriage } from './draft.js';

/**
 * Instructions for the bill of lading, in the order its boxes usually have (general knowledge, 2026-11-24). Container numbers
 * carry the check digit of ISO 6346, checked where they are recorded.
 */
export const billOfLading = paper<Carriage>({
  kind: 'bill_of_lading_draft',
  series: 'BL',
  title: { en: 'Bill of lading, draft', fr: 'Connaissement, projet', ar: 'مسودة سند الشحن البحري' },
  contract: carriageContract,
  boxes: CARRIAGE_BOXES,
  languages: () => ['en', 'fr'],
  quote: quoteCarriage,
  check: (d) => checkCarriage(d, ['carrier', 'from', 'to', 'vehicle']),
  lay,
});

function lay(d: Carriage, issue: Issue): Sheet {
  const t = d.transport;
  return {
    title: billOfLading.title,
    ...issue,
    draft: true,
    issuer: d.seller.name,
    foot: 'Draft for the carrier: not a document of title',
    boxes: [
      sellerBox(d.seller, 2, { en: 'Shipper', fr: 'Chargeur' }),
      ...numberBoxes(issue, { en: 'Draft number', fr: 'N° de projet' }),
      box({ en: 'Bill of lading number', fr: 'N° de connaissement' }, 2, [to(t.number, 'given by the carrier')]),
      box({ en: 'Consignee (not to order)', fr: 'Destinataire (à personne dénommée)' }, 2, addressLines(d.consignee), 2),
      box({ en: 'Notify party', fr: 'À notifier' }, 2, [to(t.notify, 'same as consignee')]),
      box({ en: 'Carrier', fr: 'Transporteur' }, 2, [to(t.carrier)]),
      box({ en: 'Vessel and voyage', fr: 'Navire et voyage' }, 2, [to(t.vehicle)]),
      box({ en: 'Port of loading', fr: 'Port de chargement' }, 1, [to(t.from)]),
      box({ en: 'Port of discharge', fr: 'Port de déchargement' }, 1, [to(t.to)]),
      box({ en: 'Containers', fr: 'Conteneurs' }, 2, sayAll([t.containers.join(', ') || 'LCL: groupage'])),
      box({ en: 'Freight', fr: 'Fret' }, 1, [said(freight(d))]),
      box({ en: 'Originals', fr: 'Originaux' }, 1, [said('3 (three)')]),
      box(LABELS.incoterm, 2, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
      box({ en: 'Shipped on board (by the carrier)', fr: 'Mis à bord (par le transporteur)' }, 2, [said('date and signature of the carrier', 'small')]),
    ],
    table: goodsTable(d),
    totals: carriageTotals(d),
    statements: [{ lines: [said('Particulars furnished by the shipper. / Indications fournies par le chargeur.', 'small')] }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
