import 'reflect-metadata';
import { startStripeSandbox, type StripeSandbox } from '../../libs/payments/sandbox/index.js';
import { configFromEnvironment } from '#libs/platform';
import { serve, type Served } from '../api/serve.js';
import { DEMO_LIMITS, seedDemo, type DemoPerson } from '../seed/seed.js';

export interface OpenOptions {
  readonly environment: Readonly<Record<string, string>>;
  readonly webhookSecret: string;
  /** Where the payment sandbox listens when no real keys are given. */
  readonly sandboxPort: number;
  /** Says that a step has begun; the answer says how it ended. */
  readonly begin: (name: string) => (how: string) => void;
}

export interface OpenHouse {
  readonly url: string;
  readonly welcome: string;
  stop(): Promise<void>;
}

/** Opens the house on a database: schema, demo world, payment sandbox (unless real keys are given), server. */
export async function openHouse({ environment, webhookSecret, sandboxPort, begin }: OpenOptions): Promise<OpenHouse> {
  const given = configFromEnvironment(environment);
  const real = given.STRIPE_SECRET_KEY !== undefined;
  const stripe: Record<string, string> = real ? {} : { STRIPE_SECRET_KEY: 'sk_test_sandbox', STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_HOST: `http://127.0.0.1:${sandboxPort}` };
  const config = configFromEnvironment({ ...(given.DEMO && DEMO_LIMITS), ...environment, ...stripe });

  let sandbox: StripeSandbox | undefined;
  let people: readonly DemoPerson[] = [];
  const end = begin('House');
  if (!real) {
    sandbox = await startStripeSandbox({ port: sandboxPort, databaseUrl: config.DATABASE_URL, webhookUrl: `http://127.0.0.1:${config.PORT}/webhooks/stripe`, webhookSecret, publicUrl: config.publicUrl });
  }
  const served: Served = await serve(config, { sandboxUrl: sandbox?.url });
  end(`open at ${served.url}`);
  if (config.DEMO) people = await seedDemo(served.app, begin);
  return {
    url: served.url,
    welcome: welcome(served.url, people, real),
    async stop() {
      await served.stop();
      await sandbox?.close();
    },
  };
}

function welcome(url: string, people: readonly DemoPerson[], real: boolean): string {
  const lines = ['', `  Dar Sanaa is open:  ${url}`, ''];
  if (people.length) {
    lines.push(`  Sign in as (password of all: ${people[0]!.password})`);
    for (const person of people) lines.push(`    ${person.email.padEnd(34)} ${person.role}`);
    lines.push('', `  Letters:   ${url}/mailbox`, `  GraphQL:   ${url}/graphql`);
  }
  lines.push(`  Payments:  ${real ? 'Stripe, with the keys given' : 'our sandbox, no money moves'}`, '', '  Ctrl-C stops it.', '');
  return lines.join('\n');
}
