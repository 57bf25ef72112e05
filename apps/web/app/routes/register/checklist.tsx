import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press, type Asked } from '../../ask.server.js';
import { checklistQuery, endLineMutation, saveLineMutation } from '../../features/claim/queries.js';
import { LineForm, Lines } from '../../features/register/checklist.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  return { lines: (await ask(asked, checklistQuery, {})).checklistVersions, today: new Date().toISOString().slice(0, 10) };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const input = { code: text('code'), kind: text('kind'), en: text('en'), fr: text('fr'), ar: text('ar'), required: form.has('required'), position: Number(text('position')) || 0, validFrom: text('validFrom') || null };
  const writes = {
    save: () => attempt(asked, saveLineMutation, { input }),
    end: () => attempt(asked, endLineMutation, { input: { code: text('code'), lastDay: text('lastDay') } }),
  };
  return press(asked, form, writes, 'register/checklist?done=saved');
}

/** The operator says what chambers ask of artisans; each change has its day, and yesterday stays as it was. */
export default function Checklist() {
  const { lines, today } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('checklist.title')} lead={t('checklist.lead')} width="text">
      <title>{text('checklist.title')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      <Lines lines={lines} today={today} refusal={refusal} />
      <Section title={t('checklist.add')}>
        <LineForm key={lines.length} refusal={refusal} />
      </Section>
    </Page>
  );
}
