import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { MyEnrolments } from '../../features/training/my-enrolments.js';
import { leaveMutation, myTrainingQuery, type EnrolmentState } from '../../features/training/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { linkLook } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';

const STATES: Readonly<Record<'coming' | 'COMPLETED' | 'NOT_COMPLETED' | 'given-up', EnrolmentState[]>> = {
  coming: ['ENROLLED', 'WAITING'], COMPLETED: ['COMPLETED'], NOT_COMPLETED: ['NOT_COMPLETED'], 'given-up': ['LEFT', 'CANCELLED'],
};
const CHOICES = Object.keys(STATES) as (keyof typeof STATES)[];
const SORTS = { soonest: 'SOONEST', latest: 'LATEST' } as const;

export async function loader(asked: LoaderFunctionArgs) {
  const { request } = asked;
  const state = chosenIn(request, 'state', CHOICES);
  const sort = chosenIn(request, 'sort', ['soonest', 'latest'] as const);
  return (await ask(asked, myTrainingQuery, { first: 24, after: afterIn(request), states: state && STATES[state], sessionId: null, sort: sort === null ? 'NEWEST' : SORTS[sort] })).myTraining;
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const search = new URL(asked.request.url).searchParams;
  search.set('done', 'left');
  return press(asked, form, { leave: () => attempt(asked, leaveMutation, { enrolmentId: String(form.get('enrolmentId') ?? '') }) }, `training/mine?${search}`);
}

/** Every seat she asked for, and what came of it. */
export default function MyTraining() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const said = (state: keyof typeof STATES): string => text(state === 'coming' || state === 'given-up' ? `training.mine.${state}` : `enrolment.${state}`);
  return (
    <Page title={t('training.mine')} width="text">
      <title>{text('training.mine')}</title>
      <Done words={['left']} refused={refusal !== undefined} />
      <p className="mb-4">
        <Link to={`/${lang}/training`} className={`${linkLook} inline-flex min-h-12 items-center`}>
          {t('training.offered')}
        </Link>
      </p>
      <Chips name="state" label={text('inspection.state')} options={[['', text('inspection.state.all')], ...CHOICES.map((state): [string, string] => [state, said(state)])]} />
      <Narrow kept={['state']} choices={[{ name: 'sort', label: text('inspection.sort'), options: [['', text('training.sort.asked')], ['soonest', text('training.sort.soonest')], ['latest', text('training.sort.latest')]] }]} />
      {page.nodes.length === 0 && <Empty title={t('training.mine.none')}>{t('training.mine.none.lead')}</Empty>}
      <MyEnrolments enrolments={page.nodes} refusal={refusal} />
      <More page={page} />
    </Page>
  );
}
