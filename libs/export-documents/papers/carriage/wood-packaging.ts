import { z } from 'zod';
import { countryName } from '../../trade/figures.js';
import { box, consigneeBox, LABELS, marks, numberBoxes, sellerBox, signatureOf } from '../boxes.js';
import { consignee, invoiceReference, packing, seller, transport } from '../contract.js';
import { paper, type Issue } from '../paper.js';
import { problem, type Problem } from '../problems.js';
import { line as said, lines as sayAll, type Sheet } from '../sheet.js';

const contract = z.object({ invoice: invoiceReference, seller, consignee, packing, transport: transport.pick({ way: true, wood: true, woodMark: true }) });
export type WoodPackaging = z.infer<typeof contract>;

const SAYS = {
  none: { en: 'The packages of this consignment contain no wood packaging material.', fr: 'Les colis de cet envoi ne contiennent aucun emballage en bois.' },
  processed: { en: 'The only wood packaging is of processed wood (plywood, particle board or wood of 6 mm or less), which ISPM 15 exempts.', fr: 'Le seul emballage en bois est en bois transformé (contreplaqué, panneau de particules ou bois de 6 mm au plus), exempté par la NIMP 15.' },
  treated: { en: 'The wood packaging material has been treated and bears the mark below, as ISPM 15 requires.', fr: 'Les emballages en bois ont été traités et portent la marque ci-dessous, conformément à la NIMP 15.' },
} as const;

/**
 * What the packages are made of, for plant health at the border (ISPM 15: raw wood is heat treated to 56 °C for 30 minutes or
 * fumigated, and marked; plywood is outside; general knowledge, 2026-11-24).
 */
export const woodPackaging = paper<WoodPackaging>({
  kind: 'wood_packaging',
  series: 'WP',
  title: { en: 'Wood packaging statement (ISPM 15)', fr: 'Déclaration d’emballage en bois (NIMP 15)', ar: 'تصريح التغليف الخشبي (ISPM 15)' },
  contract,
  boxes: { seller: 'Shipper', consignee: 'Consignee', packing: 'Packages', transport: 'Wood packaging', invoice: 'Invoice' },
  languages: () => ['en', 'fr'],
  quote: (t, r) => ({ invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn }, seller: t.seller, consignee: t.consignee, packing: t.packing, transport: t.transport }),
  check,
  lay,
});

function check({ transport: t }: WoodPackaging): Problem[] {
  if (t.wood === null) return [problem(t.way === 'undecided' || t.way === 'post' || t.way === 'express' ? 'WOOD_TO_SAY' : 'WOOD_NOT_SAID', 'Wood packaging')];
  return t.wood === 'treated' && t.woodMark === null ? [problem('WOOD_MARK_MISSING', 'Mark')] : [];
}

function lay(d: WoodPackaging, issue: Issue): Sheet {
  const { wood, woodMark } = d.transport;
  return {
    title: woodPackaging.title,
    ...issue,
    issuer: d.seller.name,
    foot: d.invoice.number,
    boxes: [
      sellerBox(d.seller, 2, { en: 'Shipper', fr: 'Expéditeur' }),
      ...numberBoxes(issue, { en: 'Statement number', fr: 'N° de déclaration' }),
      box({ en: 'Invoice', fr: 'Facture' }, 1, [said(d.invoice.number)]),
      box(LABELS.destination, 1, [said(countryName(d.consignee.country))]),
      consigneeBox(d.consignee, 2),
      box({ en: 'Packages, marks', fr: 'Colis, marques' }, 2, [said(d.packing.packages === null ? 'not packed yet' : String(d.packing.packages)), said(marks(d.invoice.number, d.packing.packages), 'small')]),
      box({ en: 'Mark on the wood', fr: 'Marque sur le bois' }, 2, [said(woodMark ?? 'none / aucune', 'large')]),
    ],
    totals: [],
    statements: [{ label: { en: 'Statement', fr: 'Déclaration' }, lines: wood === null ? [said('Not said yet: this sheet is complete when the packer has said it.')] : sayAll([SAYS[wood].en, SAYS[wood].fr]) }],
    signature: signatureOf(d.seller, issue.issuedOn),
  };
}
