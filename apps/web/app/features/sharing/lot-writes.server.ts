import { attempt, type Asked } from '../../ask.server.js';
import { whole } from '../clusters/typed.js';
import { acceptLotMutation, declineLotMutation, failLotMutation, finishLotMutation } from './queries.js';

/** What a member, or whom she lets act for her, answers about a lot: the same buttons in her workshop, on her page of lots and at the cluster's desk. */
export function lotWrites(asked: Asked, form: FormData) {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const id = text('id');
  // What cannot be read goes on as no number and is refused: it must not become the whole lot.
  const quantity = text('quantity') === '' ? null : whole(text('quantity'), 0);
  const reason = text('reason') || null;
  return {
    'lot-accept': () => attempt(asked, acceptLotMutation, { id, quantity }),
    'lot-decline': () => attempt(asked, declineLotMutation, { id, reason }),
    'lot-finish': () => attempt(asked, finishLotMutation, { id, quantity }),
    'lot-fail': () => attempt(asked, failLotMutation, { id, reason }),
  };
}
