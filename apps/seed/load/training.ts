import { EnrolmentsService, RollsService, SessionsService, type SessionOffer } from '#libs/certification';
import { moroccanDay } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { artisan, inspectors } from '../world.js';
import type { Loading } from './loading.js';

const DAY = 86_400_000;
type Course = Omit<SessionOffer, 'id' | 'startsOn' | 'endsOn'> & { readonly key: string; readonly inDays: number; readonly lasts: number; readonly joined: readonly string[] };

/** One that ended today, one to come for women, and one that is full. */
const COURSES: readonly Course[] = [
  {
    key: 'dyes', inDays: 0, lasts: 1, joined: ['zahra', 'fadma'], centreId: 'carpets', programme: 'Programme d’appui aux tisseuses', titleFr: 'Teintures naturelles de la laine', titleAr: 'الأصباغ الطبيعية للصوف', titleEn: 'Natural dyes for wool',
    trainer: 'Zineb Alami', place: 'Azilal, Dar Sanaa', regionCode: 'MA-05', seats: 8, branches: ['carpets'],
    criteria: [{ code: 'madder', fr: 'Un rouge de garance solide', ar: 'أحمر ثابت من الفوة', en: 'A fast red of madder' }, { code: 'record', fr: 'La recette écrite', ar: 'الوصفة مكتوبة', en: 'The recipe written down' }],
  },
  {
    key: 'export', inDays: 21, lasts: 3, joined: ['itto'], centreId: 'carpets', programme: 'Femmes exportatrices', titleFr: 'Mesurer, photographier et présenter un tapis', titleAr: 'قياس الزربية وتصويرها وعرضها', titleEn: 'Measure, photograph and present a rug',
    trainer: 'Nadia Amrani', place: 'Béni Mellal, centre du tapis', regionCode: 'MA-05', seats: 12, branches: ['carpets', 'textile'], forWomen: true,
    criteria: [{ code: 'knots', fr: 'Compter les nœuds', ar: 'عدّ العقد', en: 'Count the knots' }, { code: 'picture', fr: 'Une photo nette', ar: 'صورة واضحة', en: 'A clear photograph' }],
  },
  {
    key: 'lead', inDays: 14, lasts: 2, joined: ['lahcen', 'khadija'], centreId: 'pottery', programme: 'Poterie sans plomb', titleFr: 'Émaux sans plomb', titleAr: 'طلاء خزفي بدون رصاص', titleEn: 'Glazes without lead',
    trainer: 'Karim Chtioui', place: 'Safi, colline des Potiers', regionCode: 'MA-07', seats: 1, branches: ['pottery'],
    criteria: [{ code: 'recipe', fr: 'Une recette sans plomb', ar: 'وصفة بدون رصاص', en: 'A recipe without lead' }],
  },
];

/** Offered by the centres, joined by artisans; one has been held, its roll called and its learner assessed. */
export async function loadTraining(loading: Loading): Promise<string> {
  for (const course of COURSES) await loading.once(`training/${course.key}`, () => offer(loading, course));
  await loading.once('training/dyes/held', () => hold(loading, 'dyes'));
  return `${COURSES.length} sessions`;
}

async function offer(loading: Loading, { key, inDays, lasts, joined, ...course }: Course): Promise<void> {
  const day = (days: number): string => moroccanDay(new Date(Date.now() + days * DAY));
  const sessionId = demoId('training', key);
  await loading.get(SessionsService).save(await trainer(loading, course.centreId), { ...course, id: sessionId, startsOn: day(inDays), endsOn: day(inDays + lasts - 1) });
  for (const learner of joined) await loading.get(EnrolmentsService).join(await loading.as(artisan(learner).email!), { id: enrolmentId(key, learner), sessionId });
}

async function hold(loading: Loading, key: string): Promise<void> {
  const { centreId, joined, criteria } = COURSES.find((course) => course.key === key)!;
  const [who, sessionId] = [await trainer(loading, centreId), demoId('training', key)];
  const { startsOn } = await loading.get(SessionsService).one(sessionId);
  await loading.get(RollsService).call(who, { sessionId, day: startsOn, present: joined.map((learner) => enrolmentId(key, learner)) });
  // The second has still to write her recipe down.
  for (const [i, learner] of joined.entries()) {
    await loading.get(RollsService).assess(who, { id: demoId('assessment', `${key}/${learner}`), enrolmentId: enrolmentId(key, learner), met: criteria.slice(0, criteria.length - i).map((criterion) => criterion.code) });
  }
}

const enrolmentId = (key: string, learner: string): string => demoId('enrolment', `${key}/${learner}`);
const trainer = (loading: Loading, centreId: string) => loading.as(inspectors.find((one) => one.centre === centreId)!.email);
