import { amountIn } from '../../trade/figures.js';
import { box } from '../boxes.js';
import { paper } from '../paper.js';
import { line as said, lines as sayAll, type Sheet } from '../sheet.js';
import { checkPostal, layPostal, POSTAL_BOXES, quotePostal } from './postal.js';
import { postalContract, type Cn23 } from './postal-contract.js';

/**
 * Postal customs declaration. Fields read from a postal operator's form (hongkongpost.hk, clearance/cn23) and the annex of an
 * OECD report on 2026-11-24. A paid order is a sale of goods: the category is not a choice.
 */
export const cn23 = paper<Cn23>({
  kind: 'cn23',
  series: 'CN',
  title: { en: 'Customs declaration CN 23', fr: 'Déclaration en douane CN 23', ar: 'تصريح جمركي CN 23' },
  contract: postalContract,
  boxes: POSTAL_BOXES,
  languages: () => ['en', 'fr'],
  quote: quotePostal,
  check: checkPostal,
  lay: (d, issue): Sheet =>
    layPostal(d, issue, cn23.title, [
      box({ en: 'Importer’s reference (tax code, VAT number, telephone, e-mail)', fr: 'Référence de l’importateur' }, 2, sayAll([d.importerReference ?? 'private person / particulier', d.consignee.phone, d.email])),
      box({ en: 'Invoice number', fr: 'N° de la facture' }, 1, [said(d.invoice.number)]),
      box({ en: 'Postal charges', fr: 'Frais de port' }, 1, [said(amountIn(d.postageMinor, d.currency))]),
      box({ en: 'Certificates', fr: 'Certificats' }, 2, sayAll([d.lines.flatMap((l) => l.certificateNumber ?? []).join(', ') || 'none / aucun'])),
      box({ en: 'Licences', fr: 'Licences' }, 2, [said('none / aucune')]),
      box({ en: 'Comments', fr: 'Observations' }, 2, [said('none / aucune')]),
    ]),
});
