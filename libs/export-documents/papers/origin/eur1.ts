import { paper } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { problem } from '../problems.js';
import { checkMovement, dataContract, formContract, layMovement, MOVEMENT_BOXES, quoteMovement, type MovementData, type MovementForm } from './movement.js';
import { itemsFit, layForm } from './movement-form.js';

/**
 * What goes into each box of the movement certificate. The form itself is printed, numbered and guilloched, and
 * customs endorses it (Origin Reference Document, article 17): this is the sheet it is typed from, never a certificate.
 */
export const eur1Data = paper<MovementData>({
  kind: 'eur1_data',
  series: 'ED',
  title: { en: 'Data for movement certificate EUR.1', fr: 'Données pour certificat EUR.1', ar: 'بيانات شهادة التنقل EUR.1' },
  contract: dataContract,
  boxes: MOVEMENT_BOXES,
  form: true,
  languages: () => ['en', 'fr'],
  quote: quoteMovement,
  check: checkMovement,
  lay: (d, issue): Sheet => layMovement(d, issue, eur1Data.title, 'EUR.1'),
});

/** Only the texts, at the places of the boxes: printed on the official form that lies in the printer. */
export const eur1Form = paper<MovementForm>({
  kind: 'eur1_form',
  series: 'EF',
  title: { en: 'Overlay for form EUR.1', fr: 'Surimpression du formulaire EUR.1', ar: 'طباعة على استمارة EUR.1' },
  contract: formContract,
  boxes: MOVEMENT_BOXES,
  form: true,
  languages: () => ['en'],
  quote: quoteMovement,
  check: (d) => [...checkMovement(d), ...(itemsFit(d) ? [] : [problem('FORM_TOO_LONG', MOVEMENT_BOXES.lines)])],
  lay: (d, issue): Sheet => layForm(d, issue, eur1Form.title, 'EUR.1'),
});
