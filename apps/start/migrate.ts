import 'reflect-metadata';
import { migrate } from '#libs/platform';
import { MIGRATIONS } from '../api/rooms.js';

/** Brings a database to the schema of this checkout. Answers the steps applied. */
export function migrateHouse(databaseUrl: string): Promise<string[]> {
  return migrate(databaseUrl, MIGRATIONS);
}
