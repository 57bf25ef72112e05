import { data, redirect, type RouterContextProvider } from 'react-router';
import type { GraphQLAnswer, Problem } from '../visitor.js';
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
  /** What stood under a name that was sent more than once, such as the boxes that were ticked. */
  several: Record<string, string[]>;
}

/** A variable that holds nothing is left out, as a person would leave it out. */
function call<A, I>(asked: Asked, document: Document<A, I>, variables: I): Promise<GraphQLAnswer<A>> {
  const said = Object.entries(variables as Record<string, unknown>).filter(([, value]) => value !== null);
  return visitorIn(asked.context).gql<A>(document.text, Object.fromEntries(said));
}

/** Reads for a page. A refusal becomes the page's own answer: sign in, not allowed, not found. */
export async function ask<A, I>(asked: Asked, document: Document<A, I>, variables: I): Promise<A> {
  const answer = await call(asked, document, variables);
  if (answer.data && !answer.errors?.length) return answer.data;
  throw pageFor(asked, answer.errors ?? []);
}

/** Reads what a page can do without: null where `ask` would have refused. */
export async function askGently<A, I>(asked: Asked, document: Document<A, I>, variables: I): Promise<A | null> {
  const answer = await call(asked, document, variables);
  return answer.data && !answer.errors?.length ? answer.data : null;
}

/** Writes for a form. Refusals that a person can act on come back as problems; `boxOf` says which box a field of the input was typed in. */
export async function attempt<A, I>(
  asked: Asked,
  document: Document<A, I>,
  variables: I,
  boxOf: (field: string) => string = (field) => field,
): Promise<{ done: A } | { problems: FieldProblem[] }> {
  const answer = await call(asked, document, variables);
  if (answer.data && !answer.errors?.length) return { done: answer.data };
  const errors = answer.errors ?? [];
  if (errors.some((error) => error.extensions?.code === 'SIGN_IN_REQUIRED')) throw pageFor(asked, errors);
  return { problems: errors.map((error) => fieldProblem(error, boxOf)) };
}

export function refuse(problems: FieldProblem[], form: FormData, status = 422): ReturnType<typeof data<Refusal>> {
  const typed: Record<string, string> = {};
  const several: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || /password/i.test(name)) continue;
    if (name in typed) several[name] = [...(several[name] ?? [typed[name]!]), value];
    typed[name] = value;
  }
  return data({ problems, typed, several }, { status });
}

type Outcome = { done: unknown } | { problems: FieldProblem[] };

/** Runs the write that the pressed button names, then shows where it leads. */
export async function press(asked: Asked, form: FormData, writes: Readonly<Record<string, () => Promise<Outcome>>>, next: string) {
  const write = writes[String(form.get('intent'))];
  if (write === undefined) throw data(null, { status: 400 });
  const outcome = await write();
  return 'problems' in outcome ? refuse(outcome.problems, form) : redirect(`/${langOf(asked.params)}/${next}`);
}

/** The server names a field by its path in the arguments, `input.consignee.line1`; the form by its box, `line1`. */
function fieldProblem({ message, extensions }: Problem, boxOf: (field: string) => string): FieldProblem {
  const field = extensions?.field?.replace(/^input\./, '').replace(/^consignee\./, '');
  return { message, code: extensions?.code ?? 'UNKNOWN', field: field === undefined ? null : boxOf(field) };
}

function pageFor({ request, params }: Asked, errors: readonly Problem[]): Response | ReturnType<typeof data> {
  const codes = errors.map((error) => error.extensions?.code ?? '');
  const { pathname, search } = new URL(request.url);
  if (codes.includes('SIGN_IN_REQUIRED')) {
    const next = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search.replace(/[?&]_routes=[^&]*/, '') : '';
    return redirect(`/${langOf(params)}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`);
  }
  const kinds = errors.map((error) => error.extensions?.kind ?? '');
  if (kinds.includes('forbidden') || kinds.includes('conflict')) return data({ message: errors[0]?.message }, { status: 403 });
  if (codes.includes('TOO_MANY_REQUESTS')) return data({ message: errors[0]?.message }, { status: 429 });
  // An address with a wrong id or page mark in it leads nowhere, like one that never was.
  if (kinds.includes('not_found') || (kinds.includes('invalid') && !codes.includes('QUERY_INVALID'))) return data(null, { status: 404 });
  console.error('page query refused', JSON.stringify({ path: pathname, codes, messages: errors.map((error) => error.message) }));
  return data(null, { status: 500 });
}
