import { randomUUID } from 'node:crypto';
import { Form, Link, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { saveSessionMutation } from '../../features/training/desk-queries.js';
import { chosenCentre, myCentres, sessionTyped } from '../../features/training/desk.server.js';
import { trainingsQuery, type TrainingState } from '../../features/training/queries.js';
import { Choice } from '../../features/inspection/choice.js';
import { SessionCard } from '../../features/training/session-card.js';
import { SessionForm } from '../../features/training/session-form.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, buttonLook } from '../../ui/button.js';
import { Empty, Page, Section } from '../../ui/page.js';

const EVERY: TrainingState[] = ['OPEN', 'CLOSED', 'CANCELLED'];

export async function loader(asked: LoaderFunctionArgs) {
  const { own, read } = await myCentres(asked);
  const after = new URL(asked.request.url).searchParams.get('after');
  const found = await ask(asked, trainingsQuery, { after, filter: { centreId: chosenCentre(asked, read)?.id ?? (own.length === 1 ? own[0]!.id : null), states: EVERY }, sort: 'LATEST' });
  return { ...found, centres: own, read, id: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const input = sessionTyped(form, String(form.get('id') ?? ''));
  return press(asked, form, { save: () => attempt(asked, saveSessionMutation, { input }) }, `inspection/training/${input.id}?done=saved`);
}

/** A centre's own sessions, the latest first, and the form for the next. */
export default function TrainingDesk() {
  const { trainingSessions, branches, regions, centres, read, id } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const { nodes, endCursor, hasNextPage } = trainingSessions;
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  return (
    <Page title={t('training.desk')} width="text">
      <title>{text('training.desk')}</title>
      {read.length > 1 && (
        <Form method="get" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
          <Choice name="centre" label={text('training.centre')} chosen={search.get('centre')} options={[['', text('inspection.centre.any')], ...read.map((centre): [string, string] => [centre.id, centre[lang]])]} />
          <Button look="second">{t('inspection.show')}</Button>
        </Form>
      )}
      {centres.length === 0 && nodes.length > 0 && <p className="mb-4 border-s-4 border-saffron ps-3 text-base">{t('training.desk.read')}</p>}
      {nodes.length === 0 && <Empty title={t('training.desk.none')}>{t(centres.length === 0 ? 'training.desk.read' : 'training.desk.none.lead')}</Empty>}
      <ul>
        {nodes.map((session) => (
          <SessionCard key={session.id} session={session} words={{ branches, regions }} to={`/${lang}/inspection/training/${session.id}`} />
        ))}
      </ul>
      {hasNextPage && (
        <Link to={`?${next}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.more')}
        </Link>
      )}
      {centres.length > 0 && (
        <Section title={t('training.new')}>
          <SessionForm key={id} id={id} centres={centres} words={{ branches, regions }} session={null} refusal={refusal} />
        </Section>
      )}
    </Page>
  );
}
