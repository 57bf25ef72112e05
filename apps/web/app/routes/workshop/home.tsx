import { useLoaderData } from 'react-router';
import { ask, askGently, type Asked } from '../../ask.server.js';
import { clusterIdOf, exporterOf } from '../../features/workshop/exporter.server.js';
import { OpenOrders } from '../../features/workshop/open-orders.js';
import { Pieces } from '../../features/workshop/pieces.js';
import { myPiecesQuery, salesQuery } from '../../features/workshop/queries.js';
import { ToReceive } from '../../features/workshop/to-receive.js';
import { useMessages } from '../../i18n/messages.js';
import { ButtonLink } from '../../ui/button.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const exporter = await exporterOf(asked);
  const after = new URL(asked.request.url).searchParams.get('after');
  const sales = await ask(asked, salesQuery, { clusterId: clusterIdOf(exporter) });
  // A cluster's agent sells its members' pieces; the pieces themselves are edited by their makers.
  const pieces = exporter?.kind === 'artisan' ? await askGently(asked, myPiecesQuery, { after }) : null;
  return { earnings: sales.myEarnings, orders: sales.salesOrders.nodes, pieces: pieces?.myProducts ?? null };
}

/** Money first, then what to do today, then the pieces. */
export default function Workshop() {
  const { earnings, orders, pieces } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('workshop.title')} width="text">
      <title>{text('workshop.title')}</title>
      <ToReceive earnings={earnings} />
      {pieces !== null && (
        <ButtonLink to={`/${lang}/workshop/new`} className="mt-4 w-full">
          {t('workshop.new')}
        </ButtonLink>
      )}
      <div className="mt-10">
        <Section title={t('workshop.orders')}>
          <OpenOrders orders={orders} />
        </Section>
        {pieces !== null && (
          <Section title={t('workshop.pieces')}>
            <Pieces page={pieces} />
          </Section>
        )}
      </div>
    </Page>
  );
}
