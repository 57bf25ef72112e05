import { isId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { trainingErrors } from './training.errors.js';
import type { EnrolmentState, Session } from './training.js';

export const SESSION = `s.id, s.centre_id as "centreId", s.programme, s.title_en as "titleEn", s.title_fr as "titleFr", s.title_ar as "titleAr", s.trainer, s.place,
  s.region_code as "regionCode", s.starts_on as "startsOn", s.ends_on as "endsOn", s.seats, s.attendance_percent as "attendancePercent", s.branches, s.regions,
  s.for_women as "forWomen", s.for_youth as "forYouth", s.criteria, s.state, s.cancel_reason as "cancelReason"`;

/** How full it is. Whoever was assessed still sits on her seat. */
export const FILLED = `(select count(*) from certification.enrolment e where e.session_id = s.id and e.state in ('enrolled', 'completed', 'not_completed')) as taken,
  (select count(*) from certification.enrolment e where e.session_id = s.id and e.state = 'waiting') as waiting`;

export interface SessionRow extends Session {
  readonly taken: number;
  readonly waiting: number;
}

export interface Enrolment {
  readonly id: string;
  readonly sessionId: string;
  readonly artisanId: string;
  readonly state: EnrolmentState;
  readonly askedAt: Date;
}

/** With what a page's lines show of others, read once for all of them. */
export interface EnrolmentLine extends Enrolment {
  readonly session?: SessionRow;
  readonly completionNumber?: string | null;
}

export const ENROLMENT = `e.id, e.session_id as "sessionId", e.artisan_id as "artisanId", e.state, e.asked_at as "askedAt"`;

export async function sessionById(tx: Tx, id: string, lock = false): Promise<SessionRow> {
  if (lock && isId(id)) await tx.query('select id from certification.training_session where id = $1 for update', [id]);
  const [session] = isId(id) ? await tx.query<SessionRow>(`select ${SESSION}, ${FILLED} from certification.training_session s where s.id = $1`, [id]) : [];
  if (!session) throw trainingErrors.TRAINING_NOT_FOUND({}, 'sessionId');
  return session;
}
