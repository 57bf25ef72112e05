import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { hasRole } from '#libs/kernel';
import { platformErrors, QUEUES, type Carrier, type QueueBackend } from '#libs/platform';

const PATH = '/admin/queues';

/** The operator's page of the queues: what waits, what failed and why, and a button to repeat it. Administrators only. */
export async function queueBoard(fastify: FastifyInstance, backend: QueueBackend): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(PATH);
  createBullBoard({ queues: QUEUES.map((name) => new BullMQAdapter(backend.queue(name))), serverAdapter: adapter as never, options: { uiConfig: { boardTitle: 'Dar Sanaa' } } });
  await fastify.register(async (board) => {
    board.addHook('preHandler', async (request: FastifyRequest & Partial<Carrier>, reply) => {
      if (hasRole(request.actor!, 'admin')) return;
      const said = request.actor!.accountId === null ? platformErrors.SIGN_IN_REQUIRED() : platformErrors.NOT_ALLOWED();
      await reply.code(said.code === 'SIGN_IN_REQUIRED' ? 401 : 403).send({ error: { code: said.code, message: said.say(request.actor!.locale) } });
    });
    board.addHook('onSend', async (_request, reply) => {
      // The board's own scripts and styles, from this server only.
      reply.header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'");
    });
    await board.register(adapter.registerPlugin(), { prefix: PATH, basePath: PATH } as never);
  });
}
