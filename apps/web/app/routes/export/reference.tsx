import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { approveReferenceMutation, proposeReferenceMutation, referenceQuery, refuseReferenceMutation } from '../../features/export/law-queries.js';
import { Proposal } from '../../features/export/proposal.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox, TextField } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';

const DONE: Readonly<Record<string, string>> = { approve: 'lawApproved', refuse: 'lawRefused' };

export async function loader(asked: LoaderFunctionArgs) {
  const { referenceProposals, referenceDue } = await ask(asked, referenceQuery, {});
  return { proposals: referenceProposals, due: referenceDue, id: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const id = text('id');
  const writes = {
    propose: () => attempt(asked, proposeReferenceMutation, { input: { id, file: text('file').trim(), text: text('text') } }),
    approve: () => attempt(asked, approveReferenceMutation, { id }),
    refuse: () => attempt(asked, refuseReferenceMutation, { id, reason: text('reason') }),
  };
  return press(asked, form, writes, `export/reference?done=${DONE[text('intent')] ?? 'lawProposed'}`);
}

/** Rates, codes and rules: what needs a look, what somebody proposed, and the second person's yes. */
export default function Reference() {
  const { proposals, due, id } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('reference.title')} lead={t('reference.lead')} width="text">
      <title>{text('reference.title')}</title>
      <Done words={['lawProposed', 'lawApproved', 'lawRefused']} refused={refusal !== undefined} />
      <Section title={t('reference.proposals')}>
        {proposals.length === 0 && <Empty title={t('reference.none')}>{t('reference.none.lead')}</Empty>}
        {proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} refusal={refusal} />
        ))}
      </Section>
      <Section title={t('reference.propose')}>
        <FormBox refusal={refusal} scope="propose" className="grid gap-4">
          <input type="hidden" name="id" value={id} />
          <p>{t('twoPeople.lead')}</p>
          <Field name="file" label={t('reference.file')} hint={t('reference.file.hint')} dir="ltr" />
          <TextField name="text" label={t('reference.text')} hint={t('reference.text.hint')} rows={8} dir="ltr" />
          <div>
            <Button intent="propose">{t('reference.propose.go')}</Button>
          </div>
        </FormBox>
      </Section>
      <Section title={t('reference.due')}>
        {due.length === 0 ? (
          <p>{t('reference.due.none')}</p>
        ) : (
          <ul>
            {due.map(({ name, why, day }) => (
              <li key={`${name}-${why}`} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2">
                <bdi dir="ltr">{name}</bdi>
                <span className="text-muted">
                  {t(`reference.due.${why}`)} <Day iso={day} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
