import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { approveResponsibleMutation, endResponsibleMutation, houseResponsibleQuery, proposeResponsibleMutation } from '../../features/export/law-queries.js';
import { Responsible } from '../../features/export/responsible.js';
import { useShell } from '../../features/shell/shell.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox } from '../../ui/form.js';
import { Page, Section } from '../../ui/page.js';

const DONE: Readonly<Record<string, string>> = { approve: 'responsibleApproved', end: 'responsibleEnded' };

export async function loader(asked: LoaderFunctionArgs) {
  return { people: (await ask(asked, houseResponsibleQuery, {})).houseResponsible, id: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const id = text('id');
  const writes = {
    propose: () => attempt(asked, proposeResponsibleMutation, { input: { id, name: text('name'), postalAddress: text('postalAddress'), electronicAddress: text('electronicAddress') } }),
    approve: () => attempt(asked, approveResponsibleMutation, { id }),
    end: () => attempt(asked, endResponsibleMutation, { id }),
  };
  return press(asked, form, writes, `export/responsible?done=${DONE[text('intent')] ?? 'responsibleProposed'}`);
}

/** Who answers in the European Union for exporters without a person of their own. */
export default function HouseResponsiblePage() {
  const { people, id } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  const { me } = useShell();
  const isAdmin = me?.roles.includes('admin') ?? false;
  const answers = people.some(({ state }) => state === 'in_force');
  return (
    <Page title={t('responsible.title')} lead={t('responsible.lead')} width="text">
      <title>{text('responsible.title')}</title>
      <Done words={['responsibleProposed', 'responsibleApproved', 'responsibleEnded']} refused={refusal !== undefined} />
      {!answers && <p className="mb-6 border-s-4 border-terracotta bg-plaster p-4">{t('responsible.none')}</p>}
      {people.map((person) => (
        <Responsible key={person.id} person={person} refusal={refusal} isAdmin={isAdmin} />
      ))}
      {isAdmin && (
        <Section title={t('responsible.propose')}>
          <FormBox refusal={refusal} scope="propose" className="grid gap-4">
            <input type="hidden" name="id" value={id} />
            <p>{t('twoPeople.lead')}</p>
            <Field name="name" label={t('responsible.name')} hint={t('responsible.name.hint')} />
            <Field name="postalAddress" label={t('responsible.postal')} hint={t('responsible.postal.hint')} />
            <Field name="electronicAddress" label={t('responsible.electronic')} hint={t('responsible.electronic.hint')} dir="ltr" />
            <div>
              <Button intent="propose">{t('responsible.propose.go')}</Button>
            </div>
          </FormBox>
        </Section>
      )}
    </Page>
  );
}
