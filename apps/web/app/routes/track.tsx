import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../ask.server.js';
import { OrderPage } from '../features/orders/order-page.js';
import { exportFileByKeyQuery, orderByKeyQuery } from '../features/orders/queries.js';

/** The link in a buyer's mail: whoever holds its key may look at this one order and its papers, and only look. */
export async function loader(asked: LoaderFunctionArgs) {
  const key = asked.params.key ?? '';
  const { orderByKey } = await ask(asked, orderByKeyQuery, { key });
  const { exportFileByKey } = await ask(asked, exportFileByKeyQuery, { key });
  return { order: orderByKey, file: exportFileByKey };
}

export default function Track() {
  const { order, file } = useLoaderData<typeof loader>();
  return <OrderPage order={order} file={file} />;
}
