import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, isId, moroccanDay, oneByOne, SYSTEM, type Actor } from '#libs/kernel';
import { ContactsService, IdentityService, OneTimeCodes, tooOften, type CodeSecret } from '#libs/identity';
import { Database, parse, type Tx } from '#libs/platform';
import { registryErrors } from '../registry.errors.js';
import { MANDATE_WORDS } from '../state-words.js';
import { RegistryService } from '../registry.service.js';
import { ClusterMembers } from './cluster-members.port.js';
import { CODE_HOURS, MANDATE_ACTS, MOST_DAYS, PROPOSALS_A_DAY, mandateLifecycle, type Mandate, type MandateAct } from './mandate.js';
import { mandateLetter } from './mandate.letters.js';
import { MandateNewsService } from './mandate-news.service.js';
import { mandatesErrors } from './mandates.errors.js';

const id = z.string().refine(isId, 'a UUID');
const proposal = z.object({
  id,
  artisanId: id,
  agentKind: z.enum(['chamber', 'cluster']),
  agentId: z.string().max(60),
  acts: z.array(z.enum(MANDATE_ACTS)).max(MANDATE_ACTS.length),
  validFrom: z.string().max(20).nullish(),
  validUntil: z.string().max(20),
});
const DAY = z.iso.date();
const confirmation = z.object({ mandateId: id, code: z.string().max(40) });
export type MandateProposal = z.input<typeof proposal>;

export const MANDATE = `id, artisan_id as "artisanId", agent_kind as "agentKind", agent_id as "agentId", acts, valid_from as "validFrom", valid_until as "validUntil", state,
  proposed_by as "proposedBy", proposed_at as "proposedAt"`;

export type MandateAgent = Pick<Mandate, 'agentKind' | 'agentId'>;

/** Live, and of a chamber only while its artisan is of that chamber's region: a re-import may move her. */
const OF_ITS_REGION = `agent_kind <> 'chamber' or agent_id = (select a.region_code from registry.artisan a where a.id = artisan_id)`;
const LIVE = `state = 'live' and (${OF_ITS_REGION})`;

/** What has to end with a mandate that ends: asked in its transaction. */
export type MandateEnding = (tx: Tx, mandateId: string) => Promise<void>;

@Injectable()
export class MandatesService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly identity: IdentityService,
    private readonly contacts: ContactsService,
    private readonly codes: OneTimeCodes,
    private readonly news: MandateNewsService,
    private readonly members: ClusterMembers,
  ) {}

  private readonly endings: MandateEnding[] = [];

  /** Proposals that wait under a mandate end with it. */
  endsWith(ending: MandateEnding): void {
    this.endings.push(ending);
  }

  /** An agent asks to act for an artisan; a text or letter brings her the code that says yes. */
  async propose(actor: Actor, input: MandateProposal): Promise<Mandate> {
    const asked = parse(proposal, input);
    if (asked.acts.length === 0) throw mandatesErrors.MANDATE_ACTS_NONE({}, 'input.acts');
    if (!speaksFor(actor, asked)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'input.agentId');
    const { code, hash } = this.codes.fresh(`mandate:${asked.id}`);
    return this.db.write(actor, async (tx) => {
      const { from, until } = days(asked, tx.now);
      // One after the other: of many asked at the same moment each would count none of the rest.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 19))', [asked.artisanId]);
      const accounts = await this.accountsToAsk(tx, asked);
      const [added] = await tx.query<Mandate>(
        `insert into registry.mandate (id, artisan_id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at, code_hash, code_until, agent_account_id)
         values ($1,$2,$3,$4,$5,$6,$7,'proposed',$8,$9,$10,$11,$12) on conflict (id) do nothing returning ${MANDATE}`,
        [asked.id, asked.artisanId, asked.agentKind, asked.agentId, [...new Set(asked.acts)], from, until, actor.name, tx.now, hash, new Date(tx.now.getTime() + CODE_HOURS * 3_600_000), actor.accountId],
      );
      if (!added) return this.same(tx, asked);
      await this.holdBack(tx, added);
      for (const account of accounts) await this.contacts.tell(tx, account, (locale) => mandateLetter(locale, { agent: actor.name, from, until, acts: added.acts, code }));
      await audit(tx, 'propose', added);
      return added;
    });
  }

  /** A chamber asks the artisans of its own region, a cluster its members: where she is neither, nothing is said of her, not even whether she has an account. */
  private async accountsToAsk(tx: Tx, { artisanId, agentKind, agentId }: z.output<typeof proposal>): Promise<string[]> {
    const { regionCode } = await this.registry.artisan(artisanId, tx);
    if (agentKind === 'chamber' && regionCode !== agentId) throw registryErrors.ARTISAN_NOT_FOUND({}, 'input.artisanId');
    if (agentKind === 'cluster' && !(await this.members.has(tx, agentId, artisanId))) throw mandatesErrors.MANDATE_NOT_MEMBER({}, 'input.artisanId');
    const accounts = await this.identity.accountsOf({ artisanId }, tx);
    if (accounts.length === 0) throw mandatesErrors.MANDATE_NO_ACCOUNT({}, 'input.artisanId');
    return accounts;
  }

  private async holdBack(tx: Tx, added: Mandate): Promise<void> {
    const [row] = await tx.query<{ asked: number }>(`select count(*)::int as asked from registry.mandate where artisan_id = $1 and agent_kind = $2 and agent_id = $3 and proposed_at > $4`, [
      added.artisanId, added.agentKind, added.agentId, new Date(tx.now.getTime() - 86_400_000),
    ]);
    if (row!.asked > PROPOSALS_A_DAY) throw tooOften('mandates', PROPOSALS_A_DAY, 86_400);
  }

  private async same(tx: Tx, asked: z.output<typeof proposal>): Promise<Mandate> {
    const [mandate] = await tx.query<Mandate>(`select ${MANDATE} from registry.mandate where id = $1`, [asked.id]);
    if (mandate!.artisanId !== asked.artisanId || mandate!.agentId !== asked.agentId) throw mandatesErrors.MANDATE_ID_TAKEN({}, 'input.id');
    return mandate!;
  }

  /** The artisan says yes with the code of the letter. A wrong one is counted, and five end it. */
  async confirm(actor: Actor, input: z.input<typeof confirmation>): Promise<Mandate> {
    const { mandateId, code } = parse(confirmation, input);
    const outcome = await this.db.write(actor, async (tx) => {
      const mandate = await this.own(tx, actor, mandateId);
      if (!mandateLifecycle.can(mandate.state, 'confirm')) throw mandatesErrors.MANDATE_MOVED({ state: mandate.state }).worded({ state: MANDATE_WORDS[mandate.state] });
      const [secret] = await tx.query<CodeSecret>('select code_hash as hash, code_tries as tries, code_until as until from registry.mandate where id = $1', [mandateId]);
      const verdict = this.codes.judge(secret!, `mandate:${mandateId}`, code, tx.now);
      // Its last day may pass before its code does: then there is nothing left to say yes to.
      if (verdict === 'over' || mandate.validUntil < moroccanDay(tx.now)) throw mandatesErrors.MANDATE_CODE_OVER();
      if (verdict === 'right') return this.move(tx, mandate, 'confirm');
      await tx.query('update registry.mandate set code_tries = code_tries + 1 where id = $1', [mandateId]);
      return verdict;
    });
    // Thrown after the commit, so that the try is counted.
    if (typeof outcome === 'number') throw mandatesErrors.MANDATE_CODE_WRONG({ left: outcome }, 'input.code');
    return outcome;
  }

  /** The artisan declines what was proposed or takes back what she gave; an agent may give back its own. Effective at once. */
  async end(actor: Actor, mandateId: string): Promise<Mandate> {
    return this.db.write(actor, async (tx) => {
      const mandate = await this.own(tx, actor, mandateId, true);
      if (mandate.state !== 'proposed' && mandate.state !== 'live') return mandate;
      return this.move(tx, mandate, mandate.state === 'live' ? 'revoke' : 'decline');
    });
  }

  /** She is no longer this agent's to act for: what it asked her, or what she gave it, ends in the transaction that parts them. */
  async endBetween(tx: Tx, artisanId: string, { agentKind, agentId }: MandateAgent): Promise<void> {
    const open = await tx.query<Mandate>(`select ${MANDATE} from registry.mandate where artisan_id = $1 and agent_kind = $2 and agent_id = $3 and state in ('proposed', 'live') order by id for update`, [artisanId, agentKind, agentId]);
    for (const mandate of open) await this.move(tx, mandate, mandate.state === 'live' ? 'revoke' : 'decline');
  }

  /** What nobody answered, what is past its last day, and a chamber's mandate for an artisan who moved away; each in a transaction of its own. */
  async endOverdue(now: Date): Promise<void> {
    const over = `(state = 'proposed' and code_until < $1) or (state = 'live' and (valid_until < $2 or not (${OF_ITS_REGION})))`;
    const due = await this.db.read<{ id: string }>(`select id from registry.mandate where ${over} order by id limit 500`, [now, moroccanDay(now)]);
    await oneByOne(due, ({ id }) =>
      this.db.write(SYSTEM, async (tx) => {
        const [mandate] = await tx.query<Mandate>(`select ${MANDATE} from registry.mandate where id = $3 and (${over}) for update`, [now, moroccanDay(now), id]);
        if (mandate) await this.move(tx, mandate, 'expire');
      }),
    );
  }

  private async move(tx: Tx, mandate: Mandate, verb: 'confirm' | 'decline' | 'revoke' | 'expire'): Promise<Mandate> {
    const [moved] = await tx.query<Mandate & { agentAccountId: string | null }>(`update registry.mandate set state = $2 where id = $1 returning ${MANDATE}, agent_account_id as "agentAccountId"`, [mandate.id, mandateLifecycle.next(mandate.state, verb)]);
    if (mandate.state === 'live') for (const ending of this.endings) await ending(tx, mandate.id);
    await audit(tx, verb, mandate);
    await this.news.tell(tx, moved!, verb === 'expire' && mandate.state === 'proposed' ? 'unanswered' : verb);
    return moved!;
  }

  /**
   * Whether this agent may do this for the artisan now. The mandate stays locked until the act commits: taken back
   * meanwhile, the act is either done before or refused after, never in between. Answers the mandate used, or null.
   */
  async allowing(tx: Tx, artisanId: string, act: MandateAct): Promise<string | null> {
    const agents = tx.actor.memberships.filter((m) => m.kind === 'chamber' || m.kind === 'cluster').map((m) => `${m.kind}:${m.organisationId}`);
    if (agents.length === 0) return null;
    const [mandate] = await tx.query<{ id: string }>(
      `select id from registry.mandate where artisan_id = $1 and ${LIVE} and $2 = any(acts) and agent_kind || ':' || agent_id = any($3) and $4 between valid_from and valid_until
       order by id limit 1 for share`,
      [artisanId, act, agents, moroccanDay(tx.now)],
    );
    return mandate?.id ?? null;
  }

  /** Locks a mandate and says whether it still covers an act: what was proposed under it waits for her until then. */
  async stillAllows(tx: Tx, mandateId: string, act: MandateAct): Promise<boolean> {
    const rows = await tx.query(`select id from registry.mandate where id = $1 and ${LIVE} and $2 = any(acts) and $3 between valid_from and valid_until for share`, [mandateId, act, moroccanDay(tx.now)]);
    return rows.length > 0;
  }

  /** Whether a mandate is one of this agent's chamber or cluster. */
  async isOf(tx: Tx, actor: Actor, mandateId: string): Promise<boolean> {
    const [mandate] = await tx.query<MandateAgent>('select agent_kind as "agentKind", agent_id as "agentId" from registry.mandate where id = $1', [mandateId]);
    return mandate !== undefined && speaksFor(actor, mandate);
  }

  /** Whether this agent may do one of these for the artisan today. For what is only read; an act asks `allowing`. */
  async mayRead(actor: Actor, artisanId: string, acts: readonly MandateAct[], on: Date): Promise<boolean> {
    const rows = await this.db.prepared(
      'registry.may-read',
      `select 1 from registry.mandate where artisan_id = $1 and ${LIVE} and acts && $2 and agent_kind || ':' || agent_id = any($3) and $4 between valid_from and valid_until limit 1`,
      [artisanId, acts, actor.memberships.map((m) => `${m.kind}:${m.organisationId}`), moroccanDay(on)],
    );
    return rows.length > 0;
  }

  private async own(tx: Tx, actor: Actor, mandateId: string, agentToo = false): Promise<Mandate> {
    const [mandate] = isId(mandateId) ? await tx.query<Mandate>(`select ${MANDATE} from registry.mandate where id = $1 for update`, [mandateId]) : [];
    const hers = mandate && mandate.artisanId === actor.artisanId;
    const agents = mandate && agentToo && speaksFor(actor, mandate);
    if (!mandate || (!hers && !agents)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'mandateId');
    return mandate;
  }
}

export function speaksFor(actor: Actor, agent: MandateAgent): boolean {
  return actor.memberships.some((m) => m.kind === agent.agentKind && m.organisationId === agent.agentId);
}

function days(asked: z.output<typeof proposal>, now: Date): { from: string; until: string } {
  const today = moroccanDay(now);
  const latest = moroccanDay(new Date(now.getTime() + MOST_DAYS * 86_400_000));
  const from = asked.validFrom ?? today;
  const wrong = !DAY.safeParse(asked.validUntil).success || asked.validUntil < from || asked.validUntil > latest ? 'validUntil' : !DAY.safeParse(from).success || from < today ? 'validFrom' : null;
  if (wrong !== null) throw mandatesErrors.MANDATE_DAYS({ from: today, until: latest }, `input.${wrong}`).worded({ from: dayWords(today), until: dayWords(latest) });
  return { from, until: asked.validUntil };
}

function audit(tx: Tx, verb: string, mandate: Mandate): Promise<void> {
  return tx.audit({ action: `mandate.${verb}`, subject: { type: 'mandate', id: mandate.id }, detail: { artisanId: mandate.artisanId, agent: `${mandate.agentKind}:${mandate.agentId}`, acts: mandate.acts } });
}
