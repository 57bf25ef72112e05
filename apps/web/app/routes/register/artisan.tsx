import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { agentsOf } from '../../features/mandates/agents.server.js';
import { AskMandate, proposalIn } from '../../features/mandates/ask-mandate.js';
import { proposeMandateMutation } from '../../features/mandates/mutations.js';
import { EntryFacts } from '../../features/register/entry-facts.js';
import { entryQuery, requestsOfQuery, setStandingMutation, type Standing } from '../../features/register/queries.js';
import { RequestsOf } from '../../features/register/requests-of.js';
import { History, StandingForm, StandingPill } from '../../features/register/standing.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const answer = await ask(asked, entryQuery, { id: asked.params.id ?? '' });
  // A chamber asks for a mandate of the artisans of its own region.
  const agent = (await agentsOf(asked)).find(({ kind, id }) => kind === 'CHAMBER' && id === answer.artisan.regionCode) ?? null;
  const requests = (await askGently(asked, requestsOfQuery, { artisanId: answer.artisan.id }))?.claimHistory.nodes ?? [];
  return { answer, agent, requests, decisionId: randomUUID(), mandateId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const artisanId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const input = { id: text('id'), artisanId, from: text('from') as Standing, to: text('to') as Standing, why: text('why'), evidence: text('evidence') || null, validUntil: text('validUntil') || null };
  if (text('intent') === 'mandate-propose') return press(asked, form, { 'mandate-propose': () => attempt(asked, proposeMandateMutation, { input: proposalIn(form) }) }, `register/${artisanId}?done=asked`);
  return press(asked, form, { standing: () => attempt(asked, setStandingMutation, { input }) }, `register/${artisanId}?done=standing`);
}

export default function RegisterEntry() {
  const { answer, agent, requests, decisionId, mandateId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, lang } = useMessages();
  const entry = answer.artisan;
  const [name, otherName] = lang === 'ar' ? [entry.nameArabic ?? entry.nameLatin, entry.nameLatin] : [entry.nameLatin ?? entry.nameArabic, entry.nameArabic];
  return (
    <Page title={<bdi>{name}</bdi>} lead={<bdi lang={lang === 'ar' ? 'fr' : 'ar'}>{otherName}</bdi>} width="text">
      <title>{entry.identifier}</title>
      <Done words={['standing', 'asked']} refused={refusal !== undefined} />
      <StandingPill standing={entry.standing} />
      <EntryFacts answer={answer} />
      <Section title={t('standing.change')}>
        <StandingForm key={decisionId} entry={entry} decisionId={decisionId} refusal={refusal} />
      </Section>
      <Section title={t('standing.history')}>
        <History history={entry.history} />
      </Section>
      {requests.length > 0 && (
        <Section title={t('claims.of')}>
          <RequestsOf requests={requests} />
        </Section>
      )}
      {agent !== null && (
        <Section title={t('mandate.ask')}>
          <AskMandate key={mandateId} agent={agent} mandateId={mandateId} refusal={refusal}>
            <input type="hidden" name="artisanId" value={entry.id} />
          </AskMandate>
        </Section>
      )}
    </Page>
  );
}
