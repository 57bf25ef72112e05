import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { belongsTo, dayWords, hasRole, isId, moroccanDay, type Actor } from '#libs/kernel';
import { pageFrom, RegistryService, type Artisan, type Condition, type List } from '#libs/registry';
import { Database, parse, type Tx } from '#libs/platform';
import { AUDIENCES, ENROLMENT_STATES } from '../words.js';
import { SessionsService } from './sessions.service.js';
import { TrainingLettersService } from './training-letters.service.js';
import { enrolmentLifecycle, outsideAudience, type EnrolmentState } from './training.js';
import { trainingErrors } from './training.errors.js';
import { ENROLMENT, sessionById, type Enrolment, type EnrolmentLine, type SessionRow } from './training.rows.js';

const id = z.string().refine(isId, 'a UUID');
const joining = z.object({ id, sessionId: id, artisanId: id.nullish() });
export type Joining = z.input<typeof joining>;

/** Asked for last, or by the first day of the training. */
export type EnrolmentOrder = 'newest' | 'soonest' | 'latest';

export interface EnrolmentFilter {
  readonly states?: readonly EnrolmentState[] | null;
  readonly sessionId?: string | null;
}

export interface EnrolmentPage {
  readonly nodes: EnrolmentLine[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Seats: asked for by the artisan, or for her by an officer of her chamber. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly sessions: SessionsService,
    private readonly letters: TrainingLettersService,
  ) {}

  /** A free seat is given at once; without one she waits. Sent again under the same id, it is the same request. */
  async join(actor: Actor, input: Joining): Promise<Enrolment> {
    const asked = parse(joining, input);
    return this.db.write(actor, async (tx) => {
      const { enrolmentId } = await tx.once(asked.id, asked, async () => ({ enrolmentId: await this.enrol(tx, asked) }));
      return byId(tx, enrolmentId);
    });
  }

  private async enrol(tx: Tx, asked: z.output<typeof joining>): Promise<string> {
    const session = await sessionById(tx, asked.sessionId, true);
    const learner = await this.learner(tx, asked.artisanId ?? tx.actor.artisanId);
    refuseLate(session, moroccanDay(tx.now));
    const why = outsideAudience(session, learner, Number(session.startsOn.slice(0, 4)));
    if (why !== null) throw trainingErrors.TRAINING_NOT_FOR_HER({ why }).worded({ why: AUDIENCES[why] });
    const [known] = await tx.query<Enrolment>(`select ${ENROLMENT} from certification.enrolment e where e.session_id = $1 and e.artisan_id = $2`, [session.id, learner.id]);
    if (known && known.state !== 'left') throw trainingErrors.TRAINING_ALREADY_JOINED();
    const enrolmentId = known ? await this.again(tx, known) : await this.first(tx, asked.id, session.id, learner.id);
    await tx.audit({ action: 'training.join', subject: { type: 'enrolment', id: enrolmentId }, detail: { sessionId: session.id, artisanId: learner.id } });
    await this.sessions.seatWaiting(tx, session.id);
    const { state } = await byId(tx, enrolmentId);
    if (state === 'waiting') await this.letters.tell(tx, session, learner.id, 'waiting');
    return enrolmentId;
  }

  private async first(tx: Tx, enrolmentId: string, sessionId: string, artisanId: string): Promise<string> {
    const added = await tx.query(
      `insert into certification.enrolment (id, session_id, artisan_id, state, asked_at, asked_by, asked_by_name) values ($1,$2,$3,$4,$5,$6,$7) on conflict (id) do nothing returning id`,
      [enrolmentId, sessionId, artisanId, enrolmentLifecycle.initial, tx.now, tx.actor.accountId, tx.actor.name],
    );
    if (added.length === 0) throw trainingErrors.TRAINING_ID_TAKEN({}, 'input.id');
    return enrolmentId;
  }

  private async again(tx: Tx, known: Enrolment): Promise<string> {
    const state = enrolmentLifecycle.next(known.state, 'join');
    await tx.query('update certification.enrolment set state = $2, asked_at = $3, asked_by = $4, asked_by_name = $5 where id = $1', [known.id, state, tx.now, tx.actor.accountId, tx.actor.name]);
    return known.id;
  }

  /** Gives the seat back; the first who waits has it. */
  async leave(actor: Actor, enrolmentId: string): Promise<Enrolment> {
    return this.db.write(actor, async (tx) => {
      const [known] = isId(enrolmentId) ? await tx.query<Enrolment>(`select ${ENROLMENT} from certification.enrolment e where e.id = $1`, [enrolmentId]) : [];
      if (!known) throw trainingErrors.TRAINING_NOT_FOUND({}, 'enrolmentId');
      await this.learner(tx, known.artisanId);
      // The session first, then its rows: everybody locks in this order.
      await sessionById(tx, known.sessionId, true);
      const now = await byId(tx, enrolmentId);
      if (now.state === 'left') return now;
      if (!enrolmentLifecycle.can(now.state, 'leave')) throw trainingErrors.TRAINING_LEFT_OVER({ state: now.state }).worded({ state: ENROLMENT_STATES[now.state] });
      await tx.query('update certification.enrolment set state = $2 where id = $1', [now.id, enrolmentLifecycle.next(now.state, 'leave')]);
      await this.sessions.seatWaiting(tx, now.sessionId);
      await tx.audit({ action: 'training.leave', subject: { type: 'enrolment', id: now.id }, detail: { artisanId: now.artisanId } });
      return byId(tx, enrolmentId);
    });
  }

  /** Herself, or somebody of the officer's own chamber; for others she is not there. */
  private async learner(tx: Tx, artisanId: string | null): Promise<Artisan> {
    const { actor } = tx;
    if (artisanId === null) throw trainingErrors.TRAINING_NOT_FOUND({}, 'input.artisanId');
    const own = artisanId === actor.artisanId;
    if (!own && !hasRole(actor, 'officer')) throw trainingErrors.TRAINING_NOT_FOUND({}, 'input.artisanId');
    const artisan = await this.registry.artisan(artisanId, tx);
    if (!own && !belongsTo(actor, 'chamber', artisan.regionCode)) throw trainingErrors.TRAINING_NOT_FOUND({}, 'input.artisanId');
    return artisan;
  }

  /** Her own trainings, in the order and of the states she asks for; or her place in one of them. */
  async mine(artisanId: string | null, first: number, after: string | null, filter: EnrolmentFilter = {}, order: EnrolmentOrder = 'newest'): Promise<EnrolmentPage> {
    const { states, sessionId = null } = filter;
    if (sessionId !== null && !isId(sessionId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const where: Condition[] = [['e.artisan_id = $', artisanId]];
    if (sessionId !== null) where.push(['e.session_id = $', sessionId]);
    const list: List = {
      columns: `${ENROLMENT}, c.number as "completionNumber"`, from: 'certification.enrolment e left join certification.completion c on c.enrolment_id = e.id', where,
      among: states ? [['e.state', states]] : [], ...ORDERS[order], id: 'e.id', foundFirst: true,
    };
    const page = await pageFrom<EnrolmentLine>(this.db, list, first, after);
    const sessions = await this.sessions.some(page.nodes.map((row) => row.sessionId));
    return { ...page, nodes: page.nodes.map((row): EnrolmentLine => ({ ...row, session: sessions.find((one) => one.id === row.sessionId)! })) };
  }

  /** Which place she has among those who wait, from one; null when she does not wait. */
  async waitingPlace(enrolment: Enrolment): Promise<number | null> {
    if (enrolment.state !== 'waiting') return null;
    const [row] = await this.db.prepared<{ place: number }>(
      'certification.waiting-place',
      `select count(*) as place from certification.enrolment e, certification.enrolment mine
       where mine.id = $1 and e.session_id = mine.session_id and e.state = 'waiting' and (e.asked_at, e.id) <= (mine.asked_at, mine.id)`,
      [enrolment.id],
    );
    return row!.place;
  }
}

const ORDERS = {
  newest: { key: 'e.asked_at', of: 'time', newest: true },
  soonest: { key: 'e.starts_on', of: 'day', newest: false },
  latest: { key: 'e.starts_on', of: 'day', newest: true },
} as const;

export async function byId(tx: Tx, enrolmentId: string): Promise<Enrolment> {
  const [enrolment] = await tx.query<Enrolment>(`select ${ENROLMENT} from certification.enrolment e where e.id = $1`, [enrolmentId]);
  return enrolment!;
}

function refuseLate(session: SessionRow, today: string): void {
  if (session.state === 'cancelled') throw trainingErrors.TRAINING_CANCELLED();
  if (session.state === 'closed') throw trainingErrors.TRAINING_CLOSED();
  if (session.startsOn < today) throw trainingErrors.TRAINING_JOIN_OVER({ day: session.startsOn }).worded({ day: dayWords(session.startsOn) });
}
