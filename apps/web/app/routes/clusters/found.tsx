import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press, type Asked } from '../../ask.server.js';
import { foundMutation } from '../../features/clusters/mutations.js';
import { foundingQuery, LEGAL_FORMS } from '../../features/clusters/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  return { ...(await ask(asked, foundingQuery, {})), next: crypto.randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const legalForm = LEGAL_FORMS.find((one) => one === text('legalForm')) ?? 'cooperative';
  const id = text('id');
  const found = () =>
    attempt(asked, foundMutation, {
      // What it takes is said next, role by role, where its members are invited.
      input: { id, name: text('name'), nameAr: text('nameAr') || null, legalForm, ice: text('ice').replace(/\s/g, '') || null, address: text('address'), city: text('city'), regionCode: text('regionCode'), branch: text('branch'), rules: text('rules'), feeBp: 0 },
    });
  return press(asked, form, { found }, `clusters/${encodeURIComponent(id)}/members?done=found`);
}

/** An artisan founds a grouping and is its first coordinator. The id travels in the form, so that a second press founds no second one. */
export default function FoundCluster() {
  const { regions, branches, next } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('cluster.found')} lead={t('cluster.found.lead')} width="text">
      <title>{text('cluster.found')}</title>
      <FormBox refusal={refusal} className="grid gap-4">
        <input type="hidden" name="id" value={refusal?.typed.id ?? next} />
        <Field name="name" label={t('cluster.found.name')} hint={t('cluster.found.name.hint')} dir="auto" />
        <Field name="nameAr" label={t('cluster.found.nameAr')} lang="ar" dir="rtl" optional />
        <Select name="legalForm" label={t('cluster.form')}>
          {LEGAL_FORMS.map((form) => (
            <option key={form} value={form}>
              {t(`cluster.form.${form}`)}
            </option>
          ))}
        </Select>
        <Field name="ice" label={t('cluster.found.ice')} hint={t('cluster.found.ice.hint')} inputMode="numeric" dir="ltr" optional />
        <Field name="address" label={t('cluster.found.address')} />
        <Field name="city" label={t('cluster.found.city')} />
        <Select name="regionCode" label={t('training.region')}>
          {regions.map((region) => (
            <option key={region.code} value={region.code}>
              {region[lang]}
            </option>
          ))}
        </Select>
        <Select name="branch" label={t('piece.branch')}>
          {branches.map((branch) => (
            <option key={branch.code} value={branch.code}>
              {branch[lang]}
            </option>
          ))}
        </Select>
        <TextField name="rules" label={t('cluster.found.rules')} hint={t('cluster.found.rules.hint')} rows={5} />
        <div>
          <Button intent="found">{t('cluster.found.do')}</Button>
        </div>
      </FormBox>
    </Page>
  );
}
