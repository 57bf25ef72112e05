import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/platform';
import type { ExportedFile, PassportEdition } from './passport.js';
import { LIST_BITS } from './status-list.js';

/**
 * The editions of a passport. It is signed anew when an export file with its piece is complete; the one before stays
 * genuine, and the list of updates says that it was superseded.
 */
@Injectable()
export class EditionsService {
  constructor(private readonly db: Database) {}

  /** The first edition, with the certificate itself. */
  async first(tx: Tx, certificateId: string): Promise<void> {
    await tx.query('insert into certification.passport_edition (certificate_id, edition, at) values ($1, 1, $2) on conflict do nothing', [certificateId, tx.now]);
  }

  /** A completed file goes into the passport of each of its certificates, once. */
  async extend(tx: Tx, file: { orderId: string; version: number; number?: string; sha256?: string; certificates?: string[] }): Promise<void> {
    if (!file.number || !file.sha256) return;
    const certificates = await tx.query<{ id: string }>('select id from certification.certificate where number = any($1) order by id for update', [file.certificates ?? []]);
    for (const { id } of certificates) {
      const added = await tx.query(
        'insert into certification.passport_export (certificate_id, order_id, version, number, sha256, at) values ($1,$2,$3,$4,$5,$6) on conflict do nothing returning certificate_id',
        [id, file.orderId, file.version, file.number, file.sha256, tx.now],
      );
      if (added.length === 0) continue;
      await this.first(tx, id);
      await tx.query('insert into certification.passport_edition (certificate_id, edition, at) select $1, max(edition) + 1, $2 from certification.passport_edition where certificate_id = $1', [id, tx.now]);
    }
  }

  /** The newest edition, or the one asked for; null where there is none: certificates from before there were editions. */
  async edition(certificateId: string, edition: number | null): Promise<PassportEdition | null> {
    const [row] = await this.db.read<{ edition: number; index: number; at: Date }>(
      'select edition, refresh_index as index, at from certification.passport_edition where certificate_id = $1 and ($2::int is null or edition = $2) order by edition desc limit 1',
      [certificateId, edition],
    );
    return row ? { number: row.edition, refreshIndex: row.index, files: row.edition === 1 ? [] : await this.files(certificateId, row.at) } : null;
  }

  /** The newest version of each file, as they stood at a moment. */
  files(certificateId: string, until: Date | null = null): Promise<ExportedFile[]> {
    return this.db.read<ExportedFile>(
      `select * from (select distinct on (order_id) number, version, sha256 from certification.passport_export where certificate_id = $1 and ($2::timestamptz is null or at <= $2)
       order by order_id, version desc) newest order by number`,
      [certificateId, until],
    );
  }

  /** The bits of one list of updates: editions that a later one followed. */
  async superseded(list: number): Promise<number[]> {
    const rows = await this.db.read<{ bit: number }>(
      `select e.refresh_index % ${LIST_BITS} as bit from certification.passport_edition e where e.refresh_index >= $1 and e.refresh_index < $2
       and exists (select from certification.passport_edition later where later.certificate_id = e.certificate_id and later.edition > e.edition)`,
      [list * LIST_BITS, (list + 1) * LIST_BITS],
    );
    return rows.map((row) => row.bit);
  }
}
