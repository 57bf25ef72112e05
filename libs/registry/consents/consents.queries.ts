import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { BetweenQueries } from '../between.queries.js';
import { RegistryService } from '../registry.service.js';
import type { Consent, ConsentState } from './consent.js';

export const CONSENT = `id, mandate_id as "mandateId", artisan_id as "artisanId", act, subject_id as "subjectId", words, terms, state, failure, failure_words as "failureWords", agent_name as "agentName",
  agent_account_id as "agentAccountId", asked_at as "askedAt", code_until as until, ended_at as "endedAt"`;

/** What was proposed about an artisan's money, and what became of it. */
@Injectable()
export class ConsentsQueries extends BetweenQueries<ConsentState, Consent> {
  constructor(db: Database, registry: RegistryService) {
    super(db, registry, { columns: CONSENT, from: 'registry.consent', key: 'asked_at' });
  }
}
