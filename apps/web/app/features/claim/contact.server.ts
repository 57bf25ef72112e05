import { attempt, type Asked } from '../../ask.server.js';
import { confirmContactMutation, sendContactCodeMutation } from './contact-queries.js';

/** The presses of the contact form, and where each leads on `page`. */
export function contactWrites(asked: Asked, form: FormData) {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const send = (kind: 'PHONE' | 'MAIL') => () => attempt(asked, sendContactCodeMutation, { input: { id: text('newCheckId'), kind, phone: kind === 'PHONE' ? text('phone') : null } });
  return {
    'contact-phone': send('PHONE'),
    'contact-mail': send('MAIL'),
    'contact-confirm': () => attempt(asked, confirmContactMutation, { input: { id: text('checkId'), code: text('code') } }),
  };
}

/** After a code was sent, the page asks for it. */
export function afterContact(form: FormData): string | null {
  const intent = String(form.get('intent'));
  if (intent === 'contact-phone' || intent === 'contact-mail') return `?done=code&check=${encodeURIComponent(String(form.get('newCheckId') ?? ''))}`;
  return intent === 'contact-confirm' ? '?done=contact' : null;
}
