import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press, type Asked } from '../../ask.server.js';
import { clusterIdOf, exporterOf } from '../../features/workshop/exporter.server.js';
import { exporterDetails } from '../../features/workshop/exporter-details.js';
import { MoneySections } from '../../features/workshop/money-sections.js';
import { earningsQuery, exporterDetailsMutation, saveAccountMutation } from '../../features/workshop/queries.js';
import { ToReceive } from '../../features/workshop/to-receive.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const exporter = await exporterOf(asked);
  const after = new URL(asked.request.url).searchParams.get('after');
  return (await ask(asked, earningsQuery, { after, clusterId: clusterIdOf(exporter) })).myEarnings;
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const exporter = await exporterOf(asked);
  const rib = String(form.get('rib') ?? '');
  const writes = {
    account: () => attempt(asked, saveAccountMutation, { rib, clusterId: clusterIdOf(exporter) }),
    details: () => attempt(asked, exporterDetailsMutation, { id: exporter?.id ?? '', kind: exporter?.kind ?? 'artisan', input: exporterDetails(form) }),
  };
  return press(asked, form, writes, `workshop/money?done=${form.get('intent') === 'account' ? 'account' : 'details'}`);
}

export default function WorkshopMoney() {
  const earnings = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('money.title')} width="text">
      <title>{text('money.title')}</title>
      <Done words={['account', 'details']} refused={refusal !== undefined} />
      <ToReceive earnings={earnings} />
      <MoneySections earnings={earnings} refusal={refusal} />
    </Page>
  );
}
