import 'reflect-metadata';
import { configFromEnvironment } from '#libs/platform';
import { serve } from './serve.js';

/** The server for a machine that brings its own PostgreSQL (DATABASE_URL). `npm start` brings one along. */
const served = await serve(configFromEnvironment());
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void served.stop().then(() => process.exit(0));
  });
}
