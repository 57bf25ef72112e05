import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, moroccanDay, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import { CONFIG, Database, Mail, parse, type Config, type Tx } from '#libs/platform';
import { RegistryService } from '../registry.service.js';
import { CODE_HOURS, CODE_TRIES, MANDATE_ACTS, MOST_DAYS, mandateLifecycle, type Mandate, type MandateAct } from './mandate.js';
import { mandateLetter } from './mandate.letters.js';
import { mandatesErrors } from './mandates.errors.js';

const id = z.string().refine(isId, 'a UUID');
const proposal = z.object({
  id,
  artisanId: id,
  agentKind: z.enum(['chamber', 'cluster']),
  agentId: z.string().max(60),
  acts: z.array(z.enum(MANDATE_ACTS)).min(1).max(MANDATE_ACTS.length),
  validUntil: z.iso.date(),
});
const confirmation = z.object({ mandateId: id, code: z.string().max(40) });
export type MandateProposal = z.input<typeof proposal>;

const MANDATE = `id, artisan_id as "artisanId", agent_kind as "agentKind", agent_id as "agentId", acts, valid_from as "validFrom", valid_until as "validUntil", state,
  proposed_by as "proposedBy", proposed_at as "proposedAt"`;

interface Secret {
  readonly hash: string;
  readonly tries: number;
  readonly until: Date;
}

@Injectable()
export class MandatesService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** An agent asks to act for an artisan; a letter brings her the code that says yes. */
  async propose(actor: Actor, input: MandateProposal): Promise<Mandate> {
    const asked = parse(proposal, input);
    if (!actor.memberships.some((m) => m.kind === asked.agentKind && m.organisationId === asked.agentId)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'input.agentId');
    await this.registry.artisan(asked.artisanId);
    const people = (await Promise.all((await this.identity.accountsOf({ artisanId: asked.artisanId })).map((account) => this.identity.addressOf(account)))).filter((person) => person !== null);
    if (people.length === 0) throw mandatesErrors.MANDATE_NO_ACCOUNT({}, 'input.artisanId');
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return this.db.write(actor, async (tx) => {
      const today = moroccanDay(tx.now);
      const latest = moroccanDay(new Date(tx.now.getTime() + MOST_DAYS * 86_400_000));
      if (asked.validUntil < today || asked.validUntil > latest) throw mandatesErrors.MANDATE_DAYS({ from: today, until: latest }, 'input.validUntil');
      const [added] = await tx.query<Mandate>(
        `insert into registry.mandate (id, artisan_id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at, code_hash, code_until)
         values ($1,$2,$3,$4,$5,$6,$7,'proposed',$8,$9,$10,$11) on conflict (id) do nothing returning ${MANDATE}`,
        [asked.id, asked.artisanId, asked.agentKind, asked.agentId, [...new Set(asked.acts)], today, asked.validUntil, actor.name, tx.now, this.hash(asked.id, code), new Date(tx.now.getTime() + CODE_HOURS * 3_600_000)],
      );
      if (!added) return this.same(tx, asked);
      for (const person of people) await this.mail.post(tx, { to: person.email, ...mandateLetter(person.locale, { agent: actor.name, until: asked.validUntil, acts: asked.acts.join(', '), code }) });
      await audit(tx, 'propose', added);
      return added;
    });
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
      if (!mandateLifecycle.can(mandate.state, 'confirm')) throw mandatesErrors.MANDATE_MOVED({ state: mandate.state });
      const [secret] = await tx.query<Secret>('select code_hash as hash, code_tries as tries, code_until as until from registry.mandate where id = $1', [mandateId]);
      if (secret!.tries >= CODE_TRIES || secret!.until < tx.now) throw mandatesErrors.MANDATE_CODE_OVER();
      if (timingSafeEqual(Buffer.from(secret!.hash), Buffer.from(this.hash(mandateId, code.replace(/\D/g, ''))))) return this.move(tx, mandate, 'confirm');
      await tx.query('update registry.mandate set code_tries = code_tries + 1 where id = $1', [mandateId]);
      return CODE_TRIES - 1 - secret!.tries;
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

  private async move(tx: Tx, mandate: Mandate, verb: 'confirm' | 'decline' | 'revoke'): Promise<Mandate> {
    const [moved] = await tx.query<Mandate>(`update registry.mandate set state = $2 where id = $1 returning ${MANDATE}`, [mandate.id, mandateLifecycle.next(mandate.state, verb)]);
    await audit(tx, verb, mandate);
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
      `select id from registry.mandate where artisan_id = $1 and state = 'live' and $2 = any(acts) and agent_kind || ':' || agent_id = any($3) and $4 between valid_from and valid_until
       order by id limit 1 for share`,
      [artisanId, act, agents, moroccanDay(tx.now)],
    );
    return mandate?.id ?? null;
  }

  async ofArtisan(actor: Actor): Promise<Mandate[]> {
    return this.db.read<Mandate>(`select ${MANDATE} from registry.mandate where artisan_id = $1 order by proposed_at desc, id desc limit 200`, [actor.artisanId]);
  }

  private async own(tx: Tx, actor: Actor, mandateId: string, agentToo = false): Promise<Mandate> {
    const [mandate] = isId(mandateId) ? await tx.query<Mandate>(`select ${MANDATE} from registry.mandate where id = $1 for update`, [mandateId]) : [];
    const hers = mandate && mandate.artisanId === actor.artisanId;
    const agents = mandate && agentToo && actor.memberships.some((m) => m.kind === mandate.agentKind && m.organisationId === mandate.agentId);
    if (!mandate || (!hers && !agents)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'mandateId');
    return mandate;
  }

  /** Six digits are guessed offline in no time, so the hash is keyed with the secret of the house. */
  private hash(mandateId: string, code: string): string {
    return createHmac('sha256', this.config.SECRET).update(`mandate:${mandateId}:${code}`).digest('hex');
  }
}

function audit(tx: Tx, verb: string, mandate: Mandate): Promise<void> {
  return tx.audit({ action: `mandate.${verb}`, subject: { type: 'mandate', id: mandate.id }, detail: { artisanId: mandate.artisanId, agent: `${mandate.agentKind}:${mandate.agentId}`, acts: mandate.acts } });
}
