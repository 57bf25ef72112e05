import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select } from '../../ui/form.js';

const FIELDS = ['title_en', 'title_fr', 'title_ar', 'hs_code', 'net_weight_grams', 'materials'] as const;

export function readCorrection(form: FormData): { line: number; field: string; value: string; reason: string } {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return { line: Number(text('line')) || 0, field: text('field'), value: text('value'), reason: text('reason') };
}

/** What the papers say of a line from now on, where one was refused for it; the frozen offer stays as it was accepted. */
export function CorrectLine({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <details className="mb-6" open={refusal?.typed.scope === 'correct'}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('correct.title')}</summary>
      <p className="mt-1 max-w-xl text-base text-muted">{t('correct.lead')}</p>
      <FormBox refusal={refusal} scope="correct" className="mt-3 grid max-w-2xl gap-4 sm:grid-cols-2 sm:items-end">
        <Field name="line" type="number" min={1} inputMode="numeric" label={t('correct.line')} dir="ltr" />
        <Select name="field" label={t('correct.field')}>
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {t(`correct.field.${field}`)}
            </option>
          ))}
        </Select>
        <Field name="value" label={t('correct.value')} hint={t('correct.value.hint')} autoComplete="off" />
        <Field name="reason" label={t('correct.reason')} autoComplete="off" />
        <div>
          <Button intent="correct" look="second">
            {t('correct.save')}
          </Button>
        </div>
      </FormBox>
    </details>
  );
}
