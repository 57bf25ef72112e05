import type { INestApplicationContext, Type } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import { SYSTEM, type Actor, type Locale } from '#libs/kernel';
import { CONFIG, Database, type Config } from '#libs/platform';

/** Says that a long step has begun; the answer says how it ended. */
export type Begin = (name: string) => (how: string) => void;

/** Everything the demo world does is done by somebody in it, through the same services that requests use. */
export class Loading {
  readonly db: Database;
  readonly config: Config;
  private readonly identity: IdentityService;
  private readonly actors = new Map<string, Actor>();
  private done = new Set<string>();

  constructor(readonly app: INestApplicationContext) {
    this.db = this.get(Database);
    this.config = app.get<Config>(CONFIG, { strict: false });
    this.identity = this.get(IdentityService);
  }

  get<T>(service: Type<T>): T {
    return this.app.get(service, { strict: false });
  }

  /** Reads what an earlier start got through. */
  async open(): Promise<this> {
    const rows = await this.db.read<{ key: string }>(`select key from platform.command where key like 'system:demo/%'`);
    this.done = new Set(rows.map((row) => row.key.slice('system:demo/'.length)));
    return this;
  }

  isDone(step: string): boolean {
    return this.done.has(step);
  }

  /** Work that an interrupted start has finished is not begun again; work it left half done is, and repeats itself harmlessly. */
  async once(step: string, work: () => Promise<unknown>): Promise<void> {
    if (this.done.has(step)) return;
    await work();
    await this.db.write(SYSTEM, (tx) => tx.once(`demo/${step}`, null, async () => null));
    this.done.add(step);
  }

  /** The person with this address, with the rights she has been granted. */
  async as(email: string): Promise<Actor> {
    let actor = this.actors.get(email);
    if (!actor) {
      const { id, name } = await this.identity.accountByEmail(email);
      const address = await this.identity.addressOf(id);
      actor = await this.identity.actorFor(id, name, (address?.locale ?? 'en') as Locale);
      this.actors.set(email, actor);
    }
    return actor;
  }

  /** Looks again and again until something is there: the house's own jobs make it. */
  async eventually<T>(what: string, look: () => Promise<T | null | undefined | false>, withinMs = 90_000): Promise<T> {
    for (const until = Date.now() + withinMs; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 150))) {
      const found = await look();
      if (found) return found;
    }
    throw new Error(`the demo world waited ${withinMs / 1000} s in vain for ${what}`);
  }
}
