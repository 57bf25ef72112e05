import { lifecycle } from '#libs/kernel';

/** A course that a centre offers. Closed and cancelled are final: another course is another session. */
export const sessionLifecycle = lifecycle({
  open: { close: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
});
export type SessionState = (typeof sessionLifecycle.states)[number];

/** Who asks for a seat waits first; a free seat is given at once, in the order of asking. */
export const enrolmentLifecycle = lifecycle({
  waiting: { seat: 'enrolled', leave: 'left', cancel: 'cancelled' },
  enrolled: { leave: 'left', complete: 'completed', fail: 'not_completed', cancel: 'cancelled' },
  // Who left may ask again, and waits like the others.
  left: { join: 'waiting' },
  // A second assessment before the session closes may still find what the first did not.
  not_completed: { complete: 'completed' },
  completed: {},
  cancelled: {},
});
export type EnrolmentState = (typeof enrolmentLifecycle.states)[number];

export interface Criterion {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
}

/** Whom a session is for. An empty list asks nothing. */
export interface Audience {
  readonly branches: readonly string[];
  readonly regions: readonly string[];
  readonly forWomen: boolean;
  readonly forYouth: boolean;
}

export interface Session extends Audience {
  readonly id: string;
  readonly centreId: string;
  readonly programme: string;
  readonly titleEn: string;
  readonly titleFr: string;
  readonly titleAr: string;
  readonly trainer: string;
  readonly place: string;
  readonly regionCode: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly seats: number;
  readonly attendancePercent: number;
  readonly criteria: readonly Criterion[];
  readonly state: SessionState;
  readonly cancelReason: string | null;
}

export interface Learner {
  readonly sex: 'F' | 'M' | null;
  readonly birthYear: number | null;
  readonly branch: string;
  readonly regionCode: string;
}

/** Under 35, as the statistics count the young (our rule, 2026-11-24): still 34 on the first day, by the year the register knows. */
export const YOUTH_BELOW = 35;

export function isYoung(birthYear: number | null, year: number): boolean {
  return birthYear !== null && year - birthYear < YOUTH_BELOW;
}

/** What keeps a person out of a session, or null when it is for her. */
export function outsideAudience(audience: Audience, learner: Learner, year: number): 'branch' | 'region' | 'women' | 'youth' | null {
  if (audience.branches.length > 0 && !audience.branches.includes(learner.branch)) return 'branch';
  if (audience.regions.length > 0 && !audience.regions.includes(learner.regionCode)) return 'region';
  if (audience.forWomen && learner.sex !== 'F') return 'women';
  if (audience.forYouth && !isYoung(learner.birthYear, year)) return 'youth';
  return null;
}

/** Every calendar day of a session, first and last included. */
export function daysOf(startsOn: string, endsOn: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${startsOn}T00:00:00Z`); at <= Date.parse(`${endsOn}T00:00:00Z`); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

export interface Assessment {
  readonly results: readonly { readonly code: string; readonly met: boolean }[];
  readonly passed: boolean;
  /** Present on enough of the days whose roll was called. */
  readonly attended: boolean;
}

/** Passed is: every criterion met, and present on the share of the days that the session asks for. */
export function assess(session: Pick<Session, 'criteria' | 'attendancePercent'>, met: readonly string[], presence: { present: number; called: number }): Assessment {
  const results = session.criteria.map(({ code }) => ({ code, met: met.includes(code) }));
  const attended = presence.called > 0 && presence.present * 100 >= session.attendancePercent * presence.called;
  return { results, attended, passed: attended && results.every((result) => result.met) };
}

/** `TAP-F-2026-000001`: the centre's letters, F for formation, the year, and a count without gaps. */
export function completionNumber(prefix: string, year: string, count: number): string {
  return `${prefix}-F-${year}-${String(count).padStart(6, '0')}`;
}
