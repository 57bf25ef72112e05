import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, Tick } from '../../ui/form.js';
import type { Named } from '../certificate/queries.js';

const KINDS = ['OBSERVATION', 'MEASUREMENT', 'STATEMENT'] as const;

/** A rule, or a new version of one: what it asks, where it comes from, from which day. */
export function RuleForm({ ruleId, day, own, variants, refusal }: { ruleId: string; day: string; own: boolean; variants: readonly (Named & { code: string })[]; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <FormBox refusal={refusal} scope="rule" className="grid gap-4">
      <input type="hidden" name="ruleId" value={refusal?.typed.ruleId ?? ruleId} />
      <Field name="code" label={t('rules.code')} hint={t(own ? 'rules.code.own' : 'rules.code.law')} dir="ltr" defaultValue={own ? 'own-' : ''} />
      <Select name="variant" label={t('rules.variant')}>
        <option value="">{t('rules.variant.every')}</option>
        {variants.map((one) => (
          <option key={one.code} value={one.code}>
            {one[lang]}
          </option>
        ))}
      </Select>
      <Select name="kind" label={t('rules.kind')}>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`rules.${kind}`)}
          </option>
        ))}
      </Select>
      <Field name="fr" label={t('rules.fr')} lang="fr" dir="ltr" />
      <Field name="ar" label={t('rules.ar')} lang="ar" dir="rtl" />
      <Field name="en" label={t('rules.en')} lang="en" dir="ltr" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="unit" label={t('rules.unit')} hint={t('rules.unit.hint')} optional dir="ltr" />
        <Field name="limitMax" label={t('rules.limit')} optional inputMode="decimal" dir="ltr" />
        <Field name="plausibleMin" label={t('rules.least')} optional inputMode="decimal" dir="ltr" />
        <Field name="plausibleMax" label={t('rules.most')} optional inputMode="decimal" dir="ltr" />
      </div>
      <Tick name="limitExclusive" label={t('rules.below')} />
      <Tick name="required" label={t('rules.required')} defaultChecked />
      <Field name="source" label={t('rules.source')} hint={t('rules.source.hint')} />
      <Field name="validFrom" type="date" label={t('rules.from')} hint={t('rules.from.hint')} defaultValue={day} />
      <div>
        <Button intent="publish">{t('rules.publish')}</Button>
      </div>
    </FormBox>
  );
}
