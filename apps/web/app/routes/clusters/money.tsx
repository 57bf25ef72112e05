import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { deskOf, type AtDesk } from '../../features/clusters/desk.server.js';
import { afterIn } from '../../features/clusters/more.js';
import { exporterDetails } from '../../features/workshop/exporter-details.js';
import { MoneySections } from '../../features/workshop/money-sections.js';
import { earningsQuery, exporterDetailsMutation, saveAccountMutation } from '../../features/workshop/queries.js';
import { ToReceive } from '../../features/workshop/to-receive.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const cluster = await deskOf(asked);
  return { cluster, earnings: (await ask(asked, earningsQuery, { after: afterIn(asked.request), clusterId: cluster.id })).myEarnings };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const id = asked.params.id ?? '';
  const writes = {
    account: () => attempt(asked, saveAccountMutation, { rib: String(form.get('rib') ?? ''), clusterId: id }),
    details: () => attempt(asked, exporterDetailsMutation, { id, kind: 'cluster', input: exporterDetails(form) }),
  };
  return press(asked, form, writes, `clusters/${id}/money?done=${form.get('intent') === 'account' ? 'account' : 'details'}`);
}

/** What a cluster is owed for its works, the account it is paid to, and what papers say of it. An artisan who coordinates it has money of her own elsewhere. */
export default function ClusterMoney() {
  const { cluster, earnings } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('cluster.money')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>} width="text">
      <title>{text('cluster.money')}</title>
      <Done words={['account', 'details']} refused={refusal !== undefined} />
      <ToReceive earnings={earnings} more={false} />
      <MoneySections earnings={earnings} refusal={refusal} />
    </Page>
  );
}
