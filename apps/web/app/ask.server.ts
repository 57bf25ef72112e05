import { data, redirect, type RouterContextProvider } from 'react-router';
import type { Problem } from '../visitor.js';
import type { Document } from './graphql.js';
import { langOf } from './i18n/languages.js';
import { visitorIn } from './visitor-context.js';

/** What a loader or an action receives. */
export interface Asked {
  request: Request;
  params: { lang?: string };
  context: Readonly<RouterContextProvider>;
}

export interface FieldProblem {
  message: string;
  code: string;
  field: string | null;
}

/** What a refused form sends back: the reasons, and everything the person had typed. */
export interface Refusal {
  problems: FieldProblem[];
  typed: Record<string, string>;
}

/** Reads for a page. A refusal becomes the page's own answer: sign in, not allowed, not found. */
export async function ask<A, I>(asked: Asked, document: Document<A, I>, variables: I): Promise<A> {
  const answer = await visitorIn(asked.context).gql<A>(document.text, variables as Record<string, unknown>);
  if (answer.data && !answer.errors?.length) return answer.data;
  throw pageFor(asked, answer.errors ?? []);
}

/** Reads what a page can do without: null where `ask` would have refused. */
export async function askGently<A, I>(asked: Asked, document: Document<A, I>, variables: I): Promise<A | null> {
  const answer = await visitorIn(asked.context).gql<A>(document.text, variables as Record<string, unknown>);
  return answer.data && !answer.errors?.length ? answer.data : null;
}

/** Writes for a form. Refusals that a person can act on come back as problems. */
export async function attempt<A, I>(asked: Asked, document: Document<A, I>, variables: I): Promise<{ done: A } | { problems: FieldProblem[] }> {
  const answer = await visitorIn(asked.context).gql<A>(document.text, variables as Record<string, unknown>);
  if (answer.data && !answer.errors?.length) return { done: answer.data };
  const errors = answer.errors ?? [];
  if (errors.some((error) => error.extensions?.code === 'SIGN_IN_REQUIRED')) throw pageFor(asked, errors);
  return { problems: errors.map(fieldProblem) };
}

export function refuse(problems: FieldProblem[], form: FormData, status = 422): ReturnType<typeof data<Refusal>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !/password/i.test(name)) typed[name] = value;
  return data({ problems, typed }, { status });
}

type Outcome = { done: unknown } | { problems: FieldProblem[] };

/** Runs the write that the pressed button names, then shows where it leads. */
export async function press(asked: Asked, form: FormData, writes: Readonly<Record<string, () => Promise<Outcome>>>, next: string) {
  const write = writes[String(form.get('intent'))];
  if (write === undefined) throw data(null, { status: 400 });
  const outcome = await write();
  return 'problems' in outcome ? refuse(outcome.problems, form) : redirect(`/${langOf(asked.params)}/${next}`);
}

/** `input.consignee.line1` is the field `line1` of the form; `input.lines.0.quantity` is `lines.0.quantity`. */
function fieldProblem({ message, extensions }: Problem): FieldProblem {
  return { message, code: extensions?.code ?? 'UNKNOWN', field: extensions?.field?.replace(/^input\./, '').replace(/^consignee\./, '') ?? null };
}

function pageFor({ request, params }: Asked, errors: readonly Problem[]): Response | ReturnType<typeof data> {
  const codes = errors.map((error) => error.extensions?.code ?? '');
  const { pathname, search } = new URL(request.url);
  if (codes.includes('SIGN_IN_REQUIRED')) {
    const next = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search.replace(/[?&]_routes=[^&]*/, '') : '';
    return redirect(`/${langOf(params)}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`);
  }
  if (codes.includes('NOT_ALLOWED')) return data({ message: errors[0]?.message }, { status: 403 });
  if (codes.some((code) => /NOT_FOUND$|_UNKNOWN$/.test(code))) return data(null, { status: 404 });
  if (codes.includes('TOO_MANY_REQUESTS')) return data({ message: errors[0]?.message }, { status: 429 });
  console.error('page query refused', JSON.stringify({ path: pathname, codes, messages: errors.map((error) => error.message) }));
  return data(null, { status: 500 });
}
