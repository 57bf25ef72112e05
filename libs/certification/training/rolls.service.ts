import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayWords, fold, freeText, isId, moroccanDay, newId, type Actor, type DomainError } from '#libs/kernel';
import { pageFrom, type Condition, type Shown } from '#libs/registry';
import { Database, parse, type Tx } from '#libs/platform';
import { certificationErrors } from '../certification.errors.js';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { ENROLMENT_STATES } from '../words.js';
import { readsOf } from '../inspection/inspectors.service.js';
import { byId } from './enrolments.service.js';
import { PRESENCE } from './letters.js';
import { refuseState, SessionsService } from './sessions.service.js';
import { TrainingLettersService } from './training-letters.service.js';
import { assess, completionNumber, enrolmentLifecycle, type Assessment, type EnrolmentState } from './training.js';
import { trainingErrors } from './training.errors.js';
import { ENROLMENT, type Enrolment, type SessionRow } from './training.rows.js';

const id = z.string().refine(isId, 'a UUID');
const roll = z.object({ sessionId: id, day: z.iso.date(), present: z.array(id).max(500), among: z.array(id).max(500).nullish() });
const judgement = z.object({ id, enrolmentId: id, met: z.array(z.string().max(60)).max(20), note: z.string().transform((text) => freeText(text, 1000, 'input.note')).nullish() });

export interface OnRoll extends Enrolment {
  readonly artisan: Shown;
  readonly daysPresent: readonly string[];
  readonly daysAbsent: readonly string[];
  readonly results: readonly { readonly code: string; readonly met: boolean }[];
  readonly completionNumber: string | null;
}

/** In the order of asking, or by name. */
export type RollOrder = 'asked' | 'name';

export interface RollFilter {
  readonly states?: readonly EnrolmentState[] | null;
  /** A name in either script, or a number of the register. */
  readonly query?: string | null;
}

export interface RollPage {
  readonly nodes: OnRoll[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** What the centre notes of those who sit there: presence by day, and whether each criterion was met. */
@Injectable()
export class RollsService {
  constructor(
    private readonly db: Database,
    private readonly checklists: ChecklistsService,
    private readonly sessions: SessionsService,
    private readonly letters: TrainingLettersService,
  ) {}

  /** The roll of one day, of all who have a seat or of those whom the caller looked at. Called again, the last word counts, until the session closes. */
  async call(actor: Actor, input: z.input<typeof roll>): Promise<SessionRow> {
    const { sessionId, day, present, among } = parse(roll, input);
    return this.db.write(actor, async (tx) => {
      const session = await this.sessions.own(tx, actor, sessionId);
      refuseState(session);
      if (day < session.startsOn || day > session.endsOn || day > moroccanDay(tx.now)) throw notHeld(session);
      const seated = await tx.query<{ id: string }>(`select id from certification.enrolment where session_id = $1 and state in ('enrolled', 'completed', 'not_completed') order by id`, [sessionId]);
      const seats = new Set(seated.map((seat) => seat.id));
      if (present.some((one) => !seats.has(one))) throw trainingErrors.TRAINING_NOT_ON_ROLL({}, 'input.present');
      // A long roll is read page by page: of those nobody looked at nothing is said, nor of one who left meanwhile.
      const called = among ? [...seats].filter((one) => among.includes(one) || present.includes(one)) : [...seats];
      await tx.query(
        `insert into certification.attendance (enrolment_id, day, present, at, account_id) select e, $2, e = any($3::uuid[]), $4, $5 from unnest($1::uuid[]) e
         on conflict (enrolment_id, day) do update set present = excluded.present, at = excluded.at, account_id = excluded.account_id where attendance.present <> excluded.present`,
        [called, day, present, tx.now, actor.accountId],
      );
      await tx.audit({ action: 'training.roll', subject: { type: 'training', id: sessionId }, detail: { day, present: present.length, absent: called.length - new Set(present).size } });
      return session;
    });
  }

  /** Criteria met or not, held against her presence. Passed, she has a certificate at once. */
  async assess(actor: Actor, input: z.input<typeof judgement>): Promise<Enrolment> {
    const asked = parse(judgement, input);
    return this.db.write(actor, async (tx) => {
      const enrolment = await byId(tx, asked.enrolmentId);
      if (!enrolment) throw trainingErrors.TRAINING_NOT_FOUND({}, 'input.enrolmentId');
      const session = await this.sessions.own(tx, actor, enrolment.sessionId);
      const [done] = await tx.query<{ enrolmentId: string }>('select enrolment_id as "enrolmentId" from certification.assessment where id = $1', [asked.id]);
      if (done && done.enrolmentId !== enrolment.id) throw trainingErrors.TRAINING_ID_TAKEN({}, 'input.id');
      if (done) return byId(tx, enrolment.id);
      if (actor.artisanId === enrolment.artisanId) throw certificationErrors.INSPECTION_OWN_WORK();
      refuseState(session);
      await this.judge(tx, session, await byId(tx, enrolment.id), asked);
      return byId(tx, enrolment.id);
    });
  }

  private async judge(tx: Tx, session: SessionRow, enrolment: Enrolment, asked: z.output<typeof judgement>): Promise<void> {
    const stranger = asked.met.find((code) => !session.criteria.some((criterion) => criterion.code === code));
    if (stranger !== undefined) throw trainingErrors.TRAINING_CRITERION_UNKNOWN({ code: stranger.slice(0, 60) }, 'input.met');
    if (!enrolmentLifecycle.can(enrolment.state, 'complete')) throw trainingErrors.TRAINING_LEFT_OVER({ state: enrolment.state }).worded({ state: ENROLMENT_STATES[enrolment.state] });
    const presence = await presenceOf(tx, enrolment);
    if (presence.called === 0) throw trainingErrors.TRAINING_NOT_BEGUN();
    // A roll is called in parts: a day that says nothing of her counts neither for nor against her, so it is said first.
    if (presence.unsaid !== null) throw trainingErrors.TRAINING_DAY_UNSAID({ day: presence.unsaid }).worded({ day: dayWords(presence.unsaid) });
    // One day of three is not the share of days that was asked for.
    if (moroccanDay(tx.now) < session.endsOn) throw trainingErrors.TRAINING_RUNS({ day: session.endsOn }).worded({ day: dayWords(session.endsOn) });
    const found = assess(session, asked.met, presence);
    await tx.query('insert into certification.assessment (id, enrolment_id, at, account_id, assessor_name, results, attended, passed, note) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)', [
      asked.id, enrolment.id, tx.now, tx.actor.accountId, tx.actor.name, JSON.stringify(found.results), found.attended, found.passed, asked.note ?? null,
    ]);
    await tx.audit({ action: 'training.assess', subject: { type: 'enrolment', id: enrolment.id }, detail: { artisanId: enrolment.artisanId, passed: found.passed } });
    const state = found.passed ? enrolmentLifecycle.next(enrolment.state, 'complete') : 'not_completed';
    await tx.query('update certification.enrolment set state = $2 where id = $1', [enrolment.id, state]);
    if (found.passed) await this.complete(tx, session, enrolment);
    else await this.letters.tell(tx, session, enrolment.artisanId, 'not_completed', (locale) => missing(session, found, locale).join(locale === 'ar' ? '، ' : ', '));
  }

  private async complete(tx: Tx, session: SessionRow, { id: enrolmentId, artisanId }: Enrolment): Promise<void> {
    const day = moroccanDay(tx.now);
    const { prefix } = await this.checklists.centre(session.centreId, tx);
    const number = completionNumber(prefix, day.slice(0, 4), await tx.nextNumber(`completion:${session.centreId}:${day.slice(0, 4)}`));
    const completionId = newId();
    await tx.query('insert into certification.completion (id, number, enrolment_id, session_id, artisan_id, issued_on, at, account_id, assessor_name) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)', [
      completionId, number, enrolmentId, session.id, artisanId, day, tx.now, tx.actor.accountId, tx.actor.name,
    ]);
    await tx.publish('TrainingCompleted', { completionId, number, sessionId: session.id, artisanId, completedOn: day });
    await this.letters.tell(tx, session, artisanId, 'completed', number);
  }

  /** Everybody on the list of a session; for its own centre and the administration. */
  async page(actor: Actor, sessionId: string, first: number, after: string | null, filter: RollFilter = {}, order: RollOrder = 'asked'): Promise<RollPage> {
    const centreId = await this.sessions.centreOf(sessionId);
    if (centreId === null || !readsOf(actor, centreId)) throw trainingErrors.TRAINING_NOT_FOUND({}, 'sessionId');
    const words = fold((filter.query ?? '').slice(0, 200)).split(' ').filter(Boolean).slice(0, 5);
    const where: Condition[] = [['e.session_id = $', sessionId], ...words.map((word): Condition => [NAMED, `%${word}%`])];
    return pageFrom<OnRoll>(this.db, { ...ROLL, ...ORDERS[order], where, among: filter.states ? [['e.state', filter.states]] : [] }, first, after);
  }
}

const ORDERS = { asked: { key: 'e.asked_at', of: 'time' }, name: { key: 'e.name_key', of: 'name' } } as const;

/** A roll is some hundreds at most: each is looked up by her id, and never all of the register by her name. */
const NAMED = `(select named.search || '' from registry.artisan named where named.id = e.artisan_id) like $`;

const ROLL = {
  columns: `${ENROLMENT}, c.number as "completionNumber", coalesce((select s.results from certification.assessment s where s.enrolment_id = e.id order by s.at desc, s.id desc limit 1), '[]') as results,
    array(select a.day::text from certification.attendance a where a.enrolment_id = e.id and a.present order by a.day) as "daysPresent",
    array(select a.day::text from certification.attendance a where a.enrolment_id = e.id and not a.present order by a.day) as "daysAbsent"`,
  from: 'certification.enrolment e left join certification.completion c on c.enrolment_id = e.id',
  id: 'e.id',
  newest: false,
  foundFirst: true,
  withArtisan: true,
} as const;

function notHeld({ startsOn, endsOn }: SessionRow): DomainError {
  return trainingErrors.TRAINING_DAY_NOT_HELD({ from: startsOn, until: endsOn }, 'input.day').worded({ from: dayWords(startsOn), until: dayWords(endsOn) });
}

async function presenceOf(tx: Tx, { id: enrolmentId, sessionId }: Enrolment): Promise<{ present: number; called: number; unsaid: string | null }> {
  const [row] = await tx.query<{ present: number; called: number; unsaid: string | null }>(
    `select count(*) filter (where a.enrolment_id = $1 and a.present) as present, count(distinct a.day) as called,
       min(a.day) filter (where not exists (select from certification.attendance hers where hers.enrolment_id = $1 and hers.day = a.day)) as unsaid
     from certification.attendance a join certification.enrolment e on e.id = a.enrolment_id where e.session_id = $2`,
    [enrolmentId, sessionId],
  );
  return row!;
}

function missing(session: SessionRow, found: Assessment, locale: 'en' | 'fr' | 'ar'): string[] {
  const unmet = session.criteria.filter(({ code }) => !found.results.find((result) => result.code === code)!.met).map((criterion) => criterion[locale]);
  return found.attended ? unmet : [...unmet, PRESENCE[locale]];
}
