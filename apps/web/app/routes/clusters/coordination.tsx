import { useActionData, useLoaderData } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { Agreement, Coordinators, NameOne } from '../../features/clusters/coordination.js';
import { coordinationQuery, nameCoordinatorMutation, restingQuery } from '../../features/clusters/coordination-queries.js';
import type { AtDesk } from '../../features/clusters/desk.server.js';
import { afterIn } from '../../features/clusters/more.js';
import { coordinatorMutation } from '../../features/clusters/mutations.js';
import { myTiesQuery } from '../../features/clusters/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const clusterId = asked.params.id ?? '';
  const shown = await ask(asked, coordinationQuery, { clusterId, after: afterIn(asked.request) });
  // Who may see the clusters at rest is the administration, and names anybody; a member names under her own name.
  const administration = (await askGently(asked, restingQuery, { after: null })) !== null;
  const tie = (await askGently(asked, myTiesQuery, {}))?.myMemberships.find((one) => one.clusterId === clusterId && one.state === 'active');
  return { ...shown, administration, me: tie?.artisanId ?? null };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const clusterId = asked.params.id ?? '';
  const artisanId = String(form.get('artisanId') ?? '');
  const writes = {
    name: () => attempt(asked, nameCoordinatorMutation, { clusterId, artisanId }),
    'name-none': () => attempt(asked, nameCoordinatorMutation, { clusterId, artisanId: null }),
    coordinate: () => attempt(asked, coordinatorMutation, { clusterId, artisanId, coordinator: true }),
    'step-down': () => attempt(asked, coordinatorMutation, { clusterId, artisanId, coordinator: false }),
  };
  return press(asked, form, writes, `clusters/${clusterId}/coordination?done=cluster`);
}

/** Who speaks for a cluster; while nobody can, how its members or the administration come to somebody. */
export default function ClusterCoordination() {
  const { cluster, clusterCoordination: coordination, clusterMembers, administration, me } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const rests = coordination.restedAt !== null;
  return (
    <Page title={t('coordination.title')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>} width="text">
      <title>{text('coordination.title')}</title>
      <Done words={['cluster']} refused={refusal !== undefined} />
      {rests && <p className="mb-6 max-w-[65ch] border-s-4 border-terracotta bg-plaster p-4">{t('coordination.rests')}</p>}
      {coordination.coordinators.length > 0 && (
        <Section title={t('coordination.now')}>
          <Coordinators coordination={coordination} />
        </Section>
      )}
      {rests && (
        <Section title={t('coordination.agree')}>
          <Agreement coordination={coordination} me={me} refusal={refusal} />
        </Section>
      )}
      {administration && (
        <Section title={t('coordination.administration')}>
          <NameOne members={clusterMembers} refusal={refusal} />
        </Section>
      )}
    </Page>
  );
}
