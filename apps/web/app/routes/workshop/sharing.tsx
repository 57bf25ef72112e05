import { data, useActionData, useLoaderData } from 'react-router';
import { ask, askGently, attempt, press, type Asked } from '../../ask.server.js';
import { AllotmentCard, type Member } from '../../features/sharing/allotment-card.js';
import { shareOutInput } from '../../features/sharing/allotted.js';
import { inspectLotMutation, makerQuery, shareOutMutation, sharingQuery, type Sharing } from '../../features/sharing/queries.js';
import { exporterOf } from '../../features/workshop/exporter.server.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const exporter = await exporterOf(asked);
  if (exporter?.kind !== 'cluster') throw data(null, { status: 403 });
  const sharing = await ask(asked, sharingQuery, { clusterId: exporter.id });
  return { sharing, members: await membersOf(asked, sharing) };
}

async function membersOf(asked: Asked, { clusterMembers }: Sharing): Promise<Member[]> {
  const active = clusterMembers.filter(({ state }) => state === 'active').slice(0, 40);
  const answers = await Promise.all(active.map(({ artisanId }) => askGently(asked, makerQuery, { id: artisanId })));
  const arabic = langOf(asked.params) === 'ar';
  return active.map(({ artisanId, capacity }, at) => {
    const maker = answers[at]?.maker;
    return { artisanId, capacity, name: (arabic ? maker?.nameArabic : maker?.nameLatin) ?? maker?.nameLatin ?? maker?.nameArabic ?? artisanId };
  });
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const writes = {
    share: () => attempt(asked, shareOutMutation, shareOutInput(form)),
    inspect: () => attempt(asked, inspectLotMutation, { id: text('id'), good: Number(text('good')) || 0, reason: text('reason') || null }),
  };
  return press(asked, form, writes, `workshop/sharing?done=${text('intent')}`);
}

export default function SharingPage() {
  const { sharing, members } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  // Closed: the order ended another way, before it was shared.
  const open = sharing.clusterAllotments.filter(({ state }) => state !== 'closed');
  return (
    <Page title={t('sharing.title')} lead={t('sharing.lead')}>
      <title>{text('sharing.title')}</title>
      <Done words={['share', 'inspect']} refused={refusal !== undefined} />
      {open.length === 0 && <Empty title={t('sharing.none')}>{t('sharing.none.lead')}</Empty>}
      {open.map((allotment) => {
        const order = sharing.salesOrders.nodes.find(({ id }) => id === allotment.orderId);
        const title = order?.lines[allotment.line - 1]?.title ?? text('piece.untitled');
        return <AllotmentCard key={`${allotment.orderId}-${allotment.line}`} allotment={allotment} title={title} number={order?.number ?? ''} members={members} refusal={refusal} />;
      })}
    </Page>
  );
}
