import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently } from '../ask.server.js';
import { OrderPage } from '../features/orders/order-page.js';
import { exportFileQuery, orderByKeyQuery } from '../features/orders/queries.js';

/** The link in a guest's mail: whoever holds its key may look, and only look. */
export async function loader(asked: LoaderFunctionArgs) {
  const { orderByKey } = await ask(asked, orderByKeyQuery, { key: asked.params.key ?? '' });
  const papers = await askGently(asked, exportFileQuery, { orderId: orderByKey.id });
  return { order: orderByKey, file: papers === null ? ('hidden' as const) : papers.exportFile };
}

export default function Track() {
  const { order, file } = useLoaderData<typeof loader>();
  return <OrderPage order={order} file={file} />;
}
