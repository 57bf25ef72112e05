import { randomBytes } from 'node:crypto';
import { createReadStream, readdirSync, statSync, type ReadStream } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from 'react-router';
import { visitorOf, type Visitor, type VisitorOptions } from './visitor.js';

declare module 'react-router' {
  /** Loaders and actions receive the typed context of `react-router.config.ts`. */
  interface Future {
    v8_middleware: true;
  }
}

export interface WebOptions {
  /** `apps/web/build`, holding `server/index.js` and `client/`. */
  buildDir: string;
  /** Shows the demo people on the sign-in page and the link to the local mailbox. */
  demo: boolean;
  /** The address letters and payment pages lead back to: `http://localhost:3000`. */
  home: string;
  /** Replaces the in-process visitor, in tests. */
  getLoadContext?: (options: VisitorOptions) => Visitor;
}

type WebBuild = ServerBuild & { entry: { module: { contextFor(visitor: Visitor): RouterContextProvider } } };

/** Photographs are the largest thing a page's form sends on; the upload route applies its own limit too. */
const LARGEST_FORM = 24 * 1024 * 1024;

/** Serves the pages. Register it last: it answers every path that nothing else claims. */
export async function registerWeb(fastify: FastifyInstance, options: WebOptions): Promise<void> {
  const build = (await import(pathToFileURL(join(options.buildDir, 'server/index.js')).href)) as WebBuild;
  const page = createRequestHandler(build, 'production');

  await fastify.register(async (web) => {
    web.addHook('onRequest', sameName(new URL(options.home)));
    for (const [path, file] of builtFiles(join(options.buildDir, 'client'))) web.get(path, (_request, reply) => sendFile(reply, path, file));
    // A missing picture would otherwise render a whole page, twenty-four times a listing.
    for (const path of ['/assets/*', '/img/*', '/favicon.ico']) {
      web.get(path, (_request, reply) => reply.code(404).header('cache-control', 'no-store').send(''));
    }
    web.removeAllContentTypeParsers();
    // The page's action reads its own form; nothing is parsed before it.
    web.addContentTypeParser('*', (_request, _payload, done) => done(null));
    web.all('/*', (request, reply) => answer(request, reply, { fastify, page, build, options }));
  });
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * This machine has several names, and a session belongs to one of them: whoever opens the shop by another would come
 * back from the payment page as a stranger. Foreign names are left alone, since a proxy may be in front.
 */
function sameName(home: URL) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { hostname } = new URL(`http://${request.headers.host ?? home.host}`);
    if (request.method !== 'GET' || hostname === home.hostname || !LOOPBACK.has(hostname) || !LOOPBACK.has(home.hostname)) return;
    await reply.redirect(new URL(request.url, home).href, 302);
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

interface BuiltFile {
  readonly type: string;
  readonly size: number;
  open(): ReadStream;
}

/**
 * The files of a build by their address, listed once at the start: a request can name one of them and
 * nothing else on the disk. Source maps and the bundler's own manifest are not among them.
 */
function builtFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, size: statSync(path).size, open: () => createReadStream(path) });
  }
  return files;
}

/** Names under `/assets` carry their content's hash, so they never change; the few others are asked for each time. */
function sendFile(reply: FastifyReply, path: string, file: BuiltFile): FastifyReply {
  const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  // A worker is bound by the policy it came with: one that may fetch nothing would answer every file of the page with an error.
  if (path === '/sw.js') reply.header('content-security-policy', "default-src 'none'; connect-src 'self'; frame-ancestors 'none'");
  return reply.header('cache-control', kept).header('content-length', file.size).type(file.type).send(file.open());
}

interface Answering {
  fastify: FastifyInstance;
  page: ReturnType<typeof createRequestHandler>;
  build: WebBuild;
  options: WebOptions;
}

async function answer(request: FastifyRequest, reply: FastifyReply, { fastify, page, build, options }: Answering): Promise<FastifyReply> {
  const unsafe = request.method !== 'GET' && request.method !== 'HEAD';
  if (unsafe && !sameOrigin(request)) return reply.code(403).type('text/plain').send('This form was sent from another site.');
  if (unsafe && Number(request.headers['content-length'] ?? LARGEST_FORM + 1) > LARGEST_FORM) {
    return reply.code(413).type('text/plain').send('This form is too large.');
  }

  const asked = toWebRequest(request, reply);
  const cookies: string[] = [];
  const visitor = (options.getLoadContext ?? visitorOf)({
    fastify,
    headers: asked.headers,
    clientIp: request.ip,
    demo: options.demo,
    nonce: randomBytes(16).toString('base64'),
    cookies,
  });
  const response = await page(asked, build.entry.module.contextFor(visitor));

  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  for (const line of [...cookies, ...response.headers.getSetCookie()]) reply.header('set-cookie', line);
  if (!response.headers.has('cache-control')) reply.header('cache-control', 'private, no-cache');
  if (response.body === null) return reply.send('');
  return reply.send(Readable.fromWeb(response.body as NodeReadableStream));
}

/**
 * Forms post to their own site only. Browsers since 2023 say where a request comes from in
 * Sec-Fetch-Site; the older ones send Origin on every POST. A caller that sends neither is refused.
 */
function sameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host;
}

function toWebRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  // The address names the page's language; the house answers in that language, not the browser's.
  const language = /^\/(en|fr|ar)(?=[/.?]|$)/.exec(request.url)?.[1];
  if (language !== undefined) headers.set('accept-language', language);

  const gone = new AbortController();
  reply.raw.once('close', () => reply.raw.writableFinished || gone.abort());
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: Readable.toWeb(request.raw) as ReadableStream, duplex: 'half' as const } : {}),
  });
}
