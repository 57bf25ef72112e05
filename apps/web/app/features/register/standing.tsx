import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { EntryDetails, Standing } from './queries.js';

const tones: Record<Standing, Tone> = { PRE_REGISTERED: 'waiting', REGISTERED: 'done', SUSPENDED: 'wrong', LAPSED: 'wrong', STRUCK_OFF: 'wrong' };

export function StandingPill({ standing }: { standing: Standing }) {
  const { t } = useMessages();
  return <Pill tone={tones[standing]}>{t(`standing.${standing}`)}</Pill>;
}

/** A decision names what the officer saw, so that two officers deciding at once do not overwrite each other. */
export function StandingForm({ entry, decisionId, refusal }: { entry: EntryDetails; decisionId: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="standing" className="grid gap-4">
      <input type="hidden" name="id" value={refusal?.typed.id ?? decisionId} />
      <input type="hidden" name="from" value={entry.standing} />
      <Select name="to" label={t('standing.to')}>
        {entry.mayBecome.map((standing) => (
          <option key={standing} value={standing}>
            {t(`standing.${standing}`)}
          </option>
        ))}
      </Select>
      <TextField name="why" label={t('standing.why')} hint={t('standing.why.hint')} rows={2} />
      <Field name="evidence" label={t('standing.evidence')} hint={t('standing.evidence.hint')} optional />
      {entry.mayBecome.includes('REGISTERED') && <Field name="validUntil" type="date" label={t('standing.lastDay')} hint={t('standing.lastDay.hint')} optional />}
      <div>
        <Button intent="standing">{t('standing.save')}</Button>
      </div>
    </FormBox>
  );
}

export function History({ history }: { history: EntryDetails['history'] }) {
  const { t } = useMessages();
  return (
    <ol>
      {[...history].reverse().map(({ to, at, actorName, why, evidence, cause }, index) => (
        <li key={index} className="border-t border-line py-3 first:border-t-0">
          <p className="flex flex-wrap items-center gap-3">
            <StandingPill standing={to} />
            <span className="text-base text-muted">
              <Instant iso={at} />
              {cause === 'OFFICER' && (
                <>
                  {' · '}
                  <bdi>{actorName}</bdi>
                </>
              )}
            </span>
          </p>
          <p className="mt-1" dir="auto">
            {cause === 'OFFICER' ? why : t(cause === 'EXTRACT' ? 'standing.by.extract' : 'standing.by.end')}
          </p>
          {evidence !== null && <p className="text-base text-muted">{t('standing.proof', { evidence })}</p>}
        </li>
      ))}
    </ol>
  );
}
