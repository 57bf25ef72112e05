import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { deskOf, type AtDesk } from '../../features/clusters/desk.server.js';
import { FeeForm, InviteForm, MemberCard } from '../../features/clusters/members.js';
import { answerRequestMutation, coordinatorMutation, feesMutation, inviteByNumberMutation, inviteMutation, removeMutation, retractMutation, workMutation } from '../../features/clusters/mutations.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { candidatesQuery, regionsQuery, rollQuery } from '../../features/clusters/queries.js';
import { feeBox, feesTyped, whole } from '../../features/clusters/typed.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const cluster = await deskOf(asked);
  const sought = (new URL(asked.request.url).searchParams.get('name') ?? '').trim();
  const state = chosenIn(asked.request, 'state', ['active', 'invited'] as const);
  const { waiting, clusterMembers: members } = await ask(asked, rollQuery, { clusterId: cluster.id, after: afterIn(asked.request), waitingAfter: afterIn(asked.request, 'waiting'), state });
  const regions = sought === '' ? {} : Object.fromEntries((await ask(asked, regionsQuery, {})).regions.map((region) => [region.code, region[langOf(asked.params)]]));
  if (sought === '') return { cluster, waiting, members, sought, regions, found: null, problem: null };
  const answer = await attempt(asked, candidatesQuery, { clusterId: cluster.id, query: sought });
  return 'problems' in answer
    ? { cluster, waiting, members, sought, regions, found: [], problem: answer.problems[0]?.message ?? null }
    : { cluster, waiting, members, sought, regions, found: answer.done.memberCandidates.nodes, problem: null };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const clusterId = asked.params.id ?? '';
  const who = { clusterId, artisanId: text('artisanId') };
  const writes = {
    invite: () => attempt(asked, inviteMutation, who),
    'invite-number': () => attempt(asked, inviteByNumberMutation, { clusterId, identifier: text('identifier') }, () => 'identifier'),
    approve: () => attempt(asked, answerRequestMutation, { ...who, approve: true }),
    refuse: () => attempt(asked, answerRequestMutation, { ...who, approve: false }),
    retract: () => attempt(asked, retractMutation, who),
    remove: () => attempt(asked, removeMutation, who),
    coordinate: () => attempt(asked, coordinatorMutation, { ...who, coordinator: true }),
    'step-down': () => attempt(asked, coordinatorMutation, { ...who, coordinator: false }),
    work: () => attempt(asked, workMutation, { ...who, capacity: whole(text('capacity'), 0), quota: whole(text('quota'), 0) }),
    fees: () => attempt(asked, feesMutation, { clusterId, fees: feesTyped(form) }, (field) => feeBox(feesTyped(form), field)),
  };
  return press(asked, form, writes, `clusters/${clusterId}/members?done=cluster`);
}

export default function ClusterMembers() {
  const { cluster, waiting, members, sought, regions, found, problem } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('cluster.members')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>} width="text">
      <title>{text('cluster.members')}</title>
      <Done words={['cluster', 'found']} refused={refusal !== undefined} />
      {waiting.nodes.length > 0 && (
        <Section title={t('cluster.members.waiting')}>
          <ul>
            {waiting.nodes.map((tie) => (
              <MemberCard key={tie.artisanId} tie={tie} refusal={refusal} />
            ))}
          </ul>
          <More page={waiting} name="waiting" />
        </Section>
      )}
      <Section title={t('cluster.members.now')}>
        <Narrow choices={[{ name: 'state', label: text('inspection.state'), options: [['', text('inspection.state.all')], ['active', text('tie.active')], ['invited', text('tie.invited')]] }]} />
        <ul>
          {members.nodes
            .filter((tie) => tie.state !== 'requested')
            .map((tie) => (
              <MemberCard key={tie.artisanId} tie={tie} refusal={refusal} />
            ))}
        </ul>
        <More page={members} />
      </Section>
      <Section title={t('cluster.invite.title')}>
        <InviteForm key={members.nodes.length} regions={regions} found={found} sought={sought} problem={problem} refusal={refusal} />
      </Section>
      <Section title={t('cluster.fee.title')}>
        <p className="mb-4 max-w-[65ch] text-muted">{t('cluster.fee.lead')}</p>
        <FeeForm cluster={cluster} refusal={refusal} />
      </Section>
    </Page>
  );
}
