import pg from 'pg';
import { configFromEnvironment } from '#libs/platform';
import { brokenInvariants, ORACLES } from './payments.invariants.js';

/** `npm run invariants`: green, or every broken promise with the rows that break it and exit code 1. */
const client = new pg.Client({ connectionString: configFromEnvironment().DATABASE_URL, application_name: 'dar-sanaa-invariants' });
await client.connect();
try {
  await client.query('set default_transaction_read_only = on');
  const began = Date.now();
  const broken = await brokenInvariants(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
  for (const { name, promise, rows } of broken) {
    console.error(`${name} is broken (${rows.length} rows): ${promise}`);
    for (const row of rows.slice(0, 10)) console.error(`  ${JSON.stringify(row)}`);
  }
  console.log(`${ORACLES.length - broken.length} of ${ORACLES.length} invariants hold (${Date.now() - began} ms)`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  await client.end();
}
