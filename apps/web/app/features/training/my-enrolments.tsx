import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Days } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import type { MyEnrolment } from './queries.js';
import { EnrolmentPill } from './session-card.js';
import { titleIn } from './words.js';

/** Her seats and places in line, and the certificates she has. */
export function MyEnrolments({ enrolments, refusal }: { enrolments: readonly MyEnrolment[]; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <ul>
      {enrolments.map(({ id, state, waitingPlace, completionNumber, session }) => (
        <li key={id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center justify-between gap-3">
            <Link to={`/${lang}/training/${session.id}`} className={linkLook} dir="auto">
              {titleIn(lang, session)}
            </Link>
            <EnrolmentPill state={state} />
          </p>
          <p className="text-base text-muted">
            <Days from={session.startsOn} to={session.endsOn} /> · <bdi>{session.place}</bdi>
          </p>
          {waitingPlace !== null && <p className="text-base">{t('training.waitingPlace', { place: waitingPlace })}</p>}
          {completionNumber !== null && (
            <Link to={`/${lang}/completion/${completionNumber}`} className={`${linkLook} inline-block py-3`}>
              {t('training.certificate', { number: completionNumber })}
            </Link>
          )}
          {(state === 'ENROLLED' || state === 'WAITING') && (
            <FormBox refusal={refusal} scope={`leave-${id}`} className="mt-2">
              <input type="hidden" name="enrolmentId" value={id} />
              <Button intent="leave" look="second">
                {t('training.leave')}
              </Button>
            </FormBox>
          )}
        </li>
      ))}
    </ul>
  );
}
