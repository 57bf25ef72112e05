import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { MyEnrolments } from '../../features/training/my-enrolments.js';
import { entryQuery, joinMutation, leaveMutation, myTrainingQuery, trainingQuery, type TrainingSession } from '../../features/training/queries.js';
import { Audience, Seats } from '../../features/training/session-card.js';
import { titleIn } from '../../features/training/words.js';
import { useShell } from '../../features/shell/shell.js';
import { today } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field, FormBox } from '../../ui/form.js';
import { Facts, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const found = await ask(asked, trainingQuery, { id: asked.params.id ?? '' });
  const mine = await askGently(asked, myTrainingQuery, { first: 1, after: null, states: null, sessionId: found.trainingSession.id, sort: 'NEWEST' });
  const open = found.trainingSession.state === 'OPEN' && found.trainingSession.startsOn >= today();
  return { ...found, open, mine: mine?.myTraining.nodes ?? [], joinId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const sessionId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const writes = {
    join: () => attempt(asked, joinMutation, { input: { id: text('joinId'), sessionId, artisanId: null } }),
    leave: () => attempt(asked, leaveMutation, { enrolmentId: text('enrolmentId') }),
    enrol: async () => {
      const { artisans } = await ask(asked, entryQuery, { query: text('identifier') });
      const her = artisans.nodes.find(({ identifier }) => identifier === text('identifier').toUpperCase()) ?? artisans.nodes[0];
      // A number that is not in her chamber goes to the same refusal as any other wrong one.
      return attempt(asked, joinMutation, { input: { id: text('joinId'), sessionId, artisanId: her?.id ?? randomUUID() } }, () => 'identifier');
    },
  };
  return press(asked, form, writes, `training/${sessionId}?done=${text('intent') === 'leave' ? 'left' : 'joined'}`);
}

export default function Training() {
  const { trainingSession: session, branches, regions, open, mine, joinId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { me } = useShell();
  const joined = mine.some(({ state }) => state !== 'LEFT');
  return (
    <Page title={<span dir="auto">{titleIn(lang, session)}</span>} lead={<span dir="auto">{session.programme}</span>} width="text">
      <title>{text('training.title')}</title>
      <Done words={['joined', 'left']} refused={refusal !== undefined} />
      <Seats session={session} />
      {session.cancelReason !== null && (
        <p className="mt-2 border-s-4 border-terracotta ps-3" dir="auto">
          {session.cancelReason}
        </p>
      )}
      <div className="mt-4">
        <Facts
          rows={[
            [t('training.when'), <span key="w"><Day iso={session.startsOn} /> – <Day iso={session.endsOn} /></span>],
            [t('training.place'), <bdi key="p">{session.place}</bdi>],
            [t('training.centre'), session.centre[lang]],
            [t('training.trainer'), <bdi key="t">{session.trainer}</bdi>],
            [t('training.for'), <Audience key="a" session={session} words={{ branches, regions }} />],
            [t('training.learn'), <Criteria key="c" session={session} />],
            [t('training.presence'), t('training.presence.share', { percent: session.attendancePercent })],
          ]}
        />
      </div>
      {mine.length > 0 && (
        <Section title={t('training.mine')}>
          <MyEnrolments enrolments={mine} refusal={refusal} />
        </Section>
      )}
      {open && !joined && me?.roles.includes('artisan') && (
        <FormBox refusal={refusal} scope="join" className="mt-8">
          <input type="hidden" name="joinId" value={refusal?.typed.joinId ?? joinId} />
          <Button intent="join" className="w-full">
            {session.taken < session.seats ? t('training.join') : t('training.join.wait')}
          </Button>
        </FormBox>
      )}
      {open && me?.roles.includes('officer') && (
        <Section title={t('training.enrol')}>
          <FormBox refusal={refusal} scope="enrol" className="grid gap-4">
            <input type="hidden" name="joinId" value={joinId} />
            <Field name="identifier" label={t('training.identifier')} hint={t('training.identifier.hint')} dir="ltr" />
            <div>
              <Button intent="enrol">{t('training.enrol.go')}</Button>
            </div>
          </FormBox>
        </Section>
      )}
      {open && (me === null || me.guest) && <p className="mt-8 text-muted">{t('training.signIn')}</p>}
    </Page>
  );
}

function Criteria({ session }: { session: TrainingSession }) {
  const { lang } = useMessages();
  return (
    <ul className="list-disc ps-5">
      {session.criteria.map((criterion) => (
        <li key={criterion.code}>{criterion[lang]}</li>
      ))}
    </ul>
  );
}
