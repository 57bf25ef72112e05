import { randomUUID } from 'node:crypto';
import { Form, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press, type Refusal } from '../../ask.server.js';
import { publishRuleMutation, retireRuleMutation, ruleVersionsQuery, type RuleVersion } from '../../features/inspection/desk-queries.js';
import { RuleForm, ruleTyped } from '../../features/inspection/rule-form.js';
import { myCentres } from '../../features/training/desk.server.js';
import { today } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox } from '../../ui/form.js';
import { Page, Section, TableBox } from '../../ui/page.js';

async function chosen(asked: LoaderFunctionArgs) {
  const [centre] = await myCentres(asked);
  const type = new URL(asked.request.url).searchParams.get('type') || centre?.productTypes[0] || 'carpets';
  return { centreId: centre?.id ?? null, type, types: centre?.productTypes ?? null };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { centreId, type, types } = await chosen(asked);
  const { ruleVersions, branches } = await ask(asked, ruleVersionsQuery, { productType: type, centreId });
  return { rules: ruleVersions, types: branches.filter(({ code }) => types === null || types.includes(code)), type, centreId, day: today(), ruleId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const { centreId, type } = await chosen(asked);
  const writes = {
    publish: () => attempt(asked, publishRuleMutation, { input: ruleTyped(form, type, centreId, today()) }),
    retire: () => attempt(asked, retireRuleMutation, { ruleId: String(form.get('ruleId') ?? ''), lastDay: String(form.get('lastDay') ?? '') }, () => 'lastDay'),
  };
  return press(asked, form, writes, `inspection/rules?type=${encodeURIComponent(type)}&done=saved`);
}

/** The checklist of a type as it stood, stands and will stand, and the form for its next version. */
export default function Rules() {
  const { rules, types, type, centreId, day, ruleId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  return (
    <Page title={t('inspection.rules')} lead={t('rules.lead')}>
      <title>{text('inspection.rules')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      <Form method="get" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
        <select name="type" defaultValue={type} aria-label={text('inspection.type')} className="min-h-14 border border-ink bg-lime px-2">
          {types.map((one) => (
            <option key={one.code} value={one.code}>
              {one[lang]}
            </option>
          ))}
        </select>
        <Button look="second">{t('inspection.show')}</Button>
      </Form>
      <Versions rules={rules} centreId={centreId} refusal={refusal} />
      <Section title={t('rules.new')}>
        <RuleForm ruleId={ruleId} day={day} own={centreId !== null} refusal={refusal} />
      </Section>
    </Page>
  );
}

function Versions({ rules, centreId, refusal }: { rules: readonly RuleVersion[]; centreId: string | null; refusal: Refusal | undefined }) {
  const { t, text, lang } = useMessages();
  return (
    <TableBox label={text('inspection.rules')}>
      <thead>
        <tr>
          <th scope="col">{t('certificate.rule')}</th>
          <th scope="col">{t('rules.limit')}</th>
          <th scope="col">{t('rules.source')}</th>
          <th scope="col">{t('rules.days')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              {rule[lang]} {!rule.required && <span className="text-muted">{t('form.optional')}</span>}
              <span className="block text-sm text-muted">
                <bdi>{rule.code}</bdi> · {rule.centreId === null ? t('rules.law') : t('rules.own')}
                {rule.variants !== null && <bdi> · {rule.variants.join(', ')}</bdi>}
              </span>
            </td>
            <td>
              <bdi>{rule.limitMax === null ? '–' : `${rule.limitExclusive ? '<' : '≤'} ${rule.limitMax} ${rule.unit ?? ''}`}</bdi>
            </td>
            <td>
              <bdi>{rule.source}</bdi>
              <span className="block text-sm text-muted">
                <Day iso={rule.checkedOn} form="short" /> · {t(`rules.${rule.confidence}`)}
              </span>
            </td>
            <td>
              <Day iso={rule.validFrom} /> {rule.validUntil !== null && <>– <Day iso={rule.validUntil} /></>}
              {rule.centreId === centreId && rule.validUntil === null && (
                <FormBox refusal={refusal} scope={`retire-${rule.id}`} className="mt-2">
                  <input type="hidden" name="ruleId" value={rule.id} />
                  <Field name="lastDay" type="date" label={t('rules.lastDay')} />
                  <Button intent="retire" look="second" className="mt-2">
                    {t('rules.retire')}
                  </Button>
                </FormBox>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
