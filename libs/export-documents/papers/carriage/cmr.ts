import { countryName, longDay } from '../../trade/figures.js';
import { addressLines, box, LABELS, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import { paper, type Issue } from '../paper.js';
import { line as said, type Sheet } from '../sheet.js';
import { CARRIAGE_BOXES, carriageContract, carriageTotals, checkCarriage, freight, goodsTable, quoteCarriage, to, type Carriage } from './draft.js';

/** Particulars of the consignment note by road (CMR, article 6), boxes numbered as on the usual form (general knowledge, 2026-11-24). */
export const cmr = paper<Carriage>({
  kind: 'cmr_draft',
  series: 'CR',
  title: { en: 'Consignment note CMR, draft', fr: 'Lettre de voiture CMR, projet', ar: 'مسودة بيان الشحن الطرقي' },
  contract: carriageContract,
  boxes: CARRIAGE_BOXES,
  languages: () => ['en', 'fr'],
  quote: quoteCarriage,
  check: (d) => checkCarriage(d, ['carrier', 'from']),
  lay,
});

function lay(d: Carriage, issue: Issue): Sheet {
  const t = d.transport;
  const c = d.consignee;
  return {
    title: cmr.title,
    ...issue,
    draft: true,
    issuer: d.seller.name,
    foot: 'Draft for the carrier: not a consignment note',
    boxes: [
      sellerBox(d.seller, 2, { en: '1. Sender', fr: 'Expéditeur' }),
      ...numberBoxes(issue, { en: 'Draft number', fr: 'N° de projet' }),
      box({ en: 'Consignment note number', fr: 'N° de lettre de voiture' }, 2, [to(t.number, 'given by the carrier')]),
      box({ en: '2. Consignee', fr: 'Destinataire' }, 2, addressLines(c), 2),
      box({ en: '16. Carrier', fr: 'Transporteur' }, 2, [to(t.carrier)]),
      box({ en: '17. Lorry, trailer', fr: 'Camion, remorque' }, 2, [to(t.vehicle)]),
      box({ en: '3. Place of delivery', fr: 'Lieu de livraison' }, 2, [to(t.to, `${c.city}, ${countryName(c.country)}`)]),
      box({ en: '4. Place and date of taking over', fr: 'Lieu et date de prise en charge' }, 2, [said([t.from ?? '–', longDay(issue.issuedOn)].join(', '))]),
      box({ en: '5. Documents attached', fr: 'Documents annexés' }, 2, [said(`${d.invoice.number}, packing list / liste de colisage`)]),
      box({ en: '13. Sender’s instructions for customs', fr: 'Instructions douanières' }, 2, [said('Export declaration filed by the sender / Exportation déclarée par l’expéditeur')]),
      box({ en: '14. Carriage charges', fr: 'Frais de transport' }, 2, [said(freight(d))]),
      box(LABELS.incoterm, 2, [said(`${d.incoterm.code} ${d.incoterm.place}`)]),
    ],
    table: goodsTable(d),
    totals: carriageTotals(d),
    statements: [
      { label: { en: 'Statement of article 6(1)(k)', fr: 'Mention de l’article 6(1)(k)' }, lines: [said('This carriage is subject, notwithstanding any clause to the contrary, to the Convention on the Contract for the International Carriage of Goods by Road (CMR).'), said('Ce transport est soumis, nonobstant toute clause contraire, à la Convention relative au contrat de transport international de marchandises par route (CMR).')] },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
