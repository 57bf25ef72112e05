import type { Type } from '@nestjs/common';
import type { ErrorDefinition } from '#libs/kernel';
import type { Migration } from './database/migrations.js';

/** What a room hands to the house when it moves in. `apps/api/rooms.ts` lists them all, lowest first. */
export interface Room {
  readonly name: string;
  readonly module: Type;
  readonly entities: readonly Function[];
  readonly migrations: readonly Migration[];
  readonly errors: Readonly<Record<string, ErrorDefinition>>;
}
