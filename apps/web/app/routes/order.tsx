import { randomUUID } from 'node:crypto';
import { Form, redirect, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press, refuse } from '../ask.server.js';
import { Complaints } from '../features/complaints/buyers-complaints.js';
import { complaintDone } from '../features/complaints/complaint-form.js';
import { complaintWrites } from '../features/complaints/complaints.server.js';
import { startPayment, toProvider } from '../features/checkout/place.server.js';
import { OrderPage } from '../features/orders/order-page.js';
import { cancelOrderMutation, exportFileQuery, orderQuery } from '../features/orders/queries.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Button } from '../ui/button.js';
import { Done } from '../ui/done.js';
import { ErrorSummary } from '../ui/form.js';

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const { order } = await ask(asked, orderQuery, { id });
  const papers = await askGently(asked, exportFileQuery, { orderId: id });
  return { order, file: papers?.exportFile ?? null, complaintId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const form = await asked.request.formData();
  if (form.get('intent') === 'pay') {
    const started = await startPayment(asked, String(form.get('basketId')));
    return 'problems' in started ? refuse(started.problems, form) : toProvider(started.url);
  }
  if (String(form.get('intent')).startsWith('complaint-')) return press(asked, form, complaintWrites(asked, form, { orderId: id }), `orders/${id}?done=${complaintDone(form)}`);
  const cancelled = await attempt(asked, cancelOrderMutation, { id });
  return 'problems' in cancelled ? refuse(cancelled.problems, form) : redirect(`/${langOf(asked.params)}/orders/${id}`);
}

export default function BuyersOrder() {
  const { order, file, complaintId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useMessages();
  return (
    <OrderPage order={order} file={file} below={<Complaints order={order} complaintId={complaintId} refusal={refusal} />}>
      <Done words={['complaint', 'complaintShown']} refused={refusal !== undefined} />
      {refusal && refusal.typed.scope === undefined && <ErrorSummary problems={refusal.problems} />}
      {order.state === 'placed' && (
        <Form method="post" className="mb-8 flex flex-wrap gap-3 border-s-4 border-saffron bg-plaster p-4">
          <p className="w-full">{t('order.unpaid')}</p>
          <input type="hidden" name="basketId" value={order.basketId} />
          <Button intent="pay">{t('order.pay')}</Button>
          <Button intent="cancel" look="danger">
            {t('order.cancel')}
          </Button>
        </Form>
      )}
    </OrderPage>
  );
}
