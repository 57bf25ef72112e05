import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IdentityService } from '#libs/identity';

/** Hands `/auth/*` to better-auth, which checks origins, limits tries and sets the session's cookie itself. */
export function authRoutes(fastify: FastifyInstance, identity: IdentityService): void {
  fastify.route({
    method: ['GET', 'POST'],
    url: '/auth/*',
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(request.headers)) {
        // The body is sent on anew, so its old length would be wrong.
        if (typeof value === 'string' && name !== 'content-length' && name !== 'transfer-encoding') headers.set(name, value);
      }
      headers.set('x-forwarded-for', request.ip);
      const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : undefined;
      const answer = await identity.auth.handler(new Request(new URL(request.url, `${request.protocol}://${request.host}`), { method: request.method, headers, body }));
      reply.code(answer.status).header('cache-control', 'no-store');
      for (const [name, value] of answer.headers) if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.send(await answer.text());
    },
  });
}
