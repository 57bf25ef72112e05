import { ask, type Asked } from '../../ask.server.js';
import { figureIn } from '../../figures.js';
import type { Named } from '../certificate/queries.js';
import { myCentresQuery, type SessionInput } from './desk-queries.js';
import { criteriaTyped } from './words.js';

export type Centre = Named & { id: string; regionCode: string; productTypes: string[] };

/** The centres the visitor works at, and those she may look into: the administration reads every one and decides at none. */
export async function myCentres(asked: Asked): Promise<{ own: Centre[]; read: Centre[] }> {
  const { me, centres } = await ask(asked, myCentresQuery, {});
  const mine = (me?.memberships ?? []).filter(({ kind }) => kind.toLowerCase() === 'centre').map(({ organisationId }) => organisationId);
  const own = centres.filter(({ id }) => mine.includes(id));
  return { own, read: me?.roles.includes('admin') ? centres : own };
}

/** The one of these that the address asks for, or null for all of them. */
export function chosenCentre(asked: Asked, centres: readonly Centre[]): Centre | null {
  const wanted = new URL(asked.request.url).searchParams.get('centre');
  return centres.find(({ id }) => id === wanted) ?? null;
}

/** What the form of a session holds, as the house asks it. */
export function sessionTyped(form: FormData, id: string): SessionInput {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const all = (name: string): string[] => form.getAll(name).map(String).filter(Boolean);
  const whole = (name: string, otherwise: number): number => {
    const typed = figureIn(text(name));
    if (typed === null) return otherwise;
    // What is no whole number goes on as none, and is refused where the rule is.
    return Number.isInteger(typed) ? typed : -1;
  };
  return {
    id,
    centreId: text('centreId'),
    programme: text('programme'),
    titleEn: text('titleEn') || text('titleFr'),
    titleFr: text('titleFr'),
    titleAr: text('titleAr'),
    trainer: text('trainer'),
    place: text('place'),
    regionCode: text('regionCode'),
    startsOn: text('startsOn'),
    endsOn: text('endsOn') || text('startsOn'),
    seats: whole('seats', 0),
    attendancePercent: whole('attendancePercent', 80),
    branches: all('branches'),
    regions: all('regions'),
    forWomen: form.has('forWomen'),
    forYouth: form.has('forYouth'),
    criteria: criteriaTyped(text('criteria')),
  };
}
