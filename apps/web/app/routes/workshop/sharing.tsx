import { useActionData, useLoaderData } from 'react-router';
import { ask, press, type Asked } from '../../ask.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { MyLots } from '../../features/sharing/my-lots.js';
import { lotWrites } from '../../features/sharing/lot-writes.server.js';
import { myLotsQuery } from '../../features/sharing/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  return (await ask(asked, myLotsQuery, { after: afterIn(asked.request), states: null })).myLots;
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  return press(asked, form, lotWrites(asked, form), 'workshop/sharing?done=cluster');
}

/** A member's own part of shared orders, from first to last; sharing them out is the cluster's desk. */
export default function MySharedOrders() {
  const lots = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('lot.title')} lead={t('lot.lead')} width="text">
      <title>{text('lot.title')}</title>
      <Done words={['cluster']} refused={refusal !== undefined} />
      {lots.nodes.length === 0 && <Empty title={t('lot.none')}>{t('lot.none.lead')}</Empty>}
      <MyLots lots={lots.nodes} refusal={refusal} />
      <More page={lots} />
    </Page>
  );
}
