import { randomUUID } from 'node:crypto';
import { attempt, type Asked, type FieldProblem } from '../../ask.server.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn } from '../../i18n/messages.js';
import { sendFile } from '../../upload.server.js';
import { becomeGuest } from '../account/guest.server.js';
import { photographsIn, photographsScope } from './complaint-form.js';
import {
  acceptComplaintMutation, agreeToOfferMutation, awardComplaintMutation, dismissComplaintMutation, offerForComplaintMutation, openComplaintMutation, receiveReturnMutation, refuseComplaintMutation,
  takeComplaintToDeskMutation, withdrawComplaintMutation, type ComplaintWord,
} from './queries.js';

const MUTATIONS = {
  accept: acceptComplaintMutation,
  offer: offerForComplaintMutation,
  refuse: refuseComplaintMutation,
  agree: agreeToOfferMutation,
  disagree: takeComplaintToDeskMutation,
  withdraw: withdrawComplaintMutation,
  award: awardComplaintMutation,
  dismiss: dismissComplaintMutation,
  receive: receiveReturnMutation,
} as const;

type Outcome = { done: unknown } | { problems: FieldProblem[] };

/** What each side may say of a complaint, by the button she presses; and a new one, with its photographs. */
export function complaintWrites(asked: Asked, form: FormData, of: { orderId?: string; key?: string } = {}): Record<string, () => Promise<Outcome>> {
  const word = wordOf(form, of.key);
  const writes: Record<string, () => Promise<Outcome>> = {};
  for (const [verb, mutation] of Object.entries(MUTATIONS)) {
    writes[`complaint-${verb}`] = async () => {
      if (of.key !== undefined) await becomeGuest(asked);
      return attempt<unknown, ComplaintWord>(asked, mutation, word, boxOf);
    };
  }
  writes['complaint-photographs'] = () => show(asked, form, text(form, 'complaintId'), of.key);
  if (of.orderId !== undefined) writes['complaint-open'] = () => open(asked, form, { orderId: of.orderId!, ...(of.key === undefined ? {} : { key: of.key }) });
  return writes;
}

/**
 * The complaint has its id before it is sent, so that sending twice makes one. It stands even where a photograph of it cannot be
 * read: that is said under the complaint, beside the box for more of them.
 */
async function open(asked: Asked, form: FormData, of: { orderId: string; key?: string }): Promise<Outcome> {
  if (of.key !== undefined) await becomeGuest(asked);
  const input = { ...of, id: text(form, 'id'), line: Number(text(form, 'line')) || 0, quantity: Number(text(form, 'quantity')) || 0, kind: text(form, 'kind'), words: text(form, 'words') };
  // Nothing is chosen for her: a complaint of the wrong kind is answered as what it is not.
  if (input.kind === '') return { problems: [{ field: 'kind', code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text('complaint.field.kind.needed') }] };
  const opened = await attempt(asked, openComplaintMutation, { input });
  if ('problems' in opened) return opened;
  return photographsIn(form).length === 0 ? opened : show(asked, form, input.id, of.key);
}

/** Hands in what the buyer shows of a complaint; with nothing chosen, the house says what may be. */
async function show(asked: Asked, form: FormData, complaintId: string, orderKey: string | undefined): Promise<Outcome> {
  if (orderKey !== undefined) await becomeGuest(asked);
  const chosen = photographsIn(form);
  const problems: FieldProblem[] = [];
  const key = orderKey === undefined ? '' : `&key=${encodeURIComponent(orderKey)}`;
  for (const file of chosen.length > 0 ? chosen : [new File([], 'none')]) {
    const sent = await sendFile(asked, `/uploads/complaint-photographs?complaintId=${encodeURIComponent(complaintId)}&id=${randomUUID()}${key}`, 'photographs', file);
    if ('problems' in sent) problems.push(...sent.problems);
  }
  form.set('scope', photographsScope(complaintId));
  return problems.length > 0 ? { problems } : { done: true };
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

function wordOf(form: FormData, key: string | undefined): ComplaintWord {
  const amount = text(form, 'amount').replace(/\s/g, '').replace(',', '.');
  return {
    input: {
      id: text(form, 'complaintId'),
      ...(amount === '' ? {} : { amountMinor: /^\d{1,9}(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount) * 100) : 0 }),
      ...(text(form, 'goods') === '' ? {} : { goods: text(form, 'goods') }),
      ...(text(form, 'words') === '' ? {} : { words: text(form, 'words') }),
      ...(key === undefined ? {} : { key }),
    },
  };
}

function boxOf(field: string): string {
  return field === 'amountMinor' ? 'amount' : field;
}
