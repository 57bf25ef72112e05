import { randomUUID } from 'node:crypto';
import { Form, redirect, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press, refuse } from '../ask.server.js';
import { Complaints } from '../features/complaints/buyers-complaints.js';
import { complaintDone } from '../features/complaints/complaint-form.js';
import { complaintWrites } from '../features/complaints/complaints.server.js';
import { OrderPage } from '../features/orders/order-page.js';
import { claimOrderMutation, exportFileByKeyQuery, orderByKeyQuery } from '../features/orders/queries.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Button } from '../ui/button.js';
import { Done } from '../ui/done.js';
import { ErrorSummary } from '../ui/form.js';

/** The link in a buyer's mail: whoever holds its key may look at this one order and its papers, and complain of what came. */
export async function loader(asked: LoaderFunctionArgs) {
  const key = asked.params.key ?? '';
  const { orderByKey } = await ask(asked, orderByKeyQuery, { key });
  const { exportFileByKey } = await ask(asked, exportFileByKeyQuery, { key });
  return { order: orderByKey, file: exportFileByKey, complaintId: randomUUID(), orderKey: key };
}

/** Signed in, she may put a guest's order into her account. */
export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const key = asked.params.key ?? '';
  if (String(form.get('intent')).startsWith('complaint-')) {
    const { orderByKey } = await ask(asked, orderByKeyQuery, { key });
    return press(asked, form, complaintWrites(asked, form, { orderId: orderByKey.id, key }), `track/${key}?done=${complaintDone(form)}`);
  }
  const claimed = await attempt(asked, claimOrderMutation, { key });
  return 'problems' in claimed ? refuse(claimed.problems, form) : redirect(`/${langOf(asked.params)}/orders/${claimed.done.claimOrder.id}`);
}

export default function Track() {
  const { order, file, complaintId, orderKey } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { me } = useShell();
  const { t } = useMessages();
  return (
    <OrderPage order={order} file={file} below={<Complaints order={order} complaintId={complaintId} refusal={refusal} orderKey={orderKey} />}>
      <Done words={['complaint', 'complaintShown']} refused={refusal !== undefined} />
      {refusal && refusal.typed.scope === undefined && <ErrorSummary problems={refusal.problems.map((problem) => ({ ...problem, field: null }))} />}
      {me !== null && !me.guest && (
        <Form method="post" className="mb-8 flex flex-wrap items-center gap-3 bg-plaster p-4">
          <p>{t('order.claim.lead')}</p>
          <Button intent="claim" look="second">
            {t('order.claim')}
          </Button>
        </Form>
      )}
    </OrderPage>
  );
}
