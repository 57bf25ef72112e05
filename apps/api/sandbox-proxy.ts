import type { FastifyInstance } from 'fastify';

/** Shows the payment sandbox's hosted pages under the house's own address, so that one address serves a whole rehearsal. */
export async function sandboxProxy(fastify: FastifyInstance, sandboxUrl: string): Promise<void> {
  await fastify.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) => done(null, body));
    pages.route({
      method: ['GET', 'POST'],
      url: '/c/pay/*',
      handler: async (request, reply) => {
        const answer = await fetch(new URL(request.url, sandboxUrl), {
          method: request.method,
          redirect: 'manual',
          headers: { 'accept-language': request.headers['accept-language'] ?? 'en', ...(request.headers['content-type'] ? { 'content-type': request.headers['content-type'] } : {}) },
          body: request.method === 'POST' ? new Uint8Array((request.body as Buffer | undefined) ?? []) : undefined,
          signal: AbortSignal.timeout(10_000),
        });
        for (const name of ['content-type', 'location', 'content-security-policy', 'cache-control']) {
          const value = answer.headers.get(name);
          if (value) reply.header(name, value);
        }
        return reply.code(answer.status).send(await answer.text());
      },
    });
  });
}
