import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, pageSize } from '#libs/platform';
import { mandatesErrors } from '../mandates/mandates.errors.js';
import { speaksFor, type MandateAgent } from '../mandates/mandates.service.js';
import { pageByKey, timeMark } from '../page.marks.js';
import type { Consent } from './consent.js';

export const CONSENT = `id, mandate_id as "mandateId", artisan_id as "artisanId", act, subject_id as "subjectId", words, terms, state, failure, agent_name as "agentName",
  agent_account_id as "agentAccountId", asked_at as "askedAt", code_until as until, ended_at as "endedAt"`;

export interface ConsentPage {
  readonly nodes: readonly Consent[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** What was proposed, for the artisan and for her agents; nobody else sees it. */
@Injectable()
export class ConsentsQueries {
  constructor(private readonly db: Database) {}

  ofArtisan(actor: Actor, first: number, after: string | null): Promise<ConsentPage> {
    return this.page('artisan_id = $1', [actor.artisanId], first, after);
  }

  async ofAgent(actor: Actor, agent: MandateAgent, first: number, after: string | null): Promise<ConsentPage> {
    if (!speaksFor(actor, agent)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'agentId');
    return this.page('mandate_id in (select m.id from registry.mandate m where m.agent_kind = $1 and m.agent_id = $2)', [agent.agentKind, agent.agentId], first, after);
  }

  private async page(where: string, params: readonly unknown[], first: number, after: string | null): Promise<ConsentPage> {
    const size = pageSize(first);
    const mark = after === null ? [] : timeMark(after);
    const from = after === null ? '' : `and (asked_at, id) < ($${params.length + 2}::timestamptz, $${params.length + 3}::uuid)`;
    const rows = await this.db.read<Consent & { key: string }>(`select ${CONSENT}, asked_at::text as key from registry.consent where ${where} ${from} order by asked_at desc, id desc limit $${params.length + 1}`, [...params, size + 1, ...mark]);
    return pageByKey(rows, size);
  }
}
