import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { formatDay } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox, Select, Tick } from '../../ui/form.js';
import type { RollLine } from './desk-queries.js';
import type { TrainingSession } from './queries.js';
import { EnrolmentPill } from './session-card.js';

const SEATED: readonly RollLine['state'][] = ['ENROLLED', 'COMPLETED', 'NOT_COMPLETED'];

export function isSeated({ state }: Pick<RollLine, 'state'>): boolean {
  return SEATED.includes(state);
}

/** Presence on one day, of those on this page: who is ticked is there. */
export function CallRoll({ lines, days, refusal }: { lines: readonly RollLine[]; days: readonly string[]; refusal: Refusal | undefined }) {
  const { t, text, lang } = useMessages();
  const day = days.at(-1) ?? '';
  return (
    <FormBox refusal={refusal} scope="roll" className="grid gap-2">
      <Select name="day" label={t('roll.day')} defaultValue={day}>
        {days.map((one) => (
          <option key={one} value={one}>
            {formatDay(lang, one)}
          </option>
        ))}
      </Select>
      <fieldset aria-label={text('roll.present')}>
        {lines.filter(isSeated).map((line) => (
          <div key={line.id}>
            <input type="hidden" name="among" value={line.id} />
            <Tick name="present" value={line.id} label={<Name line={line} />} defaultChecked={!line.daysAbsent.includes(day)} />
          </div>
        ))}
      </fieldset>
      <div>
        <Button intent="roll">{t('roll.save')}</Button>
      </div>
    </FormBox>
  );
}

export function Name({ line }: { line: Pick<RollLine, 'artisan'> }) {
  const { lang } = useMessages();
  const { nameLatin, nameArabic } = line.artisan;
  return <bdi>{(lang === 'ar' ? nameArabic : nameLatin) ?? nameLatin ?? nameArabic}</bdi>;
}

/** Each person: days there, what she has shown, and the box to write it down. */
export function Learners({ lines, session, open, ids, refusal }: { lines: readonly RollLine[]; session: TrainingSession; open: boolean; ids: readonly string[]; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={line.id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center justify-between gap-3">
            <Name line={line} />
            <EnrolmentPill state={line.state} />
          </p>
          {line.daysPresent.length + line.daysAbsent.length > 0 && (
            <p className="text-base text-muted">
              {t('roll.there', { there: line.daysPresent.length, called: line.daysPresent.length + line.daysAbsent.length })}
              {line.daysAbsent.map((day) => (
                <span key={day}>
                  {' '}
                  · {t('roll.absent')} <Day iso={day} form="short" />
                </span>
              ))}
            </p>
          )}
          {line.completionNumber !== null && (
            <Link to={`/${lang}/completion/${line.completionNumber}`} className={`${linkLook} inline-flex min-h-12 items-center`}>
              <bdi>{line.completionNumber}</bdi>
            </Link>
          )}
          {open && (line.state === 'ENROLLED' || line.state === 'NOT_COMPLETED') && line.daysPresent.length + line.daysAbsent.length > 0 && (
            <FormBox refusal={refusal} scope={`assess-${line.id}`} className="mt-2">
              <input type="hidden" name="enrolmentId" value={line.id} />
              <input type="hidden" name="assessmentId" value={ids[at]} />
              {session.criteria.map((criterion) => (
                <Tick key={criterion.code} name="met" value={criterion.code} label={criterion[lang]} defaultChecked={line.results.some(({ code, met }) => code === criterion.code && met)} />
              ))}
              <Button intent="assess" look="second">
                {t('roll.assess')}
              </Button>
            </FormBox>
          )}
        </li>
      ))}
    </ul>
  );
}
