import { paper } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { problem, type Problem } from '../problems.js';
import { UNION } from '../../trade/origin.js';
import { checkMovement, dataContract, formContract, layMovement, MOVEMENT_BOXES, quoteMovement, type Movement, type MovementData, type MovementForm } from './movement.js';
import { itemsFit, layForm } from './movement-form.js';

/** The Union gave the EUR-MED up with the revised rules on 2 October 2025 (Decision 1/2025): to it only an EUR.1 goes. */
function checkEurMed(d: Movement): Problem[] {
  const union = (UNION as readonly string[]).includes(d.consignee.country);
  return [...checkMovement(d), ...(union ? [problem('EUR_MED_TO_UNION', 'Box 2')] : [])];
}

export const eurMedData = paper<MovementData>({
  kind: 'eur_med_data',
  series: 'MD',
  title: { en: 'Data for movement certificate EUR-MED', fr: 'Données pour certificat EUR-MED', ar: 'بيانات شهادة التنقل EUR-MED' },
  contract: dataContract,
  boxes: MOVEMENT_BOXES,
  form: true,
  languages: () => ['en', 'fr'],
  quote: quoteMovement,
  check: checkEurMed,
  lay: (d, issue): Sheet => layMovement(d, issue, eurMedData.title, 'EUR-MED'),
});

export const eurMedForm = paper<MovementForm>({
  kind: 'eur_med_form',
  series: 'MF',
  title: { en: 'Overlay for form EUR-MED', fr: 'Surimpression du formulaire EUR-MED', ar: 'طباعة على استمارة EUR-MED' },
  contract: formContract,
  boxes: MOVEMENT_BOXES,
  form: true,
  languages: () => ['en'],
  quote: quoteMovement,
  check: (d) => [...checkEurMed(d), ...(itemsFit(d) ? [] : [problem('FORM_TOO_LONG', MOVEMENT_BOXES.lines)])],
  lay: (d, issue): Sheet => layForm(d, issue, eurMedForm.title, 'EUR-MED'),
});
