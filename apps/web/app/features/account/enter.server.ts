import { redirect } from 'react-router';
import { refuse, type Asked, type FieldProblem } from '../../ask.server.js';
import { safeNext } from '../../cookies.server.js';
import { basketOf, refill } from '../basket/basket.server.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn } from '../../i18n/messages.js';
import { visitorIn } from '../../visitor-context.js';

/** What the sign-in library calls a refusal, and the field it is about. */
const FIELD: Readonly<Record<string, string | null>> = {
  INVALID_EMAIL_OR_PASSWORD: 'password',
  INVALID_EMAIL: 'email',
  INVALID_PASSWORD: 'password',
  USER_ALREADY_EXISTS: 'email',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email',
  PASSWORD_TOO_SHORT: 'password',
  PASSWORD_TOO_LONG: 'password',
};

/** Sends a sign-in or sign-up; its session cookie reaches the browser with the redirect. */
export async function enter(asked: Asked, path: '/auth/sign-in/email' | '/auth/sign-up/email') {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const missing = (['name', 'email', 'password'] as const).filter((field) => form.has(field) && text(field) === '');
  if (missing.length > 0) return refuse(missing.map((field) => ({ field, code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text(`auth.missing.${field}`) })), form);
  const chosen = await basketOf(asked);
  // Whoever signs up in Arabic is written to in Arabic.
  const name = form.has('name') ? { name: text('name'), locale: langOf(asked.params) } : {};
  const { status, body } = await visitorIn(asked.context).auth(path, { ...name, email: text('email'), password: String(form.get('password') ?? '') });
  if (status >= 400) return refuse([authProblem(asked, status, body)], form);
  // A guest's basket stays the guest's: its pieces move into one of the account that has just come in.
  const headers = await refill(asked, chosen?.lines ?? []);
  return redirect(safeNext(text('next') || null, `/${langOf(asked.params)}/account`), { headers });
}

function authProblem(asked: Asked, status: number, body: unknown): FieldProblem {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  const known = Object.hasOwn(FIELD, code);
  const key = status === 429 ? 'auth.TOO_MANY' : known ? `auth.${code}` : 'auth.FAILED';
  return { code, field: known ? (FIELD[code] ?? null) : null, message: messagesIn(langOf(asked.params)).text(key) };
}
