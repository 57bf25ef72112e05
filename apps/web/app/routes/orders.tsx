import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../ask.server.js';
import { myOrdersQuery } from '../features/orders/queries.js';
import { stageOf } from '../features/orders/stage.js';
import { StatePill } from '../features/orders/timeline.js';
import { useMessages } from '../i18n/messages.js';
import { Amount, Day } from '../ui/amount.js';
import { buttonLook, linkLook } from '../ui/button.js';
import { Empty, Page } from '../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const after = new URL(asked.request.url).searchParams.get('after');
  return (await ask(asked, myOrdersQuery, { after })).myOrders;
}

export default function Orders() {
  const { nodes, endCursor, hasNextPage } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('orders.title')} width="text">
      <title>{text('orders.title')}</title>
      {nodes.length === 0 && (
        <Empty title={t('orders.empty')}>
          <p>{t('orders.empty.lead')}</p>
          <Link to={`/${lang}`} className={linkLook}>
            {t('basket.browse')}
          </Link>
        </Empty>
      )}
      <ul>
        {nodes.map(({ id, number, placedAt, total, lines, ...order }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-4">
            <div className="min-w-0">
              <p className="font-medium" dir="auto">
                {lines.map(({ title, quantity }) => (quantity === 1 ? title : `${title} × ${quantity}`)).join(' · ')}
              </p>
              <Link to={`/${lang}/orders/${id}`} className={linkLook}>
                <bdi>{number}</bdi>
              </Link>
              <p className="text-sm text-muted">
                <Day iso={placedAt} /> · <Amount money={total} />
              </p>
            </div>
            <StatePill state={stageOf(order)} audience="buyer" />
          </li>
        ))}
      </ul>
      {hasNextPage && endCursor && (
        <Link to={`?after=${encodeURIComponent(endCursor)}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.next')}
        </Link>
      )}
    </Page>
  );
}
