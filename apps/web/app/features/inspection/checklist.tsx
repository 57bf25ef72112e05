import type { Refusal } from '../../ask.server.js';
import { formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, TextField } from '../../ui/form.js';
import { Source } from '../../ui/source.js';
import { decimals } from '../certificate/measured.js';
import type { Outcome, Rule } from './queries.js';

const OUTCOMES: readonly Outcome[] = ['MET', 'NOT_MET', 'NOT_SEEN'];

/** One rule a line: a figure to measure or a thing to see, with the text it comes from. */
export function Checklist({ rules, lookId, refusal }: { rules: readonly Rule[]; lookId: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="record" className="grid gap-6">
      <input type="hidden" name="lookId" value={refusal?.typed.lookId ?? lookId} />
      {rules.map((rule) => {
        if (rule.kind === 'measurement') return <Measurement key={rule.code} rule={rule} />;
        return rule.kind === 'statement' ? <Statement key={rule.code} rule={rule} /> : <Observation key={rule.code} rule={rule} refusal={refusal} />;
      })}
      <Field name="place" label={t('record.place')} optional />
      <TextField name="note" label={t('record.note')} optional rows={3} />
      <div>
        <Button intent="record">{t('record.save')}</Button>
      </div>
    </FormBox>
  );
}

function Measurement({ rule }: { rule: Rule }) {
  const { t, lang } = useMessages();
  const limit = rule.limitMax === null ? null : t(rule.limitExclusive ? 'record.below' : 'record.atMost', { limit: `${formatNumber(lang, rule.limitMax, decimals(rule.limitMax))} ${rule.unitName ?? ''}` });
  const hint = (
    <>
      {limit} <Source name={rule.sourceName} />
    </>
  );
  return <Field name={`value-${rule.code}`} label={`${rule[lang]}${rule.unitName === null ? '' : ` (${rule.unitName})`}`} hint={hint} optional={!rule.required} inputMode="decimal" dir="ltr" />;
}

/** Written in words: fibres, a species, a plot of land. */
function Statement({ rule }: { rule: Rule }) {
  const { t, lang } = useMessages();
  const hint = (
    <>
      {rule.form !== null && <>{t(`record.form.${rule.form}`)} </>}
      <Source name={rule.sourceName} />
    </>
  );
  return <Field name={`text-${rule.code}`} label={rule[lang]} hint={hint} optional={!rule.required} />;
}

function Observation({ rule, refusal }: { rule: Rule; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  const name = `outcome-${rule.code}`;
  return (
    <fieldset>
      <legend className="font-medium">
        {rule[lang]} {!rule.required && <span className="font-normal text-muted">{t('form.optional')}</span>}
      </legend>
      <p className="text-base text-muted">
        <Source name={rule.sourceName} />
      </p>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {OUTCOMES.map((outcome) => (
          <label key={outcome} className="flex min-h-14 items-center gap-2">
            <input id={outcome === 'MET' ? `record-${name}` : undefined} type="radio" name={name} value={outcome} defaultChecked={refusal?.typed[name] === outcome} className="size-6 accent-indigo" />
            {t(`verdict.${outcome}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
