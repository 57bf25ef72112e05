import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { dayWords, isId, moroccanDay, newId, type Actor } from '#libs/kernel';
import { Database, errand, Storage } from '#libs/platform';
import { ChecklistService } from './checklist.service.js';
import { claimLifecycle, papersUntil } from './claim.js';
import { claimsErrors } from './claims.errors.js';
import { claimMoved, ClaimsService, type Claim } from './claims.service.js';

export interface ClaimPaper {
  readonly id: string;
  readonly item: string;
  readonly contentType: string;
  readonly at: Date;
  /** When its file was erased: its time was over. */
  readonly forgottenAt: Date | null;
}

export const MOST_PAPER_BYTES = 10 * 1024 * 1024;
/** A file that no row came to know: refused after all, or the house fell between the two. Nobody would ever forget it. */
export const dropStray = errand<{ claimId: string; key: string }>('registry.drop-stray-paper');
const STRAY_AFTER_MS = 3_600_000;
const KINDS = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']);
const MOST_PAPERS = 20;

/** The papers shown with a claim: kept as they were sent, read by the holder and the officers of the region alone. */
@Injectable()
export class ClaimPapersService {
  constructor(
    private readonly db: Database,
    private readonly claims: ClaimsService,
    private readonly checklist: ChecklistService,
    private readonly storage: Storage,
  ) {}

  async add(actor: Actor, paper: { id: string; claimId: string; item: string }, bytes: Buffer): Promise<ClaimPaper> {
    const claim = await this.claims.one(actor, paper.claimId);
    if (claim.accountId !== actor.accountId) throw claimsErrors.CLAIM_NOT_FOUND({}, 'claimId');
    if (!claimLifecycle.can(claim.state, 'submit')) throw claimMoved(claim.state);
    const kind = bytes.length > MOST_PAPER_BYTES ? undefined : await fileTypeFromBuffer(bytes).catch(() => undefined);
    if (!kind || !KINDS.has(kind.mime)) throw claimsErrors.CLAIM_PAPER_UNREADABLE({ max: MOST_PAPER_BYTES / 1024 / 1024 }, 'paper');
    // A key of its own for each try: the same card sent again outlives the one that is forgotten.
    const key = `claims/${claim.id}/${newId()}-${createHash('sha256').update(bytes).digest('hex')}`;
    await this.db.write(actor, (tx) => tx.send(dropStray, { claimId: claim.id, key }, { runAt: new Date(tx.now.getTime() + STRAY_AFTER_MS) }));
    return this.note(actor, claim, paper, { key, contentType: kind.mime, ...(await this.storage.put(key, bytes, kind.mime)) });
  }

  async dropStray(claimId: string, key: string): Promise<void> {
    if ((await this.db.read('select 1 from registry.claim_document where claim_id = $1 and storage_key = $2', [claimId, key])).length === 0) await this.storage.remove(key);
  }

  private note(actor: Actor, claim: Claim, paper: { id: string; item: string }, { key, contentType, sha256, size }: { key: string; contentType: string; sha256: string; size: number }): Promise<ClaimPaper> {
    return this.db.write(actor, async (tx) => {
      // Looked at again: what an officer already reads does not grow under her eyes.
      const [now] = await tx.query<Pick<Claim, 'state'>>('select state from registry.claim where id = $1 for update', [claim.id]);
      if (!claimLifecycle.can(now!.state, 'submit')) throw claimMoved(now!.state);
      const items = await this.checklist.items(tx.now, tx);
      if (items.find((item) => item.code === paper.item)?.kind !== 'document') throw claimsErrors.CLAIM_ITEM_UNKNOWN({ item: paper.item.slice(0, 60) }, 'item');
      const [count] = await tx.query<{ count: number }>('select count(*) as count from registry.claim_document where claim_id = $1 and id <> $2 and forgotten_at is null', [claim.id, paper.id]);
      if (count!.count >= MOST_PAPERS) throw claimsErrors.CLAIM_PAPERS_MANY({ max: MOST_PAPERS }, 'paper');
      const added = await tx.query(`insert into registry.claim_document (id, claim_id, item, storage_key, content_type, sha256, size, at) values ($1,$2,$3,$4,$5,$6,$7,$8) on conflict (id) do nothing returning id`, [
        paper.id, claim.id, paper.item, key, contentType, sha256, size, tx.now,
      ]);
      const [row] = await tx.query<ClaimPaper>(`select ${PAPER} from registry.claim_document where id = $1 and claim_id = $2`, [paper.id, claim.id]);
      if (!row) throw claimsErrors.CLAIM_NOT_FOUND({}, 'id');
      if (added.length === 0) return row;
      await tx.query('update registry.claim set papers_until = $2 where id = $1', [claim.id, papersUntil(now!.state, tx.now)]);
      await tx.audit({ action: 'claim.paper', subject: { type: 'claim', id: claim.id }, detail: { item: paper.item } });
      return row;
    });
  }

  async ofEach(claimIds: readonly string[]): Promise<ReadonlyMap<string, ClaimPaper[]>> {
    return byClaim(await this.db.prepared<ClaimPaper & { claimId: string }>('registry.claim-papers', `select claim_id as "claimId", ${PAPER} from registry.claim_document where claim_id = any($1::uuid[]) order by at, id`, [claimIds]));
  }

  async read(actor: Actor, paperId: string): Promise<{ contentType: string; bytes: Buffer }> {
    const [row] = isId(paperId)
      ? await this.db.read<{ claimId: string; key: string | null; contentType: string; forgottenAt: Date | null }>('select claim_id as "claimId", storage_key as key, content_type as "contentType", forgotten_at as "forgottenAt" from registry.claim_document where id = $1', [paperId])
      : [];
    if (!row) throw claimsErrors.CLAIM_NOT_FOUND({}, 'id');
    await this.claims.one(actor, row.claimId);
    if (row.key === null) throw forgotten(row.forgottenAt!);
    return { contentType: row.contentType, bytes: await this.storage.get(row.key) };
  }
}

function forgotten(at: Date): Error {
  const day = moroccanDay(at);
  return claimsErrors.CLAIM_PAPER_FORGOTTEN({ day }).worded({ day: dayWords(day) });
}

/** In the order they come in. */
export function byClaim<Row extends { readonly claimId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.claimId, [...(found.get(row.claimId) ?? []), row]);
  return found;
}

export const PAPER = 'id, item, content_type as "contentType", at, forgotten_at as "forgottenAt"';
