import { z } from 'zod';

/**
 * Everything the process may be told from outside. This file alone reads the environment;
 * a value that does not parse stops the boot and names its variable.
 */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** What buyers type. Links in mails, passports and payment returns start with it. */
  PUBLIC_URL: z.url().optional(),
  HOST: z.string().default('127.0.0.1'),
  /** How many reverse proxies of ours stand in front: only they are believed about a caller's address. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** PostgreSQL. The start command fills it with the embedded server when it is absent. */
  DATABASE_URL: z.string().startsWith('postgres'),
  DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(16),
  /** With it, queues, rate limits and caches move to Redis; without it, they live in PostgreSQL. */
  REDIS_URL: z.string().startsWith('redis').optional(),
  /** Where files lie when there is no S3. */
  DATA_DIR: z.string().default('data'),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  /** `https://<account>:<token>@api.twilio.com?from=DarSanaa`: text messages leave by it. Without it a demo shows them in its mailbox, and others are asked for a mail address. */
  SMS_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Dar Sanaa <no-reply@dar-sanaa.example>'),
  /** Signs sessions and one-time links. The start command makes one and keeps it in the data directory. */
  SECRET: z.string().min(32),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  /** `http://127.0.0.1:4242` of our sandbox; absent, the real API answers. */
  STRIPE_HOST: z.url().optional(),
  /** In dirhams: above it, what one person sends to the bank within a day waits for the yes of a second (OWASP ASVS 5.0.0, 2.3.5; the amount is the house's choice). 0: always. */
  PAYOUT_SECOND_PERSON_MAD: z.coerce.number().int().min(0).max(1_000_000_000).default(100_000),
  /** `all` runs the workers in the api process; `api` leaves them to apps/worker. */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  /** The demo world: marked pages, a mailbox page, a sandbox for payments. */
  DEMO: z.stringbool().default(false),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Config = Readonly<z.output<typeof schema>> & { readonly publicUrl: string };

export const CONFIG = Symbol('config');

/** Reads the environment; `over` wins over it, which is how the start command and the worker say what they are. */
export function configFromEnvironment(over: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ ...process.env, ...over });
}

export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment cannot be used:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  return Object.freeze({ ...value, publicUrl: value.PUBLIC_URL ?? `http://localhost:${value.PORT}` });
}
