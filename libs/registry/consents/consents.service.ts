import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ContactsService, IdentityService, OneTimeCodes, tooOften, type CodeSecret } from '#libs/identity';
import { DomainError, isId, oneByOne, SYSTEM, type Actor } from '#libs/kernel';
import { Database, Mail, parse, type Tx } from '#libs/platform';
import { displayName } from '../artisan.js';
import { mandatesErrors } from '../mandates/mandates.errors.js';
import { MandatesService } from '../mandates/mandates.service.js';
import type { ConsentAct } from '../mandates/mandate.js';
import { RegistryService } from '../registry.service.js';
import { CONSENT_WORDS } from '../state-words.js';
import { CONSENT_HOURS, CONSENTS_A_DAY, consentLifecycle, type Consent, type ConsentState, type ConsentVerb } from './consent.js';
import { consentLetter, outcomeLetter } from './consent.letters.js';
import { CONSENT } from './consents.queries.js';
import { consentsErrors } from './consents.errors.js';

export type ConsentRequest = Pick<Consent, 'id' | 'artisanId' | 'act' | 'subjectId' | 'words' | 'terms'>;

/** Does what she said yes to, in the transaction of her yes and in her name. A DomainError means that it can no longer be done. */
export type ConsentCarrier = (tx: Tx, consent: Consent) => Promise<void>;

const answering = z.object({ id: z.string().refine(isId, 'a UUID'), yes: z.boolean(), code: z.string().max(40).nullish() });
export type ConsentAnswer = z.input<typeof answering>;

/** Prices, payouts and bank details that an agent proposes, and the artisan's own yes by a code. */
@Injectable()
export class ConsentsService {
  private readonly carriers = new Map<ConsentAct, { readonly carryOut: ConsentCarrier; readonly forget?: ConsentCarrier }>();

  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly mandates: MandatesService,
    private readonly identity: IdentityService,
    private readonly contacts: ContactsService,
    private readonly codes: OneTimeCodes,
    private readonly mail: Mail,
  ) {
    mandates.endsWith((tx, mandateId) => this.dropUnder(tx, mandateId));
  }

  /** The room above that owns prices, or bank details, says here how a yes is carried out, and what to forget after anything else. */
  carriedOutBy(act: ConsentAct, carryOut: ConsentCarrier, forget?: ConsentCarrier): void {
    this.carriers.set(act, { carryOut, ...(forget && { forget }) });
  }

  /** Proposes, in the transaction of the room that owns the act. A proposal about the same thing that still waits gives way. */
  async ask(tx: Tx, request: ConsentRequest): Promise<Consent> {
    const mandateId = await this.mandates.allowing(tx, request.artisanId, request.act);
    if (mandateId === null) throw mandatesErrors.MANDATE_NOT_FOUND();
    const accounts = await this.identity.accountsOf({ artisanId: request.artisanId }, tx);
    if (accounts.length === 0) throw mandatesErrors.MANDATE_NO_ACCOUNT();
    const [known] = await tx.query<Consent>(`select ${CONSENT} from registry.consent where id = $1`, [request.id]);
    if (known) return same(known, request);
    await this.holdBack(tx, request.artisanId);
    for (const older of await tx.query<Consent>(`select ${CONSENT} from registry.consent where artisan_id = $1 and act = $2 and subject_id = $3 and state = 'waiting' for update`, [request.artisanId, request.act, request.subjectId])) {
      await this.end(tx, older, 'withdraw');
    }
    const { code, hash } = this.codes.fresh(`consent:${request.id}`);
    const [consent] = await tx.query<Consent>(
      `insert into registry.consent (id, mandate_id, artisan_id, act, subject_id, words, terms, state, agent_name, agent_account_id, asked_at, code_hash, code_until, agent_kind, agent_id)
       select $1, id, $3, $4, $5, $6, $7, 'waiting', $8, $9, $10, $11, $12, agent_kind, agent_id from registry.mandate where id = $2 returning ${CONSENT}`,
      [request.id, mandateId, request.artisanId, request.act, request.subjectId, JSON.stringify(request.words), JSON.stringify(request.terms), tx.actor.name, tx.actor.accountId, tx.now, hash, new Date(tx.now.getTime() + CONSENT_HOURS * 3_600_000)],
    );
    for (const account of accounts) await this.contacts.tell(tx, account, (locale) => consentLetter(locale, { agent: tx.actor.name, what: request.words[locale], code }));
    await audit(tx, 'ask', consent!);
    return consent!;
  }

  /** Her own answer. A yes needs the code that was sent to her, a no needs nothing. Said twice, it is said once. */
  async answer(actor: Actor, input: ConsentAnswer): Promise<Consent> {
    const { id, yes, code } = parse(answering, input);
    const outcome = await this.db.write(actor, async (tx) => {
      const [seen] = await tx.query<Consent>(`select ${CONSENT} from registry.consent where id = $1`, [id]);
      if (!seen || seen.artisanId !== actor.artisanId) throw consentsErrors.CONSENT_NOT_FOUND({}, 'input.id');
      // The mandate before the proposal, as those who end it lock them.
      const allowed = await this.mandates.stillAllows(tx, seen.mandateId, seen.act);
      const consent = (await lock(tx, id))!;
      if (consent.state === (yes ? 'given' : 'refused')) return consent;
      if (consent.state !== 'waiting') throw moved(consent.state);
      if (!yes) return this.end(tx, consent, 'refuse');
      if (!allowed) return this.end(tx, consent, 'drop');
      const [secret] = await tx.query<CodeSecret>('select code_hash as hash, code_tries as tries, code_until as until from registry.consent where id = $1', [id]);
      const verdict = this.codes.judge(secret!, `consent:${id}`, code ?? '', tx.now);
      if (verdict === 'right') return this.carry(tx, consent);
      if (verdict === 'over') return this.end(tx, consent, 'expire');
      await tx.query('update registry.consent set code_tries = code_tries + 1 where id = $1', [id]);
      return verdict;
    });
    // Thrown after the commit, so that the try is counted.
    if (typeof outcome === 'number') throw consentsErrors.CONSENT_CODE_WRONG({ left: outcome }, 'input.code');
    return outcome;
  }

  /** Her yes and the act are one: either both stand or the proposal says why it failed. */
  private async carry(tx: Tx, consent: Consent): Promise<Consent> {
    const carrier = this.carriers.get(consent.act);
    if (!carrier) throw new Error(`nobody carries out the act ${consent.act}`);
    await tx.query('savepoint carrying');
    try {
      await carrier.carryOut(tx, consent);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.query('rollback to savepoint carrying');
      return this.end(tx, consent, 'fail', error);
    }
    return this.end(tx, consent, 'give');
  }

  /** The agent takes a proposal back, or a colleague of the same chamber or cluster does. */
  async withdraw(actor: Actor, id: string): Promise<Consent> {
    return this.db.write(actor, async (tx) => {
      const consent = isId(id) ? await lock(tx, id) : undefined;
      if (!consent || !(await this.mandates.isOf(tx, actor, consent.mandateId))) throw consentsErrors.CONSENT_NOT_FOUND({}, 'id');
      if (consent.state === 'withdrawn') return consent;
      if (consent.state !== 'waiting') throw moved(consent.state);
      return this.end(tx, consent, 'withdraw');
    });
  }

  /** What nobody answered in time, or whose mandate ran out, ends; each in a transaction of its own. */
  async endOverdue(now: Date, today: string): Promise<void> {
    const due = await this.db.read<{ id: string }>(
      `select c.id from registry.consent c join registry.mandate m on m.id = c.mandate_id where c.state = 'waiting' and (c.code_until < $1 or m.valid_until < $2) order by c.code_until limit 500`,
      [now, today],
    );
    await oneByOne(due, ({ id }) =>
      this.db.write(SYSTEM, async (tx) => {
        const consent = await lock(tx, id);
        if (consent?.state === 'waiting') await this.end(tx, consent, consent.until < tx.now ? 'expire' : 'drop');
      }),
    );
  }

  private async dropUnder(tx: Tx, mandateId: string): Promise<void> {
    for (const consent of await tx.query<Consent>(`select ${CONSENT} from registry.consent where mandate_id = $1 and state = 'waiting' order by id for update`, [mandateId])) await this.end(tx, consent, 'drop');
  }

  private async end(tx: Tx, consent: Consent, verb: ConsentVerb, failure: DomainError | null = null): Promise<Consent> {
    const words = failure && JSON.stringify({ en: failure.say('en'), fr: failure.say('fr'), ar: failure.say('ar') });
    const [ended] = await tx.query<Consent>(
      `update registry.consent set state = $2, failure = $3, failure_words = $4, ended_at = $5 where id = $1 returning ${CONSENT}`,
      [consent.id, consentLifecycle.next(consent.state, verb), failure?.code ?? null, words, tx.now],
    );
    if (verb !== 'give') await this.carriers.get(consent.act)?.forget?.(tx, ended!);
    await audit(tx, verb, ended!);
    await this.tellAgent(tx, ended!);
    return ended!;
  }

  private async tellAgent(tx: Tx, { state, agentAccountId, artisanId, words, failureWords }: Consent): Promise<void> {
    if (state === 'waiting' || state === 'withdrawn' || agentAccountId === null) return;
    const agent = await this.identity.addressOf(agentAccountId, tx);
    if (agent === null) return;
    const artisan = displayName(await this.registry.artisan(artisanId, tx), agent.locale);
    await this.mail.post(tx, { to: agent.email, ...outcomeLetter(agent.locale, state, { artisan, what: words[agent.locale], why: failureWords?.[agent.locale] ?? null }) });
  }

  private async holdBack(tx: Tx, artisanId: string): Promise<void> {
    // One after the other: of many asked at the same moment each would count none of the rest.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 19))', [artisanId]);
    const [row] = await tx.query<{ asked: number }>('select count(*)::int as asked from registry.consent where artisan_id = $1 and asked_at > $2', [artisanId, new Date(tx.now.getTime() - 86_400_000)]);
    if (row!.asked >= CONSENTS_A_DAY) throw tooOften('proposals', CONSENTS_A_DAY, 86_400);
  }
}

function same(known: Consent, request: ConsentRequest): Consent {
  if (known.artisanId !== request.artisanId || known.act !== request.act || known.subjectId !== request.subjectId || known.words.fr !== request.words.fr) throw consentsErrors.CONSENT_ID_TAKEN({}, 'input.id');
  return known;
}

function moved(state: ConsentState): DomainError {
  return consentsErrors.CONSENT_MOVED({ state }).worded({ state: CONSENT_WORDS[state] });
}

async function lock(tx: Tx, id: string): Promise<Consent | undefined> {
  const [consent] = await tx.query<Consent>(`select ${CONSENT} from registry.consent where id = $1 for update`, [id]);
  return consent;
}

/** Both names: who did it stands beside the row, who proposed it inside. */
function audit(tx: Tx, verb: string, { id, artisanId, act, subjectId, mandateId, agentName, failure }: Consent): Promise<void> {
  return tx.audit({ action: `consent.${verb}`, subject: { type: 'consent', id }, detail: { artisanId, act, subjectId, mandateId, agent: agentName, ...(failure && { failure }) } });
}
