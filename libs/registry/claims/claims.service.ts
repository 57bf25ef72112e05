import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, freeText, isId, listWords, type Actor } from '#libs/kernel';
import { ContactsService, IdentityService, tooOften } from '#libs/identity';
import { Database, isUniqueViolation, Mail, parse, type Tx } from '#libs/platform';
import { normaliseIdentifier, type Artisan } from '../artisan.js';
import { oversees } from '../chamber.js';
import { ARTISAN } from '../registry.queries.js';
import { CLAIM_WORDS } from '../state-words.js';
import { BankDetails } from './bank-details.port.js';
import { ChecklistService } from './checklist.service.js';
import { claimLifecycle, DAYS_TO_DECIDE, missing, papersUntil, type Answers, type ClaimItem, type ClaimState, type Shown, type ClaimVerdict } from './claim.js';
import { claimLetter } from './claim.letters.js';
import { claimsErrors } from './claims.errors.js';

export interface Claim {
  readonly id: string;
  readonly artisanId: string;
  readonly accountId: string;
  readonly regionCode: string;
  readonly state: ClaimState;
  readonly answers: Answers;
  readonly decisionReason: string | null;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  readonly dueAt: Date | null;
  /** Its papers are forgotten after that; null while the chamber reads them, or where there are none any more. */
  readonly papersUntil: Date | null;
}

/** What became of one of many: where it stands now, or why it was not decided. */
export interface ClaimOutcome {
  readonly claimId: string;
  readonly state: ClaimState | null;
  readonly code: string | null;
  readonly message: string | null;
}

export const CLAIM = `id, artisan_id as "artisanId", account_id as "accountId", region_code as "regionCode", state, answers, decision_reason as "decisionReason",
  opened_at as "openedAt", submitted_at as "submittedAt", due_at as "dueAt", papers_until as "papersUntil"`;

const id = z.string().refine(isId, 'a UUID');
const proof = z.object({ identifier: z.string().max(200), birthYear: z.number() });
const opening = proof.extend({ id });
const answering = z.object({
  claimId: id,
  answers: z.array(z.object({ item: z.string().max(60), accepted: z.boolean().nullish(), text: z.string().nullish() })).max(50),
});
const deciding = z.object({ claimId: id, verdict: z.enum(['approve', 'return', 'refuse']), reason: z.string().transform((text) => freeText(text, 1000, 'input.reason')).nullish() });
const decidingMany = deciding.omit({ claimId: true }).extend({ claimIds: z.array(id).min(1).max(100) });
const waiving = z.object({ claimId: id, item: z.string().max(60), reason: z.string().transform((text) => freeText(text, 500, 'input.reason')) });
export type ClaimsDeciding = z.input<typeof decidingMany>;
export type ClaimWaiving = z.input<typeof waiving>;
export type ClaimProof = z.input<typeof proof>;
export type ClaimOpening = z.input<typeof opening>;
export type ClaimAnswering = z.input<typeof answering>;
export type ClaimDeciding = z.input<typeof deciding>;

/** The second thing on the card: the year of birth, and for a cooperative or an enterprise, which have none, that of its registration. */
const YEAR_ON_CARD = `case when category in ('artisan', 'maalem') then birth_year else extract(year from registered_on)::int end`;
const TRIES_AN_HOUR = 20;
const MAX_ANSWER = 500;

@Injectable()
export class ClaimsService {
  constructor(
    private readonly db: Database,
    private readonly identity: IdentityService,
    private readonly contacts: ContactsService,
    private readonly checklist: ChecklistService,
    private readonly bank: BankDetails,
    private readonly mail: Mail,
  ) {}

  /** One's own entry, by the identifier and the year on the card: enough to recognise it, no more. */
  async find(actor: Actor, input: ClaimProof): Promise<Artisan> {
    const asked = parse(proof, input);
    if (!Number.isInteger(asked.birthYear) || asked.birthYear < 1000 || asked.birthYear > 9999) throw claimsErrors.CLAIM_YEAR_WRONG({}, 'input.birthYear');
    const accountId = await this.accountOf(actor);
    const tries = await this.db.write(actor, async (tx) => {
      // One after the other: of many tries at the same moment each would count none of the rest.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [accountId]);
      await tx.query('delete from registry.find_try where at < $1', [new Date(tx.now.getTime() - 3_600_000)]);
      await tx.query('insert into registry.find_try (account_id, at) values ($1, $2)', [accountId, tx.now]);
      const [row] = await tx.query<{ tries: number }>('select count(*) as tries from registry.find_try where account_id = $1', [accountId]);
      return row!.tries;
    });
    if (tries > TRIES_AN_HOUR) throw tooOften('tries', TRIES_AN_HOUR, 3600);
    const [entry] = await this.db.read<Artisan>(`select ${ARTISAN} from registry.artisan where identifier = $1 and ${YEAR_ON_CARD} = $2`, [normaliseIdentifier(asked.identifier), asked.birthYear]);
    if (!entry) throw claimsErrors.CLAIM_ENTRY_NOT_FOUND({}, 'input.identifier');
    return entry;
  }

  async open(actor: Actor, input: ClaimOpening): Promise<Claim> {
    const asked = parse(opening, input);
    const entry = await this.find(actor, asked);
    if (actor.artisanId !== null) throw claimsErrors.CLAIM_ALREADY_ARTISAN();
    try {
      return await this.db.write(actor, async (tx) => {
        const [added] = await tx.query<Claim>(
          `insert into registry.claim (id, artisan_id, account_id, region_code, state, answers, opened_at) values ($1,$2,$3,$4,'open','{}',$5) on conflict (id) do nothing returning ${CLAIM}`,
          [asked.id, entry.id, actor.accountId, entry.regionCode, tx.now],
        );
        if (added) await noteStep(tx, added.id, 'open', null);
        return added ?? (await this.own(tx, actor, asked.id));
      });
    } catch (error) {
      if (isUniqueViolation(error, 'one_open_claim')) throw claimsErrors.CLAIM_ANOTHER_OPEN();
      throw error;
    }
  }

  /** Adds to the answers; those not mentioned stay. */
  async answer(actor: Actor, input: ClaimAnswering): Promise<Claim> {
    const { claimId, answers } = parse(answering, input);
    return this.db.write(actor, async (tx) => {
      const claim = await this.own(tx, actor, claimId, true);
      if (!claimLifecycle.can(claim.state, 'submit')) throw claimMoved(claim.state);
      const items = await this.checklist.items(tx.now, tx);
      const given: [string, string | true | null][] = [];
      for (const [i, { item, accepted, text }] of answers.entries()) {
        const field = `input.answers.${i}`;
        const kind = items.find((one) => one.code === item)?.kind;
        if (kind === 'accept') given.push([item, accepted === true ? true : null]);
        else if (kind === 'text') given.push([item, freeText(text ?? '', MAX_ANSWER, `${field}.text`)]);
        else if (kind === 'bank') given.push([item, await this.bank.kept.keep(tx, claimId, text ?? '', `${field}.text`)]);
        else throw claimsErrors.CLAIM_ITEM_UNKNOWN({ item: item.slice(0, 60) }, `${field}.item`);
      }
      const kept = Object.fromEntries(Object.entries({ ...claim.answers, ...Object.fromEntries(given) }).filter(([, value]) => value !== null));
      const [row] = await tx.query<Claim>(`update registry.claim set answers = $2, papers_until = $3 where id = $1 returning ${CLAIM}`, [claimId, JSON.stringify(kept), papersUntil(claim.state, tx.now)]);
      // Which lines, never what she wrote.
      await tx.audit({ action: 'claim.answer', subject: { type: 'claim', id: claimId }, detail: { items: given.map(([item]) => item) } });
      return row!;
    });
  }

  async submit(actor: Actor, claimId: string): Promise<Claim> {
    return this.db.write(actor, async (tx) => {
      const claim = await this.own(tx, actor, claimId, true);
      if (claim.state === 'submitted') return claim;
      if (!claimLifecycle.can(claim.state, 'submit')) throw claimMoved(claim.state);
      const items = await this.checklist.items(tx.now, tx);
      const lacking = missing(items, claim.answers, await this.shown(tx, claim));
      if (lacking.length > 0) throw incomplete(items.filter(({ code }) => lacking.includes(code)));
      const due = new Date(tx.now.getTime() + DAYS_TO_DECIDE * 86_400_000);
      const [row] = await tx.query<Claim>(`update registry.claim set state = 'submitted', submitted_at = $2, due_at = $3, decision_reason = null, late_told_at = null, papers_until = null where id = $1 returning ${CLAIM}`, [claimId, tx.now, due]);
      await noteStep(tx, claimId, 'submit', null);
      return row!;
    });
  }

  private async shown(tx: Tx, { id: claimId, accountId }: Claim): Promise<Shown> {
    const papers = await tx.query<{ item: string }>('select distinct item from registry.claim_document where claim_id = $1 and forgotten_at is null', [claimId]);
    const waivers = await tx.query<{ item: string }>('select item from registry.claim_waiver where claim_id = $1', [claimId]);
    const { phone, emailConfirmed } = await this.contacts.of(accountId, tx);
    return { papers: new Set(papers.map((paper) => paper.item)), waived: new Set(waivers.map((waiver) => waiver.item)), reachable: phone !== null || emailConfirmed };
  }

  async withdraw(actor: Actor, claimId: string): Promise<Claim> {
    return this.db.write(actor, async (tx) => {
      const claim = await this.own(tx, actor, claimId, true);
      if (!claimLifecycle.can(claim.state, 'withdraw')) throw claimMoved(claim.state);
      return this.move(tx, claim, 'withdraw', null);
    });
  }

  /** An officer of the region approves, sends back or refuses; the artisan is told by letter. Approval gives the account its entry. */
  async decide(actor: Actor, input: ClaimDeciding): Promise<Claim> {
    const { claimId, verdict, reason = null } = parse(deciding, input);
    if (verdict !== 'approve' && !reason) throw claimsErrors.CLAIM_REASON_MISSING({}, 'input.reason');
    return this.db.write(actor, async (tx) => {
      const [claim] = await tx.query<Claim>(`select ${CLAIM} from registry.claim where id = $1 for update`, [claimId]);
      if (!claim || !oversees(actor, claim.regionCode)) throw claimsErrors.CLAIM_NOT_FOUND({}, 'input.claimId');
      if (claim.accountId === actor.accountId) throw claimsErrors.CLAIM_OWN();
      if (!claimLifecycle.can(claim.state, verdict)) throw claimMoved(claim.state);
      if (verdict === 'approve') await this.give(tx, claim);
      await this.tell(tx, claim, verdict, reason);
      return this.move(tx, claim, verdict, reason);
    });
  }

  /** The entry is this account's from now on: what its standing and its end mean is said to whoever holds it now. */
  private async give(tx: Tx, claim: Claim): Promise<void> {
    const { accountId, artisanId } = claim;
    // A request begun in the moment another was approved: an account stands for one artisan.
    const { artisanId: held } = await this.identity.actorFor(accountId, '', 'en', tx);
    if (held !== null && held !== artisanId) throw claimsErrors.CLAIM_ACCOUNT_TAKEN();
    await this.identity.grant(tx, accountId, { role: 'artisan', artisanId });
    // Somebody is known to be its holder again, where a wrong approval was undone.
    await tx.query('update registry.artisan set taken_back_at = null where id = $1 and taken_back_at is not null', [artisanId]);
    // The end of her registration was announced to nobody, or to another account.
    await tx.query('delete from registry.end_notice where artisan_id = $1', [artisanId]);
    await this.bank.adopt(tx, claim);
  }

  /** Many at once, for one reason: each is decided in a transaction of its own, and says what became of it. */
  async decideMany(actor: Actor, input: ClaimsDeciding): Promise<ClaimOutcome[]> {
    const { claimIds, verdict, reason } = parse(decidingMany, input);
    if (verdict !== 'approve' && !reason) throw claimsErrors.CLAIM_REASON_MISSING({}, 'input.reason');
    const outcomes: ClaimOutcome[] = [];
    for (const claimId of new Set(claimIds)) {
      try {
        outcomes.push({ claimId, state: (await this.decide(actor, { claimId, verdict, reason: reason ?? null })).state, code: null, message: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcomes.push({ claimId, state: null, code: error.code, message: error.say(actor.locale) });
      }
    }
    return outcomes;
  }

  /** Spares one request one line of the checklist: an officer of its region says so, and why. */
  async waive(actor: Actor, input: ClaimWaiving): Promise<Claim> {
    const { claimId, item, reason } = parse(waiving, input);
    return this.db.write(actor, async (tx) => {
      const [claim] = await tx.query<Claim>(`select ${CLAIM} from registry.claim where id = $1 for update`, [claimId]);
      if (!claim || !oversees(actor, claim.regionCode)) throw claimsErrors.CLAIM_NOT_FOUND({}, 'input.claimId');
      if (claim.accountId === actor.accountId) throw claimsErrors.CLAIM_OWN();
      if (!['open', 'submitted', 'returned'].includes(claim.state)) throw claimsErrors.CLAIM_WAIVER_REFUSED();
      const items = await this.checklist.items(listDay(claim, tx.now), tx);
      if (!items.some((one) => one.code === item)) throw claimsErrors.CLAIM_ITEM_UNKNOWN({ item }, 'input.item');
      const fresh = await tx.query(`insert into registry.claim_waiver (claim_id, item, reason, at, account_id, actor_name) values ($1,$2,$3,$4,$5,$6) on conflict do nothing returning item`, [claimId, item, reason, tx.now, actor.accountId, actor.name]);
      if (fresh.length > 0) await noteStep(tx, claimId, 'waive', `${item}: ${reason}`);
      return claim;
    });
  }

  private async tell(tx: Tx, claim: Claim, verdict: ClaimVerdict, reason: string | null): Promise<void> {
    const person = await this.identity.addressOf(claim.accountId, tx);
    if (!person) return;
    const [entry] = await tx.query<Pick<Artisan, 'standing'>>('select standing from registry.artisan where id = $1', [claim.artisanId]);
    await this.mail.post(tx, { to: person.email, ...claimLetter(verdict, person.locale, { reason, standing: entry!.standing }) });
  }

  private async move(tx: Tx, claim: Claim, verb: ClaimVerdict | 'withdraw', reason: string | null): Promise<Claim> {
    const row = await moveClaim(tx, claim, verb, reason);
    if (verb === 'refuse' || verb === 'withdraw') await this.bank.forget(tx, claim.id);
    await noteStep(tx, claim.id, verb, reason);
    return row;
  }

  /** For its holder and the officers of its region; for anybody else it is not there. */
  async one(actor: Actor, claimId: string, tx?: Tx): Promise<Claim> {
    const sql = `select ${CLAIM} from registry.claim where id = $1`;
    const [claim] = !isId(claimId) ? [] : tx ? await tx.query<Claim>(sql, [claimId]) : await this.db.prepared<Claim>('registry.claim', sql, [claimId]);
    if (!claim || (claim.accountId !== actor.accountId && !oversees(actor, claim.regionCode))) throw claimsErrors.CLAIM_NOT_FOUND({}, 'id');
    return claim;
  }

  private async own(tx: Tx, actor: Actor, claimId: string, lock = false): Promise<Claim> {
    const [claim] = isId(claimId) ? await tx.query<Claim>(`select ${CLAIM} from registry.claim where id = $1 ${lock ? 'for update' : ''}`, [claimId]) : [];
    if (!claim || claim.accountId !== actor.accountId) throw claimsErrors.CLAIM_NOT_FOUND({}, 'id');
    return claim;
  }

  private async accountOf(actor: Actor): Promise<string> {
    if (actor.accountId === null || !(await this.identity.addressOf(actor.accountId))) throw claimsErrors.CLAIM_NEEDS_ACCOUNT();
    return actor.accountId;
  }
}

/** The state that follows, and until when its papers are kept then. */
export async function moveClaim(tx: Tx, { id, state: from }: Claim, verb: ClaimVerdict | 'withdraw' | 'undo', reason: string | null): Promise<Claim> {
  const state = claimLifecycle.next(from, verb);
  const [row] = await tx.query<Claim>(`update registry.claim set state = $2, decision_reason = $3, papers_until = $4 where id = $1 returning ${CLAIM}`, [id, state, reason, papersUntil(state, tx.now)]);
  return row!;
}

export function claimMoved(state: ClaimState): DomainError {
  return claimsErrors.CLAIM_MOVED({ state }).worded({ state: CLAIM_WORDS[state] });
}

/** A request that the chamber reads has the list of the day it was handed in; one still to be handed in, that of today. */
export function listDay({ state, submittedAt }: Pick<Claim, 'state' | 'submittedAt'>, now: Date): Date {
  return state === 'open' || state === 'returned' ? now : (submittedAt ?? now);
}

/** The lines by the words of the checklist; the field is the first of them. */
function incomplete(lacking: readonly ClaimItem[]): DomainError {
  return claimsErrors.CLAIM_INCOMPLETE({ items: lacking.map(({ code }) => code).join(', ') }, lacking[0]?.code).worded({ items: listWords(lacking) });
}

/** Answers hold an address and a telephone: the audit names the act alone. */
export async function noteStep(tx: Tx, claimId: string, verb: string, reason: string | null): Promise<void> {
  await tx.query('insert into registry.claim_step (claim_id, verb, at, account_id, actor_name, reason) values ($1,$2,$3,$4,$5,$6)', [claimId, verb, tx.now, tx.actor.accountId, tx.actor.name, reason]);
  await tx.audit({ action: `claim.${verb}`, subject: { type: 'claim', id: claimId } });
}
