import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';

export const LOG = Symbol('log');
export type Log = Logger;

/** Personal data, secrets and bank details never reach a log line, whatever object is logged. */
const REDACT = ['email', 'phone', 'password', 'rib', 'iban', 'token', 'secret', 'cookie', 'authorization', 'consignee', 'address'];

export function createLog(config: Pick<Config, 'LOG_LEVEL'>): Log {
  const paths = REDACT.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  return pino({ level: config.LOG_LEVEL, base: null, redact: { paths, censor: '[kept out]' }, timestamp: pino.stdTimeFunctions.isoTime });
}
