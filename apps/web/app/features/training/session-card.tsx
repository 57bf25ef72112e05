import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Days } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Pill } from '../../ui/pill.js';
import type { AudienceWords, EnrolmentState, TrainingSession } from './queries.js';
import { titleIn } from './words.js';

/** One line of a list: what, where, when, and whether there is a seat. */
export function SessionCard({ session, words, to }: { session: TrainingSession; words: AudienceWords; to: string }) {
  const { lang } = useMessages();
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Link to={to} className={`${linkLook} text-lg`} dir="auto">
          {titleIn(lang, session)}
        </Link>
        <Seats session={session} />
      </div>
      <p className="text-base text-muted">
        <Days from={session.startsOn} to={session.endsOn} /> · <bdi>{session.place}</bdi>
      </p>
      <p className="text-base text-muted">
        {session.centre[lang]} · <Audience session={session} words={words} />
      </p>
    </li>
  );
}

export function Seats({ session }: { session: TrainingSession }) {
  const { t } = useMessages();
  if (session.state !== 'OPEN') return <Pill tone={session.state === 'CANCELLED' ? 'wrong' : 'plain'}>{t(`training.${session.state}`)}</Pill>;
  const free = session.seats - session.taken;
  return free > 0 ? <Pill tone="done">{t('training.free', { count: free })}</Pill> : <Pill tone="waiting">{t('training.full', { count: session.waiting })}</Pill>;
}

/** Whom it is for, in one line. */
export function Audience({ session, words }: { session: TrainingSession; words: AudienceWords }) {
  const { t, lang } = useMessages();
  const named = (codes: readonly string[], from: AudienceWords['branches']): string[] => codes.map((code) => from.find((one) => one.code === code)?.[lang] ?? code);
  const parts = [...named(session.branches, words.branches), ...named(session.regions, words.regions), ...(session.forWomen ? [t('training.women')] : []), ...(session.forYouth ? [t('training.youth')] : [])];
  if (parts.length === 0) return <>{t('training.everyone')}</>;
  return parts.map((part, at) => (
    <span key={at}>
      {at > 0 && ' · '}
      {part}
    </span>
  ));
}

const tones = { WAITING: 'waiting', ENROLLED: 'done', LEFT: 'plain', COMPLETED: 'done', NOT_COMPLETED: 'wrong', CANCELLED: 'wrong' } as const;

export function EnrolmentPill({ state }: { state: EnrolmentState }) {
  const { t } = useMessages();
  return <Pill tone={tones[state]}>{t(`enrolment.${state}`)}</Pill>;
}
