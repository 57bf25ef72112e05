import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { freeText, isId, lineOfText, moroccanDay, SYSTEM, type Actor } from '#libs/kernel';
import { BRANCHES, pageFrom, REGIONS, type Condition } from '#libs/registry';
import { Database, errand, parse, type Tx } from '#libs/platform';
import { yearsAfter } from '../certificate/certificate.js';
import { ChecklistsService, type Centre } from '../checklist/checklists.service.js';
import { inspectsFor } from '../inspection/inspectors.service.js';
import { TrainingLettersService } from './training-letters.service.js';
import { daysOf, sessionLifecycle, type Session, type SessionState } from './training.js';
import { trainingErrors } from './training.errors.js';
import { ENROLMENT, FILLED, SESSION, sessionById, type Enrolment, type SessionRow } from './training.rows.js';

const id = z.string().refine(isId, 'a UUID');
const line = (max: number, field: string) => z.string().transform((value) => lineOfText(value, max, `input.${field}`));
const branch = z.enum(BRANCHES.map((one) => one.code) as [string, ...string[]]);
const region = z.enum(REGIONS.map((one) => one.code) as [string, ...string[]]);
const wording = z.string().transform((value) => lineOfText(value, 200, 'input.criteria'));
const offer = z.object({
  id,
  centreId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  programme: line(120, 'programme'),
  titleEn: line(160, 'titleEn'),
  titleFr: line(160, 'titleFr'),
  titleAr: line(160, 'titleAr'),
  trainer: line(120, 'trainer'),
  place: line(200, 'place'),
  regionCode: region,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  seats: z.number().int().min(1).max(500),
  attendancePercent: z.number().int().min(1).max(100).default(80),
  branches: z.array(branch).max(13).default([]),
  regions: z.array(region).max(12).default([]),
  forWomen: z.boolean().default(false),
  forYouth: z.boolean().default(false),
  criteria: z.array(z.object({ code: z.string().regex(/^[a-z0-9-]{1,40}$/), en: wording, fr: wording, ar: wording })).max(20),
});
export type SessionOffer = z.input<typeof offer>;
type Offer = z.output<typeof offer>;

/** A course longer than this is a school, and its sessions are offered one by one (house policy). */
const MOST_DAYS = 60;
/** Nobody plans a course further ahead (house policy): a year 9999 is a slip of the pen. */
const MOST_YEARS_AHEAD = 2;
/** No training is older than the house: a day before that asks for all of them. */
const FIRST_DAY = '2020-01-01';
/** A centre that forgets to close a session has it closed for it, so that the statistics do not wait. */
const CLOSES_AFTER_DAYS = 14;
export const closeSession = errand<{ sessionId: string; endsOn: string }>('certification.close-training');

/** With its centre, read once for a whole page. */
export interface SessionLine extends SessionRow {
  readonly centre?: Centre;
}

export interface SessionFilter {
  readonly centreId?: string | null;
  readonly branch?: string | null;
  readonly regionCode?: string | null;
  readonly forWomen?: boolean | null;
  readonly forYouth?: boolean | null;
  readonly states?: readonly SessionState[] | null;
  readonly from?: string | null;
}

/** What centres offer: made, changed until its first day, cancelled, closed. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly checklists: ChecklistsService,
    private readonly letters: TrainingLettersService,
  ) {}

  async save(actor: Actor, input: SessionOffer): Promise<SessionRow> {
    const asked = parse(offer, input);
    if (!inspectsFor(actor, asked.centreId)) throw trainingErrors.TRAINING_NOT_FOUND({}, 'input.centreId');
    if (asked.criteria.length === 0 || new Set(asked.criteria.map((one) => one.code)).size < asked.criteria.length) throw trainingErrors.TRAINING_CRITERIA({}, 'input.criteria');
    return this.db.write(actor, async (tx) => {
      await this.checklists.centre(asked.centreId, tx);
      const known = (await this.known(tx, asked)) ?? (await this.create(tx, asked));
      if (known && isSame(known, asked)) return known;
      if (known) await this.change(tx, known, asked);
      const saved = await sessionById(tx, asked.id);
      if (known && (known.startsOn !== saved.startsOn || known.endsOn !== saved.endsOn || known.place !== saved.place)) await this.tell(tx, saved, ['enrolled'], 'seated');
      await tx.audit({ action: known ? 'training.change' : 'training.offer', subject: { type: 'training', id: saved.id }, detail: { centreId: saved.centreId } });
      return saved;
    });
  }

  private async known(tx: Tx, asked: Offer): Promise<SessionRow | null> {
    await tx.query('select id from certification.training_session where id = $1 for update', [asked.id]);
    const [known] = await tx.query<SessionRow>(`select ${SESSION}, ${FILLED} from certification.training_session s where s.id = $1`, [asked.id]);
    if (known && known.centreId !== asked.centreId) throw trainingErrors.TRAINING_ID_TAKEN({}, 'input.id');
    return known ?? null;
  }

  /** Null once it is made; the same offer sent at the same moment is found instead. */
  private async create(tx: Tx, asked: Offer): Promise<SessionRow | null> {
    refuseDays(asked, moroccanDay(tx.now));
    const made = await tx.query(
      `insert into certification.training_session (id, centre_id, programme, title_en, title_fr, title_ar, trainer, place, region_code, starts_on, ends_on, seats, attendance_percent,
         branches, regions, for_women, for_youth, criteria, state, created_by, created_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,'open',$19,$20) on conflict (id) do nothing returning id`,
      [...columns(asked), tx.actor.accountId, tx.now],
    );
    if (made.length === 0) return this.known(tx, asked);
    await this.closeLater(tx, asked);
    return null;
  }

  private async change(tx: Tx, known: SessionRow, asked: Offer): Promise<void> {
    refuseState(known);
    const day = moroccanDay(tx.now);
    if (known.startsOn <= day) throw trainingErrors.TRAINING_BEGUN();
    refuseDays(asked, day);
    if (asked.seats < known.taken) throw trainingErrors.TRAINING_SEATS({ taken: known.taken }, 'input.seats');
    await tx.query(
      `update certification.training_session set centre_id = $2, programme = $3, title_en = $4, title_fr = $5, title_ar = $6, trainer = $7, place = $8, region_code = $9, starts_on = $10, ends_on = $11,
         seats = $12, attendance_percent = $13, branches = $14, regions = $15, for_women = $16, for_youth = $17, criteria = $18 where id = $1`,
      columns(asked),
    );
    await this.seatWaiting(tx, asked.id);
    await this.closeLater(tx, asked);
  }

  private async closeLater(tx: Tx, { id: sessionId, endsOn }: Offer): Promise<void> {
    const runAt = new Date(Date.parse(`${endsOn}T12:00:00Z`) + CLOSES_AFTER_DAYS * 86_400_000);
    await tx.send(closeSession, { sessionId, endsOn }, { key: `${sessionId}:${endsOn}`, runAt });
  }

  /** Free seats go to those who wait, in the order of asking, for as long as anybody may join. The session's row is locked by the caller. */
  async seatWaiting(tx: Tx, sessionId: string): Promise<void> {
    const session = await sessionById(tx, sessionId);
    const free = session.seats - session.taken;
    if (free <= 0 || session.state !== 'open' || session.startsOn < moroccanDay(tx.now)) return;
    const seated = await tx.query<Enrolment>(
      `update certification.enrolment e set state = 'enrolled'
       where e.id in (select w.id from certification.enrolment w where w.session_id = $1 and w.state = 'waiting' order by w.asked_at, w.id limit $2) returning ${ENROLMENT}`,
      [sessionId, free],
    );
    for (const { artisanId } of seated) await this.letters.tell(tx, session, artisanId, 'seated');
  }

  async cancel(actor: Actor, sessionId: string, reason: string): Promise<SessionRow> {
    const why = freeText(reason, 500, 'reason');
    return this.db.write(actor, async (tx) => {
      const session = await this.own(tx, actor, sessionId);
      if (session.state === 'cancelled') return session;
      refuseState(session);
      const [passed] = await tx.query('select from certification.completion where session_id = $1 limit 1', [sessionId]);
      if (passed) throw trainingErrors.TRAINING_PASSED();
      await tx.query('update certification.training_session set state = $2, cancel_reason = $3 where id = $1', [sessionId, sessionLifecycle.next(session.state, 'cancel'), why]);
      await this.tell(tx, session, ['enrolled', 'waiting', 'not_completed'], 'cancelled', why);
      await tx.query(`update certification.enrolment set state = 'cancelled' where session_id = $1 and state in ('enrolled', 'waiting')`, [sessionId]);
      await tx.audit({ action: 'training.cancel', subject: { type: 'training', id: sessionId }, detail: { reason: why } });
      return sessionById(tx, sessionId);
    });
  }

  async close(actor: Actor, sessionId: string): Promise<SessionRow> {
    return this.db.write(actor, async (tx) => {
      const session = await this.own(tx, actor, sessionId);
      if (session.state === 'cancelled') throw trainingErrors.TRAINING_CANCELLED();
      if (session.startsOn > moroccanDay(tx.now)) throw trainingErrors.TRAINING_NOT_BEGUN();
      return this.end(tx, session);
    });
  }

  /** Two weeks after its last day. An errand of days that have since moved does nothing. */
  async closeForgotten({ sessionId, endsOn }: { sessionId: string; endsOn: string }): Promise<void> {
    await this.db.write(SYSTEM, async (tx) => {
      const session = await sessionById(tx, sessionId, true);
      if (session.state === 'open' && session.endsOn === endsOn) await this.end(tx, session);
    });
  }

  private async end(tx: Tx, session: SessionRow): Promise<SessionRow> {
    if (session.state !== 'open') return session;
    await tx.query('update certification.training_session set state = $2 where id = $1', [session.id, sessionLifecycle.next(session.state, 'close')]);
    await tx.query(`update certification.enrolment set state = case state when 'waiting' then 'cancelled' else 'not_completed' end where session_id = $1 and state in ('enrolled', 'waiting')`, [session.id]);
    const came = await tx.query<{ id: string; artisanId: string }>(
      `select e.id, e.artisan_id as "artisanId" from certification.enrolment e where e.session_id = $1 and exists (select from certification.attendance a where a.enrolment_id = e.id and a.present) order by e.id`,
      [session.id],
    );
    for (const { id: enrolmentId, artisanId } of came) await tx.publish('TrainingAttended', { enrolmentId, sessionId: session.id, artisanId, endedOn: session.endsOn });
    await tx.audit({ action: 'training.close', subject: { type: 'training', id: session.id }, detail: { came: came.length } });
    return sessionById(tx, session.id);
  }

  /** The session, locked for its own centre; for others it is not there. */
  async own(tx: Tx, actor: Actor, sessionId: string): Promise<SessionRow> {
    const session = await sessionById(tx, sessionId, true);
    if (!inspectsFor(actor, session.centreId)) throw trainingErrors.TRAINING_NOT_FOUND({}, 'sessionId');
    return session;
  }

  private async tell(tx: Tx, session: SessionRow, states: readonly string[], occasion: 'seated' | 'cancelled', detail = ''): Promise<void> {
    const people = await tx.query<{ artisanId: string }>('select artisan_id as "artisanId" from certification.enrolment where session_id = $1 and state = any($2) order by id', [session.id, states]);
    for (const { artisanId } of people) await this.letters.tell(tx, session, artisanId, occasion, detail);
  }

  /** Whose it is, and nothing of how full; null where there is none. */
  async centreOf(sessionId: string): Promise<string | null> {
    const [session] = isId(sessionId) ? await this.db.prepared<{ centreId: string }>('certification.centre-of-session', 'select centre_id as "centreId" from certification.training_session where id = $1', [sessionId]) : [];
    return session?.centreId ?? null;
  }

  async one(sessionId: string): Promise<SessionRow> {
    const [session] = isId(sessionId) ? await this.db.prepared<SessionRow>('certification.session', `select ${SESSION}, ${FILLED} from certification.training_session s where s.id = $1`, [sessionId]) : [];
    if (!session) throw trainingErrors.TRAINING_NOT_FOUND({}, 'id');
    return session;
  }

  async some(ids: readonly string[]): Promise<SessionLine[]> {
    return this.lines(await this.db.prepared<SessionRow>('certification.sessions', `select ${SESSION}, ${FILLED} from certification.training_session s where s.id = any($1)`, [ids]));
  }

  /** Soonest first, or latest first. */
  async page(filter: SessionFilter, latest: boolean, first: number, after: string | null): Promise<{ nodes: SessionLine[]; endCursor: string | null; hasNextPage: boolean }> {
    const { centreId, branch, regionCode, forWomen, forYouth } = filter;
    const where: Condition[] = [];
    let begins: string | null = null;
    if (centreId) where.push(['s.centre_id = $', centreId]);
    if (branch) where.push([`(s.branches = '{}' or $ = any(s.branches))`, branch]);
    if (regionCode) where.push(['s.region_code = $', regionCode]);
    if (typeof forWomen === 'boolean') where.push(['s.for_women = $', forWomen]);
    if (typeof forYouth === 'boolean') where.push(['s.for_youth = $', forYouth]);
    if (filter.from) {
      const asked = parse(z.iso.date(), filter.from, 'filter.from');
      const from = asked < FIRST_DAY ? FIRST_DAY : asked;
      // None is longer than that, so what began before has ended too: the list begins there and not with the first training of all.
      begins = new Date(Date.parse(from) - MOST_DAYS * 86_400_000).toISOString().slice(0, 10);
      where.push(['s.ends_on >= $::date', from], ['s.starts_on >= $::date', begins]);
    }
    const list = { columns: `${SESSION}, ${FILLED}`, from: 'certification.training_session s', where, among: [['s.state', filter.states ?? ['open']]], key: 's.starts_on', of: 'day', id: 's.id', newest: latest, begins: latest ? null : begins } as const;
    const page = await pageFrom<SessionRow>(this.db, list, first, after);
    return { ...page, nodes: await this.lines(page.nodes) };
  }

  private async lines(rows: readonly SessionRow[]): Promise<SessionLine[]> {
    const centres = await this.checklists.centres();
    return rows.map((row): SessionLine => ({ ...row, centre: centres.find((one) => one.id === row.centreId)! }));
  }
}

const FIELDS = ['centreId', 'programme', 'titleEn', 'titleFr', 'titleAr', 'trainer', 'place', 'regionCode', 'startsOn', 'endsOn', 'seats', 'attendancePercent', 'branches', 'regions', 'forWomen', 'forYouth'] as const;

function columns(asked: Offer): unknown[] {
  return [asked.id, ...FIELDS.map((field) => asked[field]), JSON.stringify(asked.criteria)];
}

/** Sent again, it is the same offer. */
function isSame(known: Session, asked: Offer): boolean {
  const criteria = (of: Pick<Session, 'criteria'>): string => JSON.stringify(of.criteria.map(({ code, en, fr, ar }) => [code, en, fr, ar]));
  return FIELDS.every((field) => JSON.stringify(known[field]) === JSON.stringify(asked[field])) && criteria(known) === criteria(asked);
}

export function refuseState(session: Pick<Session, 'state'>): void {
  if (session.state === 'cancelled') throw trainingErrors.TRAINING_CANCELLED();
  if (session.state === 'closed') throw trainingErrors.TRAINING_CLOSED();
}

function refuseDays({ startsOn, endsOn }: Offer, today: string): void {
  const last = yearsAfter(today, MOST_YEARS_AHEAD);
  const days = startsOn <= endsOn && Date.parse(endsOn) - Date.parse(startsOn) < MOST_DAYS * 86_400_000 ? daysOf(startsOn, endsOn).length : 0;
  const wrongStart = startsOn < today || startsOn > last;
  if (days === 0 || wrongStart) throw trainingErrors.TRAINING_DAYS({ days: MOST_DAYS }, wrongStart ? 'input.startsOn' : 'input.endsOn');
}
