import { randomUUID } from 'node:crypto';
import { attempt, type Asked } from '../../ask.server.js';
import { cancelInspectionMutation, resubmitMutation, secondLookMutation } from './maker-queries.js';

/** What a maker, or her agent, does about an inspection that was asked for. */
export function inspectionWrites(asked: Asked, form: FormData) {
  const id = String(form.get('id') ?? '');
  return {
    'inspection-resubmit': () => attempt(asked, resubmitMutation, { id }),
    'inspection-second-look': () => attempt(asked, secondLookMutation, { input: { id: randomUUID(), inspectionId: id } }),
    'inspection-cancel': () => attempt(asked, cancelInspectionMutation, { id }),
  };
}
