import { randomUUID } from 'node:crypto';
import { Link, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { ask, askGently, attempt, press, type Asked, type Refusal } from '../../ask.server.js';
import { More } from '../../features/clusters/more.js';
import { membersQuery } from '../../features/clusters/queries.js';
import { agentNames, agentsOf } from '../../features/mandates/agents.server.js';
import { AskMandate, proposalIn } from '../../features/mandates/ask-mandate.js';
import { AgentName, Asked as AskedWords, ConsentPill, MandatePill, NameOf } from '../../features/mandates/mandate-parts.js';
import { proposeMandateMutation, withdrawConsentMutation } from '../../features/mandates/mutations.js';
import { actingQuery, CONSENT_STATES, MANDATE_STATES, type Consent, type Mandate } from '../../features/mandates/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox, Select } from '../../ui/form.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page, Section } from '../../ui/page.js';

const NOBODY = { nodes: [] as { artisanId: string; name: string }[], endCursor: null, hasNextPage: false };

export async function loader(asked: Asked) {
  const search = new URL(asked.request.url).searchParams;
  const agents = await agentsOf(asked);
  const agent = agents.find(({ id }) => id === search.get('agent')) ?? agents[0] ?? null;
  if (agent === null) return { agents, agent, names: {}, acting: null, members: NOBODY, mandateId: randomUUID() };
  const names = agents.length > 1 ? await agentNames(asked, agents) : {};
  const acting = await ask(asked, actingQuery, { agentKind: agent.kind, agentId: agent.id, after: search.get('after'), askedAfter: search.get('asked'), state: chosenIn(asked.request, 'state', MANDATE_STATES), askedState: chosenIn(asked.request, 'askedState', CONSENT_STATES) });
  const members = agent.kind === 'CLUSTER' ? ((await askGently(asked, membersQuery, { clusterId: agent.id, after: search.get('members') }))?.clusterMembers ?? NOBODY) : NOBODY;
  return { agents, agent, names, acting, members, mandateId: randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const writes = {
    'mandate-propose': () => attempt(asked, proposeMandateMutation, { input: proposalIn(form) }),
    'consent-withdraw': () => attempt(asked, withdrawConsentMutation, { id: String(form.get('id') ?? '') }),
  };
  const agent = new URL(asked.request.url).searchParams.get('agent');
  const done = form.get('intent') === 'consent-withdraw' ? 'proposal-withdrawn' : 'asked';
  return press(asked, form, writes, `workshop/acting?done=${done}${agent === null ? '' : `&agent=${encodeURIComponent(agent)}`}`);
}

/** For whom an agent may act, what she proposed and what became of it, and the way to ask for a mandate. */
export default function Acting() {
  const { agents, agent, names, acting, members, mandateId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const askedState = useSearchParams()[0].get('askedState');
  return (
    <Page title={t('acting.title')} lead={t('acting.lead')} width="text">
      <title>{text('acting.title')}</title>
      <Done words={['asked', 'given-back', 'proposal-withdrawn']} refused={refusal !== undefined} />
      {agents.length > 1 && (
        <ul className="mb-6 flex flex-wrap gap-4">
          {agents.map(({ kind, id }) => (
            <li key={id}>
              <Link to={`?agent=${encodeURIComponent(id)}`} className={linkLook} aria-current={id === agent?.id ? 'page' : undefined}>
                <AgentName kind={kind} id={id} names={names} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {acting === null && <Empty title={t('acting.nobody')}>{t('acting.nobody.lead')}</Empty>}
      {acting !== null && (
        <Section title={t('acting.mandates')}>
          <Narrow kept={['agent', 'askedState']} choices={[{ name: 'state', label: text('inspection.state'), options: [['', text('inspection.state.all')], ...MANDATE_STATES.map((state) => [state, text(`mandate.${state}`)] as const)] }]} />
          {acting.mandatesOfAgent.nodes.length === 0 && <Empty title={t('acting.none')}>{t('acting.none.lead')}</Empty>}
          <ul>
            {acting.mandatesOfAgent.nodes.map((mandate) => (
              <Row key={mandate.id} mandate={mandate} />
            ))}
          </ul>
          <More page={acting.mandatesOfAgent} />
        </Section>
      )}
      {acting !== null && (acting.consentsAsked.nodes.length > 0 || askedState !== null) && (
        <Section title={t('acting.asked')}>
          <Narrow kept={['agent', 'state']} choices={[{ name: 'askedState', label: text('inspection.state'), options: [['', text('inspection.state.all')], ...CONSENT_STATES.map((state) => [state, text(`consent.${state}`)] as const)] }]} />
          <ol>
            {acting.consentsAsked.nodes.map((consent) => (
              <Proposal key={consent.id} consent={consent} refusal={refusal} />
            ))}
          </ol>
          <More page={acting.consentsAsked} name="asked" />
        </Section>
      )}
      {agent?.kind === 'CHAMBER' && (
        <p className="mt-10">
          <Link to={`/${lang}/register`} className={linkLook}>
            {t('acting.find')}
          </Link>
        </p>
      )}
      {agent?.kind === 'CLUSTER' && members.nodes.length > 0 && (
        <Section title={t('mandate.ask')}>
          <AskMandate key={mandateId} agent={agent} mandateId={mandateId} refusal={refusal}>
            <Select name="artisanId" label={t('acting.member')}>
              {members.nodes.map(({ artisanId, name }) => (
                <option key={artisanId} value={artisanId}>
                  {name}
                </option>
              ))}
            </Select>
          </AskMandate>
          <More page={members} name="members" />
        </Section>
      )}
    </Page>
  );
}

function Row({ mandate }: { mandate: Mandate }) {
  const { t, lang } = useMessages();
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-4">
      <div>
        {mandate.state === 'LIVE' || mandate.state === 'PROPOSED' ? (
          <Link to={`/${lang}/workshop/acting/${mandate.id}`} className={linkLook}>
            <NameOf person={mandate.artisan} />
          </Link>
        ) : (
          <NameOf person={mandate.artisan} />
        )}
        <p className="text-base text-muted">{t('mandate.days', { from: <Day iso={mandate.validFrom} />, until: <Day iso={mandate.validUntil} /> })}</p>
      </div>
      <MandatePill state={mandate.state} />
    </li>
  );
}

function Proposal({ consent, refusal }: { consent: Consent; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-3">
        <ConsentPill state={consent.state} />
        <span className="text-base text-muted">
          <NameOf person={consent.artisan} /> · <Instant iso={consent.askedAt} /> · <bdi>{consent.agentName}</bdi>
        </span>
      </p>
      <AskedWords consent={consent} />
      {consent.state === 'WAITING' && (
        <FormBox refusal={refusal} scope={`consent-${consent.id}`} className="mt-2">
          <input type="hidden" name="id" value={consent.id} />
          <Button intent="consent-withdraw" look="second">
            {t('acting.withdraw')}
          </Button>
        </FormBox>
      )}
    </li>
  );
}
