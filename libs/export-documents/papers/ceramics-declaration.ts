import { z } from 'zod';
import { longDay, regionName } from '../trade/figures.js';
import { line as said, lines as sayAll, type Sheet } from './sheet.js';
import { box, consigneeBox, description, LABELS, numberBoxes, sellerBox, signatureOf } from './boxes.js';
import { consignee, described, evidence, foundValues, invoiceReference, seller } from './contract.js';
import { paper, type Issue } from './paper.js';

const tested = described.extend({ makerName: z.string(), originRegion: z.string(), evidence });
const contract = z.object({ invoice: invoiceReference, seller, consignee, lines: z.array(tested).min(1, 'no ceramic for food has a laboratory’s figures on its certificate') });
export type CeramicsDeclaration = z.infer<typeof contract>;

/**
 * The written declaration that accompanies ceramics for food at every stage (Directive 84/500/EEC, article 2a and
 * annex III): maker, importer, identity of the article, date, confirmation. Only for lines whose certificate holds the
 * laboratory's lead and cadmium: without figures there is nothing to declare.
 */
export const ceramicsDeclaration = paper<CeramicsDeclaration>({
  kind: 'ceramics_declaration',
  series: 'CD',
  title: { en: 'Declaration of compliance, ceramics for food', fr: 'Déclaration de conformité, céramiques alimentaires', ar: 'تصريح بالمطابقة، الخزف الملامس للأغذية' },
  contract,
  boxes: { seller: 'Manufacturer', consignee: 'Importer', lines: 'Articles', invoice: 'Invoice' },
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, consignee: t.consignee, lines: t.lines.filter((l) => l.foodContact && l.evidence?.foodContact === true) }),
  check: () => [],
  lay,
});

function lay(d: CeramicsDeclaration, issue: Issue): Sheet {
  return {
    title: ceramicsDeclaration.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: 'Issued by', fr: 'Établie par' }),
      ...numberBoxes(issue, { en: 'Declaration number', fr: 'N° de déclaration' }),
      box({ en: 'Invoice', fr: 'Facture' }, 2, [said(d.invoice.number), said(longDay(d.invoice.issuedOn), 'small')]),
      consigneeBox(d.consignee, 1, { en: 'Importer', fr: 'Importateur' }),
      box({ en: 'Rules', fr: 'Règles' }, 2, sayAll(['Directive 84/500/EEC', 'Regulation (EC) No 1935/2004'])),
    ],
    table: {
      columns: [
        { label: LABELS.number, width: 8 },
        { label: { en: 'Ceramic article', fr: 'Objet céramique' }, width: 0 },
        { label: { en: 'Manufacturer', fr: 'Fabricant' }, width: 40 },
        { label: { en: 'Release found, certificate', fr: 'Cession mesurée, certificat' }, width: 56 },
      ],
      rows: d.lines.map((l) => [
        [said(String(l.number))],
        description(l),
        [said(l.makerName), said(regionName(l.originRegion), 'small')],
        [...foundValues(l.evidence, ['lead', 'cadmium']).map((text) => said(text)), said(`${l.evidence.number}, ${longDay(l.evidence.validFrom)}`, 'small')],
      ]),
    },
    totals: [],
    statements: [
      {
        label: { en: 'Confirmation', fr: 'Confirmation' },
        lines: sayAll([
          'The ceramic articles above meet the requirements of Directive 84/500/EEC on the release of lead and cadmium and of Regulation (EC) No 1935/2004.',
          'Les objets céramiques ci-dessus satisfont aux exigences de la directive 84/500/CEE sur la cession de plomb et de cadmium et du règlement (CE) n° 1935/2004.',
        ]),
      },
    ],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
