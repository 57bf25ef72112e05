import { Form, redirect, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, refuse } from '../ask.server.js';
import { OrderPage } from '../features/orders/order-page.js';
import { claimOrderMutation, exportFileByKeyQuery, orderByKeyQuery } from '../features/orders/queries.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/form.js';

/** The link in a buyer's mail: whoever holds its key may look at this one order and its papers, and only look. */
export async function loader(asked: LoaderFunctionArgs) {
  const key = asked.params.key ?? '';
  const { orderByKey } = await ask(asked, orderByKeyQuery, { key });
  const { exportFileByKey } = await ask(asked, exportFileByKeyQuery, { key });
  return { order: orderByKey, file: exportFileByKey };
}

/** Signed in, she may put a guest's order into her account. */
export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const claimed = await attempt(asked, claimOrderMutation, { key: asked.params.key ?? '' });
  return 'problems' in claimed ? refuse(claimed.problems, form) : redirect(`/${langOf(asked.params)}/orders/${claimed.done.claimOrder.id}`);
}

export default function Track() {
  const { order, file } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { me } = useShell();
  const { t } = useMessages();
  return (
    <OrderPage order={order} file={file}>
      {refusal && <ErrorSummary problems={refusal.problems.map((problem) => ({ ...problem, field: null }))} />}
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
