import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/platform';
import type { Fees } from './price.js';

interface FeeRow {
  kind: 'centre' | 'platform';
  basis_points: number;
}

const IN_FORCE = `select distinct on (kind) kind, basis_points from catalog.fee_schedule
  where valid_from <= $1 and (valid_until is null or valid_until > $1) order by kind, valid_from desc`;

/** The house's fees that are in force on a Moroccan day. A kind without a row in force costs nothing. */
@Injectable()
export class FeesService {
  constructor(private readonly db: Database) {}

  async on(day: string, tx?: Tx): Promise<Fees> {
    const rows = tx ? await tx.query<FeeRow>(IN_FORCE, [day]) : await this.db.prepared<FeeRow>('catalog.fees', IN_FORCE, [day]);
    const bp = (kind: FeeRow['kind']): number => rows.find((row) => row.kind === kind)?.basis_points ?? 0;
    return { centreBp: bp('centre'), platformBp: bp('platform') };
  }
}
