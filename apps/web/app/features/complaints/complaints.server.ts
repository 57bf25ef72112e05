import { randomUUID } from 'node:crypto';
import { attempt, type Asked, type FieldProblem } from '../../ask.server.js';
import { sendFile } from '../../upload.server.js';
import { becomeGuest } from '../account/guest.server.js';
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
  if (of.orderId !== undefined) writes['complaint-open'] = () => open(asked, form, { orderId: of.orderId!, ...(of.key === undefined ? {} : { key: of.key }) });
  return writes;
}

/** The complaint has its id before it is sent, so that sending twice makes one; a photograph that cannot be read is said beside its box. */
async function open(asked: Asked, form: FormData, of: { orderId: string; key?: string }): Promise<Outcome> {
  if (of.key !== undefined) await becomeGuest(asked);
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const input = { ...of, id: text('id'), line: Number(text('line')) || 0, quantity: Number(text('quantity')) || 0, kind: text('kind'), words: text('words') };
  const opened = await attempt(asked, openComplaintMutation, { input });
  if ('problems' in opened) return opened;
  const files = form.getAll('photographs').filter((file): file is File => file instanceof File && file.size > 0);
  const problems: FieldProblem[] = [];
  const key = of.key === undefined ? '' : `&key=${encodeURIComponent(of.key)}`;
  for (const file of files) {
    const sent = await sendFile(asked, `/uploads/complaint-photographs?complaintId=${input.id}&id=${randomUUID()}${key}`, 'photographs', file);
    if ('problems' in sent) problems.push(...sent.problems);
  }
  return problems.length > 0 ? { problems } : opened;
}

function wordOf(form: FormData, key: string | undefined): ComplaintWord {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const amount = text('amount').replace(/\s/g, '').replace(',', '.');
  return {
    input: {
      id: text('complaintId'),
      ...(amount === '' ? {} : { amountMinor: /^\d{1,9}(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount) * 100) : 0 }),
      ...(text('goods') === '' ? {} : { goods: text('goods') }),
      ...(text('words') === '' ? {} : { words: text('words') }),
      ...(key === undefined ? {} : { key }),
    },
  };
}

function boxOf(field: string): string {
  return field === 'amountMinor' ? 'amount' : field;
}
