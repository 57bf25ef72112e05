import { Injectable } from '@nestjs/common';
import { oneByOne, SYSTEM } from '#libs/kernel';
import { Database, errand, Storage } from '#libs/platform';
import { noteStep } from './claims.service.js';

/** The files of papers whose time is over, by their keys. */
export const erasePapers = errand<{ keys: string[] }>('registry.erase-papers');
const BATCH = 200;

/** Cards and other papers are personal: past their time the files go, and the row says that there was one, and when it went. */
@Injectable()
export class ForgottenPapersService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  async forgetDue(now: Date): Promise<void> {
    for (let batch = BATCH; batch === BATCH; ) {
      const due = await this.db.read<{ id: string }>(`select id from registry.claim where papers_until < $1 order by papers_until limit ${BATCH}`, [now]);
      await oneByOne(due, ({ id }) => this.forget(id, now));
      batch = due.length;
    }
  }

  /** The store is told through the outbox: the rows and the errand commit together, and the errand may run twice. */
  private forget(claimId: string, now: Date): Promise<void> {
    return this.db.write(SYSTEM, async (tx) => {
      // Handed in or touched meanwhile, it has another day.
      const [due] = await tx.query('update registry.claim set papers_until = null where id = $1 and papers_until < $2 returning id', [claimId, now]);
      if (!due) return;
      const kept = await tx.query<{ id: string; key: string }>('select id, storage_key as key from registry.claim_document where claim_id = $1 and forgotten_at is null order by id for update', [claimId]);
      if (kept.length === 0) return;
      await tx.query('update registry.claim_document set storage_key = null, forgotten_at = $2 where id = any($1::uuid[])', [kept.map(({ id }) => id), tx.now]);
      await tx.send(erasePapers, { keys: [...new Set(kept.map(({ key }) => key))] });
      await noteStep(tx, claimId, 'forget', null);
    });
  }

  async erase(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.storage.remove(key);
  }
}
