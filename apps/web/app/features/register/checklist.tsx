import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox, Select, Tick } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import type { ChecklistLine } from '../claim/queries.js';

const KINDS = ['accept', 'text', 'document', 'contact', 'bank'] as const;

export function Lines({ lines, today, refusal }: { lines: readonly ChecklistLine[]; today: string; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <ul>
      {lines.map((line) => {
        const over = line.validUntil !== null && line.validUntil < today;
        return (
          <li key={`${line.code}-${line.validFrom}`} className="border-t border-line py-4 first:border-t-0">
            <p className="flex flex-wrap items-center gap-3">
              <span className={over ? 'text-muted' : 'text-lg'}>{line[lang]}</span>
              <Pill tone={over ? 'plain' : line.required ? 'done' : 'waiting'}>{t(over ? 'checklist.over' : line.required ? 'checklist.required' : 'checklist.optional')}</Pill>
            </p>
            <p className="text-base text-muted">
              <bdi>{line.code}</bdi> · {t(`checklist.kind.${line.kind}`)} · {t('checklist.from', { day: <Day iso={line.validFrom} /> })}
              {line.validUntil !== null && <> · {t('checklist.until', { day: <Day iso={line.validUntil} /> })}</>}
            </p>
            {line.validUntil === null && (
              <details className="mt-2">
                <summary className={`min-h-12 cursor-pointer py-2 ${linkLook}`}>{t('checklist.change')}</summary>
                <LineForm line={line} refusal={refusal} />
                <FormBox refusal={refusal} scope={`end-${line.code}`} className="mt-6 flex flex-wrap items-end gap-3">
                  <input type="hidden" name="code" value={line.code} />
                  <Field name="lastDay" type="date" label={t('checklist.lastDay')} dir="ltr" />
                  <Button intent="end" look="danger">
                    {t('checklist.end')}
                  </Button>
                </FormBox>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A new line, or the successor of one. */
export function LineForm({ line, refusal }: { line?: ChecklistLine; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`line-${line?.code ?? 'new'}`} className="grid gap-4">
      {line === undefined ? (
        <>
          <Field name="code" label={t('checklist.code')} hint={t('checklist.code.hint')} dir="ltr" autoComplete="off" maxLength={40} />
          <Select name="kind" label={t('checklist.kind')}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`checklist.kind.${kind}`)}
              </option>
            ))}
          </Select>
        </>
      ) : (
        <>
          <input type="hidden" name="code" value={line.code} />
          <input type="hidden" name="kind" value={line.kind} />
        </>
      )}
      <Field name="ar" label={t('checklist.ar')} lang="ar" dir="rtl" defaultValue={line?.ar} />
      <Field name="fr" label={t('checklist.fr')} lang="fr" defaultValue={line?.fr} />
      <Field name="en" label={t('checklist.en')} lang="en" defaultValue={line?.en} />
      <Field name="position" type="number" min={1} max={99} label={t('checklist.position')} dir="ltr" className="max-w-32" defaultValue={line?.position ?? 9} />
      <Tick name="required" label={t('checklist.required')} defaultChecked={line?.required ?? true} />
      <Field name="validFrom" type="date" label={t('checklist.validFrom')} hint={t('checklist.validFrom.hint')} dir="ltr" className="max-w-56" optional />
      <div>
        <Button intent="save">{t('checklist.save')}</Button>
      </div>
    </FormBox>
  );
}
