import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { anonymous } from 'better-auth/plugins';
import pg from 'pg';
import { z } from 'zod';
import { lineOfText, newId } from '#libs/kernel';
import type { Config } from '#libs/platform';

/** OWASP's floor for Argon2id (Password Storage Cheat Sheet, checked 2026-11): 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At most eight hashes at once, or a flood of sign-ins starves the rest of the house. */
const HASHES_AT_ONCE = 8;
let hashing = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (hashing >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  hashing++;
  try {
    return await work();
  } finally {
    hashing--;
    waiting.shift()?.();
  }
}

const NAME_MOST = 120;

/** A name stands in letters, histories and lists that other people read: one line, nothing in it that cannot be seen, of a length a page can hold. */
function plainName(name: string): string {
  const shown = name.slice(0, NAME_MOST * 4).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\u200C\u200D]/gu, ' ');
  return shown.trim() === '' ? '–' : lineOfText(shown, NAME_MOST * 4).slice(0, NAME_MOST).trim();
}

/** Accounts and sessions by better-auth, in schema `identity`; a guest is an account without an address. */
export function createAuth(config: Config) {
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, options: '-c search_path=identity', max: 6, application_name: 'dar-sanaa-identity' });
  // The database going away is not the end of this process: the next query connects again.
  pool.on('error', () => undefined);
  const auth = betterAuth({
    appName: 'Dar Sanaa',
    baseURL: config.publicUrl,
    basePath: '/auth',
    secret: config.SECRET,
    database: pool,
    // On one's own machine both names of the loopback are the same shop.
    trustedOrigins: [config.publicUrl, `http://127.0.0.1:${config.PORT}`],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      password: {
        hash: (password) => inTurn(() => hash(password, ARGON2)),
        verify: ({ hash: stored, password }) => inTurn(() => verify(stored, password)),
      },
    },
    user: { additionalFields: { locale: { type: 'string', required: false, defaultValue: 'en', input: true, validator: { input: z.enum(['en', 'fr', 'ar']) } } } },
    databaseHooks: {
      user: {
        create: { before: (user) => Promise.resolve({ data: { ...user, name: plainName(user.name) } }) },
        update: { before: (user) => Promise.resolve({ data: user.name === undefined ? user : { ...user, name: plainName(user.name) } }) },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    // In the demo world one person plays every part, from one address.
    rateLimit: { enabled: config.NODE_ENV !== 'test', window: 60, max: 120, storage: 'database', customRules: { '/sign-in/*': { window: 60, max: config.DEMO ? 60 : 10 }, '/sign-up/*': { window: 60, max: config.DEMO ? 60 : 10 } } },
    advanced: { database: { generateId: () => newId() }, useSecureCookies: config.publicUrl.startsWith('https:'), cookiePrefix: 'dar-sanaa' },
    plugins: [anonymous({ emailDomainName: 'guest.dar-sanaa.invalid' })],
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  return { auth, close: () => pool.end() };
}

export type Auth = ReturnType<typeof createAuth>['auth'];
