import type { DomainError } from '#libs/kernel';
import { certificationErrors } from '../certification.errors.js';
import { INSPECTION_STATES, worded } from '../words.js';
import type { InspectionState } from './inspection.js';

/** The inspection went on meanwhile: says where it stands. */
export function moved(state: InspectionState): DomainError {
  return worded(certificationErrors.INSPECTION_MOVED, { state }, { state: INSPECTION_STATES[state] });
}
