import { useActionData, useLoaderData } from 'react-router';
import { ask, press, type Asked } from '../../ask.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { MyLots } from '../../features/sharing/my-lots.js';
import { lotWrites } from '../../features/sharing/lot-writes.server.js';
import { LOT_STATES, myLotsQuery } from '../../features/sharing/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const state = chosenIn(asked.request, 'state', LOT_STATES);
  const sort = chosenIn(asked.request, 'sort', ['OLDEST'] as const);
  const { myLots } = await ask(asked, myLotsQuery, { after: afterIn(asked.request), states: state === null ? null : [state], sort });
  return { lots: myLots, state };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  return press(asked, form, lotWrites(asked, form), 'workshop/sharing?done=cluster');
}

/** A member's own part of shared orders, from first to last; sharing them out is the cluster's desk. */
export default function MySharedOrders() {
  const { lots, state } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('lot.title')} lead={t('lot.lead')} width="text">
      <title>{text('lot.title')}</title>
      <Done words={['cluster']} refused={refusal !== undefined} />
      <Narrow
        choices={[
          { name: 'state', label: text('inspection.state'), options: [['', text('lot.every')], ...LOT_STATES.map((one) => [one, text(`lot.${one}`)] as const)] },
          { name: 'sort', label: text('cluster.sort'), options: [['', text('cluster.sort.newest')], ['OLDEST', text('cluster.sort.oldest')]] },
        ]}
      />
      {lots.nodes.length === 0 && <Empty title={t(state === null ? 'lot.none' : 'lot.none.state')}>{t(state === null ? 'lot.none.lead' : 'lot.none.state.lead')}</Empty>}
      <MyLots lots={lots.nodes} refusal={refusal} />
      <More page={lots} />
    </Page>
  );
}
