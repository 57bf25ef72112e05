import { randomUUID } from 'node:crypto';
import { Form, useActionData, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { Choice } from '../../features/inspection/choice.js';
import { assessMutation, cancelTrainingMutation, closeTrainingMutation, rollMutation, rollQuery, saveSessionMutation } from '../../features/training/desk-queries.js';
import { myCentres, sessionTyped } from '../../features/training/desk.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { trainingQuery, type EnrolmentState } from '../../features/training/queries.js';
import { CallRoll, isSeated, Learners } from '../../features/training/roll.js';
import { SessionForm } from '../../features/training/session-form.js';
import { Seats } from '../../features/training/session-card.js';
import { titleIn } from '../../features/training/words.js';
import { addDays, today } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Days } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { Done } from '../../ui/done.js';
import { FormBox, TextField } from '../../ui/form.js';
import { chosenIn } from '../../ui/narrow.js';
import { Empty, Page, Section } from '../../ui/page.js';

const STATES: Readonly<Record<'seated' | 'WAITING' | 'COMPLETED' | 'NOT_COMPLETED', EnrolmentState[]>> = {
  seated: ['ENROLLED', 'COMPLETED', 'NOT_COMPLETED'], WAITING: ['WAITING'], COMPLETED: ['COMPLETED'], NOT_COMPLETED: ['NOT_COMPLETED'],
};
const CHOICES = Object.keys(STATES) as (keyof typeof STATES)[];

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const { request } = asked;
  const state = chosenIn(request, 'state', CHOICES);
  const search = { sessionId: id, after: afterIn(request), states: state && STATES[state], query: new URL(request.url).searchParams.get('q') || null, sort: chosenIn(request, 'sort', ['name'] as const) === null ? ('ASKED' as const) : ('NAME' as const) };
  const [found, { trainingRoll: roll }, { own: centres }] = await Promise.all([ask(asked, trainingQuery, { id }), ask(asked, rollQuery, search), myCentres(asked)]);
  const { startsOn, endsOn } = found.trainingSession;
  const days: string[] = [];
  for (let day = startsOn; day <= endsOn && day <= today(); day = addDays(day, 1)) days.push(day);
  return { ...found, roll, centres, days, begun: startsOn <= today(), over: endsOn <= today(), ids: roll.nodes.map(() => randomUUID()) };
}

export async function action(asked: LoaderFunctionArgs) {
  const sessionId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const writes = {
    roll: () => attempt(asked, rollMutation, { input: { sessionId, day: text('day'), present: form.getAll('present').map(String), among: form.getAll('among').map(String) } }),
    assess: () => attempt(asked, assessMutation, { input: { id: text('assessmentId'), enrolmentId: text('enrolmentId'), met: form.getAll('met').map(String), note: null } }),
    close: () => attempt(asked, closeTrainingMutation, { sessionId }),
    cancel: () => attempt(asked, cancelTrainingMutation, { sessionId, reason: text('reason') }),
    save: () => attempt(asked, saveSessionMutation, { input: sessionTyped(form, sessionId) }),
  };
  // Back to the part of the roll she was at.
  const search = new URL(asked.request.url).searchParams;
  search.set('done', 'saved');
  return press(asked, form, writes, `inspection/training/${sessionId}?${search}`);
}

/** One session at its centre: the roll of the day, who has shown what, and its end. */
export default function TrainingRoll() {
  const { trainingSession: session, branches, regions, roll, centres, days, begun, over, ids } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const narrowed = ['after', 'state', 'q'].some((name) => search.get(name));
  // Whoever only reads is offered nothing that the house would refuse.
  const open = session.state === 'OPEN' && centres.some(({ id }) => id === session.centre.id);
  return (
    <Page title={<span dir="auto">{titleIn(lang, session)}</span>} width="text">
      <title>{text('training.desk')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <Seats session={session} />
        <span className="text-muted">
          <Days from={session.startsOn} to={session.endsOn} /> · <bdi>{session.place}</bdi>
        </span>
      </p>
      {open && days.length > 0 && roll.nodes.some(isSeated) && (
        <Section title={t('roll.title')}>
          {(roll.hasNextPage || narrowed) && <p className="mb-3 text-base text-muted">{t('roll.part')}</p>}
          <CallRoll lines={roll.nodes} days={days} refusal={refusal} />
        </Section>
      )}
      <Section title={t('roll.learners')}>
        <NarrowRoll />
        {open && begun && !over && <p className="mb-3 text-base text-muted">{t('roll.assess.later', { day: <Day iso={session.endsOn} /> })}</p>}
        {roll.nodes.length === 0 ? <Empty title={t('roll.none')}>{t(narrowed ? 'roll.none.narrowed' : 'roll.none.lead')}</Empty> : <Learners lines={roll.nodes} session={session} open={open && over} ids={ids} refusal={refusal} />}
        <More page={roll} />
      </Section>
      {open && days.length > 0 && (
        <Section title={t('roll.close')}>
          <FormBox refusal={refusal} scope="close">
            <p className="mb-3 text-base text-muted">{t('roll.close.lead')}</p>
            <Button intent="close">{t('roll.close.go')}</Button>
          </FormBox>
        </Section>
      )}
      {open && !begun && (
        <Section title={t('training.change')}>
          <SessionForm id={session.id} centres={centres} words={{ branches, regions }} session={session} refusal={refusal} />
        </Section>
      )}
      {open && roll.nodes.every(({ completionNumber }) => completionNumber === null) && (
        <Section title={t('training.cancel')}>
          <FormBox refusal={refusal} scope="cancel" className="grid gap-4">
            <TextField name="reason" label={t('training.cancel.reason')} hint={t('training.cancel.hint')} rows={2} />
            <div>
              <Button intent="cancel" look="danger">
                {t('training.cancel.go')}
              </Button>
            </div>
          </FormBox>
        </Section>
      )}
    </Page>
  );
}

/** Whom of the roll to show, and in which order. */
function NarrowRoll() {
  const { t, text } = useMessages();
  const [search] = useSearchParams();
  return (
    <div className="mb-6">
      <Chips name="state" label={text('inspection.state')} options={[['', text('inspection.state.all')], ...CHOICES.map((state): [string, string] => [state, text(state === 'seated' ? 'roll.seated' : `enrolment.${state}`)])]} />
      <Form method="get" role="search" className="flex flex-wrap gap-3" key={search.toString()}>
        {search.get('state') !== null && <input type="hidden" name="state" value={search.get('state')!} />}
        <input type="search" name="q" defaultValue={search.get('q') ?? ''} aria-label={text('roll.search')} placeholder={text('roll.search')} dir="auto" className="min-h-14 min-w-0 flex-1 basis-60 border border-ink bg-lime px-3" />
        <Choice name="sort" label={text('inspection.sort')} chosen={search.get('sort')} options={[['', text('roll.sort.asked')], ['name', text('roll.sort.name')]]} />
        <Button look="second">{t('inspection.show')}</Button>
      </Form>
    </div>
  );
}
