import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { deskOf, type AtDesk } from '../../features/clusters/desk.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { lotsQuery } from '../../features/clusters/queries.js';
import { AllotmentCard } from '../../features/sharing/allotment-card.js';
import { whole } from '../../features/clusters/typed.js';
import { shareBox, shareOutInput } from '../../features/sharing/allotted.js';
import { lotWrites } from '../../features/sharing/lot-writes.server.js';
import { inspectLotMutation, shareOutMutation } from '../../features/sharing/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const cluster = await deskOf(asked);
  const state = chosenIn(asked.request, 'state', ALLOTMENT_STATES) ?? 'open';
  const sort = chosenIn(asked.request, 'sort', ['OLDEST'] as const);
  const lots = await ask(asked, lotsQuery, { clusterId: cluster.id, after: afterIn(asked.request), membersAfter: afterIn(asked.request, 'members'), states: [state], sort });
  return { cluster, lots, next: lots.clusterAllotments.nodes.map(() => crypto.randomUUID()) };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const shared = shareOutInput(form);
  const writes = {
    share: () => attempt(asked, shareOutMutation, shared, (field) => shareBox(shared, field)),
    // What cannot be read is refused: it must not fail the whole lot as none good.
    inspect: () => attempt(asked, inspectLotMutation, { id: text('id'), good: whole(text('good'), -1), reason: text('reason') || null }),
    ...lotWrites(asked, form),
  };
  const intent = text('intent');
  return press(asked, form, writes, `clusters/${asked.params.id ?? ''}/lots?done=${intent.startsWith('lot-') ? 'cluster' : intent}`);
}

/** Besides those being shared out, which the page shows of itself. */
const ALLOTMENT_STATES = ['finished', 'closed'] as const;

/** Large orders of a cluster, for whoever coordinates it. */
export default function ClusterLots() {
  const { cluster, lots, next } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const open = lots.clusterAllotments.nodes;
  return (
    <Page title={t('cluster.lots')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>} width="text">
      <title>{text('cluster.lots')}</title>
      <Done words={['share', 'inspect', 'cluster']} refused={refusal !== undefined} />
      <Narrow
        choices={[
          { name: 'state', label: text('inspection.state'), options: [['', text('sharing.open')], ...ALLOTMENT_STATES.map((state) => [state, text(`sharing.${state}`)] as const)] },
          { name: 'sort', label: text('cluster.sort'), options: [['', text('cluster.sort.newest')], ['OLDEST', text('cluster.sort.oldest')]] },
        ]}
      />
      {open.length === 0 && <Empty title={t('sharing.none')}>{t('sharing.none.lead')}</Empty>}
      {open.map((allotment, at) => (
        <AllotmentCard key={`${allotment.orderId}-${allotment.line}`} allotment={allotment} title={allotment.title || text('piece.untitled')} members={lots.clusterMembers} next={next[at] ?? ''} refusal={refusal} />
      ))}
      <More page={lots.clusterAllotments} />
    </Page>
  );
}
