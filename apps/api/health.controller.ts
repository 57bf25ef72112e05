import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, CLOCK, Database } from '#libs/platform';
import type { Clock } from '#libs/kernel';

/** An outbox row this old means that nothing after a commit is happening. */
const STALE_MS = 60_000;

@Controller()
export class HealthController {
  private draining = false;

  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Alive: the process answers. */
  @Get('/healthz')
  @Allow('anyone')
  health(): { ok: true } {
    return { ok: true };
  }

  /** Ready: it can take work. A balancer stops sending when this says 503. */
  @Get('/readyz')
  @Allow('anyone')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const checks = { database: false, outbox: false };
    try {
      const [row] = await this.db.read<{ oldest: Date | null }>(`select min(at) as oldest from platform.outbox where relayed_at is null and run_at is null`);
      checks.database = true;
      checks.outbox = !row?.oldest || this.clock.now().getTime() - row.oldest.getTime() < STALE_MS;
    } catch {
      // Said by the answer itself.
    }
    const ok = checks.database && !this.draining;
    if (!ok) reply.code(503);
    return { ok, draining: this.draining, ...checks };
  }

  drain(): void {
    this.draining = true;
  }
}
