import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { SYSTEM } from '#libs/kernel';
import type { Fact, FactName } from '#libs/facts';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import type { Errand } from './errand.js';
import { handlersOf } from './handler.js';

type FactMethod = (fact: Fact, tx: Tx) => Promise<void>;
type ErrandMethod = (payload: object, id: string) => Promise<void>;

/** Every handler of the house, found at boot. A double subscriber or errand stops the boot. */
@Injectable()
export class Handlers {
  private readonly subscribers = new Map<string, { fact: FactName; run: FactMethod }>();
  private readonly byFact = new Map<FactName, string[]>();
  private readonly errands = new Map<string, { errand: Errand<object>; run: ErrandMethod }>();
  readonly timers = new Map<string, { everyMs: number; run: () => Promise<void> }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly db: Database,
  ) {}

  discover(): this {
    const seen = new Set<object>();
    for (const { instance } of this.discovery.getProviders() as { instance: unknown }[]) {
      if (typeof instance !== 'object' || instance === null || seen.has(instance)) continue;
      seen.add(instance);
      for (const { method, handler } of handlersOf(instance)) {
        const run = (instance as Record<string, (...args: never[]) => Promise<void>>)[method]!.bind(instance) as never;
        if (handler.kind === 'fact') {
          claim(this.subscribers, handler.subscriber, { fact: handler.fact, run });
          this.byFact.set(handler.fact, [...(this.byFact.get(handler.fact) ?? []), handler.subscriber]);
        } else if (handler.kind === 'errand') claim(this.errands, handler.errand.name, { errand: handler.errand, run });
        else claim(this.timers, handler.name, { everyMs: handler.everyMs, run });
      }
    }
    return this;
  }

  subscribersOf(fact: FactName): readonly string[] {
    return this.byFact.get(fact) ?? [];
  }

  errandNamed(name: string): Errand<object> {
    const found = this.errands.get(name);
    if (!found) throw new Error(`no handler for errand ${name}`);
    return found.errand;
  }

  factNames(): FactName[] {
    return [...this.byFact.keys()];
  }

  errandNames(): string[] {
    return [...this.errands.keys()];
  }

  /** The inbox row and whatever the hearer writes are one commit: however often the queue delivers, it happens once. */
  async hear(fact: Fact, subscriber: string): Promise<void> {
    const found = this.subscribers.get(subscriber);
    if (!found) throw new Error(`no subscriber ${subscriber}`);
    await this.db.write(SYSTEM, async (tx) => {
      const fresh = await tx.query(`insert into platform.inbox (fact_id, subscriber) values ($1, $2) on conflict do nothing returning fact_id`, [fact.id, subscriber]);
      if (fresh.length > 0) await found.run(fact, tx);
    });
  }

  async runErrand(name: string, payload: object, id: string): Promise<void> {
    const found = this.errands.get(name);
    if (!found) throw new Error(`no handler for errand ${name}`);
    await found.run(payload, id);
  }

  async runTimer(name: string): Promise<void> {
    const found = this.timers.get(name);
    if (!found) throw new Error(`no timer ${name}`);
    await found.run();
  }
}

function claim<T>(map: Map<string, T>, key: string, value: T): void {
  if (map.has(key)) throw new Error(`two handlers are called ${key}`);
  map.set(key, value);
}
