import { Form, Link, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { MyEnrolments } from '../../features/training/my-enrolments.js';
import { leaveMutation, myTrainingQuery, trainingsQuery } from '../../features/training/queries.js';
import { SessionCard } from '../../features/training/session-card.js';
import { today } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, ButtonLink, buttonLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Empty, Page, Section } from '../../ui/page.js';

/** Of her own, what a page shows that is about others'. */
const FEW = 6;

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const or = (name: string): string | null => search.get(name) || null;
  const filter = { branch: or('branch'), regionCode: or('region'), forWomen: search.has('women') ? true : null, forYouth: search.has('youth') ? true : null, from: today() };
  const found = await ask(asked, trainingsQuery, { after: or('after'), filter, sort: 'SOONEST' });
  const mine = await askGently(asked, myTrainingQuery, { first: FEW, after: null, states: null, sessionId: null, sort: 'NEWEST' });
  return { ...found, mine: mine?.myTraining.nodes ?? [] };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  return press(asked, form, { leave: () => attempt(asked, leaveMutation, { enrolmentId: String(form.get('enrolmentId') ?? '') }) }, 'training?done=left');
}

/** What centres offer, and what she has joined. */
export default function Trainings() {
  const { trainingSessions, branches, regions, mine } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const { nodes, endCursor, hasNextPage } = trainingSessions;
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  return (
    <Page title={t('training.title')} lead={t('training.lead')} width="text">
      <title>{text('training.title')}</title>
      <Done words={['left']} refused={refusal !== undefined} />
      {mine.length > 0 && (
        <Section title={t('training.mine')}>
          <MyEnrolments enrolments={mine} refusal={refusal} />
          <ButtonLink to={`/${lang}/training/mine`} look="second" className="mt-4 w-full">
            {t('training.mine.all')}
          </ButtonLink>
        </Section>
      )}
      <Section title={t('training.offered')}>
        <Form method="get" role="search" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
          <Choice name="branch" values={branches} chosen={search.get('branch')} />
          <Choice name="region" values={regions} chosen={search.get('region')} />
          {(['women', 'youth'] as const).map((who) => (
            <label key={who} className="flex min-h-14 items-center gap-2">
              <input type="checkbox" name={who} defaultChecked={search.has(who)} className="size-6 accent-indigo" />
              {t(`training.${who}`)}
            </label>
          ))}
          <Button look="second">{t('training.find')}</Button>
        </Form>
        {nodes.length === 0 && <Empty title={t('training.none')}>{t('training.none.lead')}</Empty>}
        <ul>
          {nodes.map((session) => (
            <SessionCard key={session.id} session={session} words={{ branches, regions }} to={`/${lang}/training/${session.id}`} />
          ))}
        </ul>
        {hasNextPage && (
          <Link to={`?${next}`} className={buttonLook('second', 'mt-6')}>
            {t('paging.more')}
          </Link>
        )}
      </Section>
    </Page>
  );
}

function Choice({ name, values, chosen }: { name: 'branch' | 'region'; values: readonly { code: string; en: string; fr: string; ar: string }[]; chosen: string | null }) {
  const { text, lang } = useMessages();
  return (
    <select name={name} defaultValue={chosen ?? ''} aria-label={text(`training.${name}`)} className="min-h-14 min-w-0 max-w-full border border-ink bg-lime px-2">
      <option value="">{text(`training.${name}.any`)}</option>
      {values.map((value) => (
        <option key={value.code} value={value.code}>
          {value[lang]}
        </option>
      ))}
    </select>
  );
}
