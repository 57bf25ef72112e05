import type { DomainError } from '#libs/kernel';
import { certificationErrors } from '../certification.errors.js';
import { INSPECTION_STATES } from '../words.js';
import type { InspectionState } from './inspection.js';

/** The inspection went on meanwhile: says where it stands. */
export function moved(state: InspectionState): DomainError {
  return certificationErrors.INSPECTION_MOVED({ state }).worded({ state: INSPECTION_STATES[state] });
}
