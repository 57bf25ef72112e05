import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** One refusal as the GraphQL formatter sends it: its message is already in the page's language. */
export interface Problem {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; kind?: string; field?: string };
}

export interface GraphQLAnswer<T> {
  data?: T | null;
  errors?: readonly Problem[];
}

export interface RestAnswer {
  status: number;
  body: unknown;
}

/**
 * What a page may ask of the house on behalf of the person looking at it. Every call runs in process
 * with the visitor's own cookies, so a page can never see more than its visitor could over the network.
 */
export interface Visitor {
  gql<T>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphQLAnswer<T>>;
  /** A call to the sign-in routes; the cookies they set reach the browser. */
  auth(path: string, body?: Readonly<Record<string, unknown>>): Promise<RestAnswer>;
  /** Passes an upload on unread: the receiving route checks it. */
  upload(path: string, body: Uint8Array, contentType: string): Promise<RestAnswer>;
  clientIp: string;
  demo: boolean;
  /** Marks the page's own scripts in its content security policy. */
  nonce: string;
}

export interface VisitorOptions {
  fastify: FastifyInstance;
  headers: Headers;
  clientIp: string;
  demo: boolean;
  nonce: string;
  /** Cookies that answers set on the way; the page's response carries them to the browser. */
  cookies: string[];
}

export function visitorOf({ fastify, headers, clientIp, demo, nonce, cookies }: VisitorOptions): Visitor {
  const forwarded = forwardedHeaders(headers);

  async function send(method: 'GET' | 'POST', url: string, payload?: string | Buffer, contentType?: string): Promise<LightMyRequestResponse> {
    const type = contentType === undefined ? {} : { 'content-type': contentType };
    const cookie = cookieHeader(headers.get('cookie'), cookies);
    const response = await fastify.inject({
      method,
      url,
      payload,
      remoteAddress: clientIp,
      headers: { ...forwarded, 'x-forwarded-for': clientIp, ...type, ...(cookie ? { cookie } : {}) },
    });
    const set = response.headers['set-cookie'];
    if (set !== undefined) cookies.push(...(Array.isArray(set) ? set : [set]));
    return response;
  }

  const rest = (response: LightMyRequestResponse): RestAnswer => ({ status: response.statusCode, body: readJson(response.body) });

  return {
    async gql<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<GraphQLAnswer<T>> {
      const operationName = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
      const response = await send('POST', '/graphql', JSON.stringify({ query, variables, operationName }), 'application/json');
      return (readJson(response.body) ?? { errors: [{ message: `HTTP ${response.statusCode}` }] }) as GraphQLAnswer<T>;
    },
    auth: async (path, body) => rest(await send('POST', path, JSON.stringify(body ?? {}), 'application/json')),
    upload: async (path, body, contentType) => rest(await send('POST', path, Buffer.from(body), contentType)),
    clientIp,
    demo,
    nonce,
  };
}

/** `origin` and `host` travel on: the sign-in routes check them against each other. */
function forwardedHeaders(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = { 'x-requested-with': 'dar-sanaa-web', 'apollo-require-preflight': 'true', accept: 'application/json' };
  for (const name of ['accept-language', 'user-agent', 'host', 'origin', 'x-forwarded-proto']) {
    const value = headers.get(name);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

/** A cookie set a moment ago by one call of this page must already count for its next call. */
function cookieHeader(sent: string | null, set: readonly string[]): string {
  const jar = new Map<string, string>();
  const pairs = [...(sent?.split(';') ?? []), ...set.map((line) => line.split(';')[0] ?? '')];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
