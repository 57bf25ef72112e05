import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { deskOf, type AtDesk } from '../../features/clusters/desk.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { lotsQuery } from '../../features/clusters/queries.js';
import { AllotmentCard } from '../../features/sharing/allotment-card.js';
import { shareOutInput } from '../../features/sharing/allotted.js';
import { inspectLotMutation, shareOutMutation } from '../../features/sharing/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const cluster = await deskOf(asked);
  return { cluster, lots: await ask(asked, lotsQuery, { clusterId: cluster.id, after: afterIn(asked.request) }) };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const writes = {
    share: () => attempt(asked, shareOutMutation, shareOutInput(form)),
    inspect: () => attempt(asked, inspectLotMutation, { id: text('id'), good: Number(text('good')) || 0, reason: text('reason') || null }),
  };
  return press(asked, form, writes, `clusters/${asked.params.id ?? ''}/lots?done=${text('intent')}`);
}

/** Large orders of a cluster, for whoever coordinates it. */
export default function ClusterLots() {
  const { cluster, lots } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const open = lots.clusterAllotments.nodes;
  return (
    <Page title={t('cluster.lots')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>}>
      <title>{text('cluster.lots')}</title>
      <Done words={['share', 'inspect']} refused={refusal !== undefined} />
      {open.length === 0 && <Empty title={t('sharing.none')}>{t('sharing.none.lead')}</Empty>}
      {open.map((allotment) => (
        <AllotmentCard key={`${allotment.orderId}-${allotment.line}`} allotment={allotment} title={allotment.title || text('piece.untitled')} members={lots.clusterMembers.nodes} refusal={refusal} />
      ))}
      <More page={lots.clusterAllotments} />
    </Page>
  );
}
