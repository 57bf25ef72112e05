import { randomUUID } from 'node:crypto';
import { Form, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press, type Refusal } from '../../ask.server.js';
import { publishRuleMutation, retireRuleMutation, ruleVersionsQuery, type RuleVersion } from '../../features/inspection/desk-queries.js';
import { RuleForm } from '../../features/inspection/rule-form.js';
import { ruleTyped, unreadFigures } from '../../features/inspection/rule-typed.js';
import { Choice } from '../../features/inspection/choice.js';
import { decimals } from '../../features/certificate/measured.js';
import type { Named } from '../../features/certificate/queries.js';
import { chosenCentre, myCentres } from '../../features/training/desk.server.js';
import { unreadProblems } from '../../figures.server.js';
import { formatNumber, today } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox } from '../../ui/form.js';
import { Page, Section } from '../../ui/page.js';
import { Source } from '../../ui/source.js';

async function chosen(asked: LoaderFunctionArgs) {
  const { own, read } = await myCentres(asked);
  const centre = chosenCentre(asked, read) ?? own[0] ?? null;
  const wanted = new URL(asked.request.url).searchParams.get('type');
  const types = centre?.productTypes ?? null;
  const type = wanted && (types === null || types.includes(wanted)) ? wanted : (types?.[0] ?? 'carpets');
  // A centre publishes its own rules; the administration what holds everywhere, whichever centre it looks into.
  return { centreId: centre?.id ?? null, writesFor: own.find(({ id }) => id === centre?.id)?.id ?? null, own, read, type, types };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { centreId, writesFor, own, read, type, types } = await chosen(asked);
  const { ruleVersions, productTypes, inspectionVariants } = await ask(asked, ruleVersionsQuery, { productType: type, centreId });
  return { rules: ruleVersions, types: productTypes.filter(({ code }) => types === null || types.includes(code)), type, centreId, writesFor, everywhere: own.length === 0, read, variants: inspectionVariants.filter(({ productType }) => productType === type), day: today(), ruleId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const { centreId, writesFor, type } = await chosen(asked);
  const rule = ruleTyped(form, type, writesFor, today());
  const unread = unreadProblems(asked, unreadFigures(rule));
  const writes = {
    publish: async () => (unread.length > 0 ? { problems: unread } : attempt(asked, publishRuleMutation, { input: rule }, (field) => (field.startsWith('variants') ? 'variant' : field))),
    retire: () => attempt(asked, retireRuleMutation, { ruleId: String(form.get('ruleId') ?? ''), lastDay: String(form.get('lastDay') ?? '') }, () => 'lastDay'),
  };
  return press(asked, form, writes, `inspection/rules?${new URLSearchParams({ type, ...(centreId === null ? {} : { centre: centreId }), done: 'saved' })}`);
}

/** The checklist of a type as it stood, stands and will stand, and the form for its next version. */
export default function Rules() {
  const { rules, types, type, centreId, writesFor, everywhere, read, variants, day, ruleId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  return (
    <Page title={t('inspection.rules')} lead={t('rules.lead')}>
      <title>{text('inspection.rules')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      <Form method="get" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
        {read.length > 1 && <Choice name="centre" label={text('inspection.centre')} chosen={centreId} options={[...(everywhere ? [['', text('rules.every')] as const] : []), ...read.map((centre): [string, string] => [centre.id, centre[lang]])]} />}
        <Choice name="type" label={text('inspection.type')} chosen={type} options={types.map((one): [string, string] => [one.code, one[lang]])} />
        <Button look="second">{t('inspection.show')}</Button>
      </Form>
      <Versions rules={rules} variants={variants} writesFor={writesFor} refusal={refusal} />
      <Section title={t('rules.new')}>
        <RuleForm ruleId={ruleId} day={day} own={writesFor !== null} variants={variants} refusal={refusal} />
      </Section>
    </Page>
  );
}

function Versions({ rules, variants, writesFor, refusal }: { rules: readonly RuleVersion[]; variants: readonly (Named & { code: string })[]; writesFor: string | null; refusal: Refusal | undefined }) {
  const { t, text, lang } = useMessages();
  return (
    <ul aria-label={text('inspection.rules')}>
      {rules.map((rule) => (
        <li key={rule.id} className="grid gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-2">
          <div className="min-w-0">
            {rule[lang]} {!rule.required && <span className="text-muted">{t('form.optional')}</span>}
            <span className="block text-sm text-muted">
              <bdi>{rule.code}</bdi> · {rule.centreId === null ? t('rules.law') : t('rules.own')}
              {rule.variants !== null && <> · {rule.variants.map((code) => variants.find((one) => one.code === code)?.[lang] ?? code).join(lang === 'ar' ? '، ' : ', ')}</>}
            </span>
            {rule.limitMax !== null && (
              <span className="block">
                <bdi>{`${rule.limitExclusive ? '<' : '≤'} ${formatNumber(lang, rule.limitMax, decimals(rule.limitMax))} ${rule.unitName ?? ''}`}</bdi>
              </span>
            )}
          </div>
          <div className="min-w-0">
            <Source name={rule.sourceName} />
            <span className="block text-sm text-muted">
              <Day iso={rule.checkedOn} form="short" /> · {t(`rules.${rule.confidence}`)}
            </span>
            <span className="block text-sm">
              {t('rules.days')} <Day iso={rule.validFrom} /> {rule.validUntil !== null && <>– <Day iso={rule.validUntil} /></>}
            </span>
            {rule.centreId === writesFor && rule.validUntil === null && (
              <FormBox refusal={refusal} scope={`retire-${rule.id}`} className="mt-2">
                <input type="hidden" name="ruleId" value={rule.id} />
                <Field name="lastDay" type="date" label={t('rules.lastDay')} />
                <Button intent="retire" look="second" className="mt-2">
                  {t('rules.retire')}
                </Button>
              </FormBox>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
