import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/platform';
import type { Fees } from './price.js';

export interface FeeRow {
  kind: 'centre' | 'platform';
  basis_points: number;
}

const inForce = (day: string): string => `select distinct on (kind) kind, basis_points from catalog.fee_schedule
  where valid_from <= ${day} and (valid_until is null or valid_until > ${day}) order by kind, valid_from desc`;
const IN_FORCE = inForce('$1');

/** The same as a column of a statement that reads pieces anyway; `day` is its parameter. `feesOf` reads it. */
export const feesColumn = (day: string): string => `(select json_agg(f) from (${inForce(`${day}::date`)}) f)`;

export function feesOf(rows: readonly FeeRow[] | null): Fees {
  const bp = (kind: FeeRow['kind']): number => rows?.find((row) => row.kind === kind)?.basis_points ?? 0;
  return { centreBp: bp('centre'), platformBp: bp('platform') };
}

/** The house's fees that are in force on a Moroccan day. A kind without a row in force costs nothing. */
@Injectable()
export class FeesService {
  constructor(private readonly db: Database) {}

  async on(day: string, tx?: Tx): Promise<Fees> {
    const rows = tx ? await tx.query<FeeRow>(IN_FORCE, [day]) : await this.db.prepared<FeeRow>('catalog.fees', IN_FORCE, [day]);
    return feesOf(rows);
  }
}
