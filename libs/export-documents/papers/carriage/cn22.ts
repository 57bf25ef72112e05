import { paper } from '../paper.js';
import { box } from '../boxes.js';
import { line as said, type Sheet } from '../sheet.js';
import { checkPostal, layPostal, POSTAL_BOXES, quotePostal } from './postal.js';
import { postalContract, type Cn23 } from './postal-contract.js';

/** The short postal declaration, for packets up to 300 SDR and 2 kg; above, and in doubt, it is the CN 23. */
export const cn22 = paper<Cn23>({
  kind: 'cn22',
  series: 'CM',
  title: { en: 'Customs declaration CN 22', fr: 'Déclaration en douane CN 22', ar: 'تصريح جمركي CN 22' },
  contract: postalContract,
  boxes: POSTAL_BOXES,
  languages: () => ['en', 'fr'],
  quote: quotePostal,
  check: checkPostal,
  lay: (d, issue): Sheet => layPostal(d, issue, cn22.title, [
    box({ en: 'Importer’s reference', fr: 'Référence de l’importateur' }, 2, [said(d.importerReference ?? 'private person / particulier')]),
  ]),
});
