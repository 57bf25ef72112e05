import { Injectable } from '@nestjs/common';
import { hasRole, isId, type Actor } from '#libs/kernel';
import { Database, pageSize } from '#libs/platform';
import { pageByKey, timeMark } from '../page.marks.js';
import type { ClaimState } from './claim.js';
import { CLAIM, type Claim } from './claims.service.js';

export interface ClaimStep {
  readonly verb: string;
  readonly at: Date;
  readonly actorName: string;
  readonly reason: string | null;
}

export interface ClaimWaiver {
  readonly item: string;
  readonly reason: string;
  readonly at: Date;
  readonly actorName: string;
}

export interface ClaimPage {
  readonly nodes: readonly Claim[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** What is read of claims: the queue and the history of a region, one's own, and what stands beside one. */
@Injectable()
export class ClaimsQueries {
  constructor(private readonly db: Database) {}

  /** The queue of the officer's regions, the nearest deadline first. */
  async queue(actor: Actor, first: number, after: string | null): Promise<ClaimPage> {
    const size = pageSize(first);
    const mark = after === null ? null : timeMark(after);
    const regions = actor.memberships.filter((m) => m.kind === 'chamber').map((m) => m.organisationId);
    const rows = await this.db.read<Claim & { key: string }>(
      `select ${CLAIM}, due_at::text as key from registry.claim where state = 'submitted' and ($1 or region_code = any($2)) ${mark ? 'and (due_at, id) > ($4::timestamptz, $5::uuid)' : ''}
       order by due_at, id limit $3`,
      [hasRole(actor, 'admin'), regions, size + 1, ...(mark ?? [])],
    );
    return pageByKey(rows, size);
  }

  /** Every request of the officer's regions, or of one entry, in any state, the latest first. */
  async history(actor: Actor, of: { readonly state?: ClaimState | null; readonly artisanId?: string | null }, first: number, after: string | null): Promise<ClaimPage> {
    const size = pageSize(first);
    const mark = after === null ? [] : timeMark(after);
    const regions = actor.memberships.filter((m) => m.kind === 'chamber').map((m) => m.organisationId);
    if (of.artisanId && !isId(of.artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const rows = await this.db.read<Claim & { key: string }>(
      `select ${CLAIM}, opened_at::text as key from registry.claim where ($1 or region_code = any($2)) and ($4::text is null or state = $4) and ($5::uuid is null or artisan_id = $5)
       ${after === null ? '' : 'and (opened_at, id) < ($6::timestamptz, $7::uuid)'} order by opened_at desc, id desc limit $3`,
      [hasRole(actor, 'admin'), regions, size + 1, of.state ?? null, of.artisanId ?? null, ...mark],
    );
    return pageByKey(rows, size);
  }

  /** The caller's own open or last request. */
  async mine(actor: Actor): Promise<Claim | null> {
    const [claim] = await this.db.read<Claim>(`select ${CLAIM} from registry.claim where account_id = $1 order by (state in ('open', 'submitted', 'returned')) desc, opened_at desc, id desc limit 1`, [actor.accountId]);
    return claim ?? null;
  }

  steps(claimId: string): Promise<ClaimStep[]> {
    return this.db.read<ClaimStep>('select verb, at, actor_name as "actorName", reason from registry.claim_step where claim_id = $1 order by id', [claimId]);
  }

  waivers(claimId: string): Promise<ClaimWaiver[]> {
    return this.db.read<ClaimWaiver>('select item, reason, at, actor_name as "actorName" from registry.claim_waiver where claim_id = $1 order by at, item', [claimId]);
  }
}
