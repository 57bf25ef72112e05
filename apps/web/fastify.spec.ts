import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerWeb } from './fastify.js';

/** A build of one route that answers what it was asked, so that the adapter is tried without the pages. */
const BUILD = `
const echo = async ({ request, context }) => Response.json({
  method: request.method,
  url: request.url,
  lang: request.headers.get('accept-language'),
  body: request.method === 'POST' ? await request.text() : null,
  me: (await context.gql('query Me { me }')).data,
}, { headers: { 'set-cookie': 'page=1' } });
export const entry = { module: { default: () => new Response(''), contextFor: (visitor) => visitor } };
export const routes = { all: { id: 'all', path: '*', module: { loader: echo, action: echo } } };
export const assets = { version: '1', entry: { module: '', imports: [] }, url: '', routes: {} };
export const future = {};
export const publicPath = '/', assetsBuildDirectory = '', basename = '/', isSpaMode = false, ssr = true, prerender = [], routeDiscovery = { mode: 'initial' };
`;

let folder: string;
let fastify: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-'));
  for (const path of ['server', 'client/assets']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'server/index.js'), BUILD);
  writeFileSync(join(folder, 'client/assets/app-1.js'), 'export {}');
  writeFileSync(join(folder, 'client/robots.txt'), 'User-agent: *');
  writeFileSync(join(folder, 'client/sw.js'), '');
  fastify = Fastify();
  fastify.post('/graphql', (request, reply) => reply.header('set-cookie', 'seen=1; Path=/').send({ data: { cookie: request.headers.cookie ?? null, ip: request.ip } }));
  await registerWeb(fastify, { buildDir: folder, demo: true, home: 'http://localhost:80' });
});

afterAll(async () => {
  await fastify.close();
  rmSync(folder, { recursive: true });
});

const own = { host: 'shop.test', origin: 'http://shop.test' };

describe('the pages under Fastify', () => {
  it('render what nothing else claims, in the language of the address', async () => {
    const answer = await fastify.inject({ url: '/ar/p/rug?x=1', headers: { host: 'shop.test', 'accept-language': 'fr' } });
    expect(answer.json()).toMatchObject({ method: 'GET', url: 'http://shop.test/ar/p/rug?x=1', lang: 'ar' });
    expect((await fastify.inject({ url: '/', headers: { 'accept-language': 'fr' } })).json()).toMatchObject({ lang: 'fr' });
  });

  it('ask the house with the visitor’s own cookies, and pass on those it sets', async () => {
    const answer = await fastify.inject({ url: '/en', headers: { cookie: 'session=mine' } });
    expect(answer.json()).toMatchObject({ me: { cookie: 'session=mine', ip: '127.0.0.1' } });
    expect(answer.headers['set-cookie']).toEqual(['seen=1; Path=/', 'page=1']);
  });

  it('read a form’s raw body', async () => {
    const answer = await fastify.inject({ method: 'POST', url: '/en', headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' }, payload: 'name=Aïcha' });
    expect(answer.json()).toMatchObject({ method: 'POST', body: 'name=Aïcha' });
  });

  it.each([
    ['another origin', { ...own, origin: 'http://evil.test' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { ...own, 'sec-fetch-site': 'same-site' }],
    ['nowhere', { host: 'shop.test' }],
    ['an origin that is none', { ...own, origin: 'null' }],
  ])('refuse a form sent from %s', async (_from, headers) => {
    expect((await fastify.inject({ method: 'POST', url: '/en', headers, payload: 'x' })).statusCode).toBe(403);
  });

  it('refuse a form too large, or of unsaid size', async () => {
    const large = await fastify.inject({ method: 'POST', url: '/en', headers: { ...own, 'content-length': String(30 * 1024 * 1024) }, payload: 'x' });
    expect(large.statusCode).toBe(413);
  });

  it('serve built files for a year, and answer missing ones without a page', async () => {
    const found = await fastify.inject('/assets/app-1.js');
    expect([found.statusCode, found.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await fastify.inject('/sw.js')).headers['content-security-policy']).toContain("connect-src 'self'");
    for (const url of ['/assets/gone.js', '/assets/..%2f..%2fserver/index.js', '/img/x.webp', '/favicon.ico']) {
      const { statusCode, body } = await fastify.inject(url);
      expect([url, statusCode, body.includes('gql')]).toEqual([url, 404, false]);
    }
    expect((await fastify.inject('/robots.txt')).body).toBe('User-agent: *');
  });

  it('lead another name of this machine to the one a session belongs to, and no foreign one', async () => {
    const moved = await fastify.inject({ url: '/en/p/rug?x=1', headers: { host: '127.0.0.1:80' } });
    expect([moved.statusCode, moved.headers.location]).toEqual([302, 'http://localhost/en/p/rug?x=1']);
    for (const host of ['localhost:80', 'shop.test', 'evil.test']) expect((await fastify.inject({ url: '/en', headers: { host } })).statusCode).toBe(200);
  });
});
