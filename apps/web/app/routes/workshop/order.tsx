import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { ComplaintCard } from '../../features/complaints/complaint-card.js';
import { complaintWrites } from '../../features/complaints/complaints.server.js';
import { OrderPage } from '../../features/orders/order-page.js';
import { exportFileQuery, orderQuery } from '../../features/orders/queries.js';
import { acceptOrderMutation, declineOrderMutation, finishOrderMutation, sharesQuery } from '../../features/workshop/queries.js';
import { exporterOf } from '../../features/workshop/exporter.server.js';
import { ShareTable } from '../../features/workshop/share-table.js';
import { receivedBy } from '../../features/workshop/shares.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox, TextField } from '../../ui/form.js';
import { Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const { order } = await ask(asked, orderQuery, { id });
  const papers = await askGently(asked, exportFileQuery, { orderId: id });
  const shares = (await askGently(asked, sharesQuery, { orderId: id }))?.ledger.shares ?? [];
  const exporter = await exporterOf(asked);
  return { order, file: papers?.exportFile ?? null, shares, receives: receivedBy(exporter?.id ?? null, shares) };
}

export async function action(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const form = await asked.request.formData();
  const writes = {
    ...complaintWrites(asked, form),
    accept: () => attempt(asked, acceptOrderMutation, { id }),
    finish: () => attempt(asked, finishOrderMutation, { id }),
    decline: () => attempt(asked, declineOrderMutation, { id, reason: String(form.get('reason') ?? '') }),
  };
  return press(asked, form, writes, `workshop/orders/${id}`);
}

/** The maker's side of an order: one verb at a time, and a way to say no with a reason. */
export default function WorkshopOrder() {
  const { order, file, shares, receives } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, lang } = useMessages();
  const may = (verb: string): boolean => order.verbs.includes(verb);
  return (
    <OrderPage order={order} file={file} audience="desk" below={shares.length > 0 && <ShareTable shares={shares} />}>
      {receives !== null && (
        <p className="mb-4 text-xl">
          {t('workshop.youReceive', { amount: <Amount money={receives} /> })}
        </p>
      )}
      {order.complaints.length > 0 && (
        <Section title={t('complaint.workshop')}>
          <p className="mb-4 max-w-[65ch] text-muted">{t('complaint.workshop.lead')}</p>
          {order.complaints.map((complaint) => (
            <ComplaintCard key={complaint.id} complaint={complaint} refusal={refusal} />
          ))}
        </Section>
      )}
      {(may('accept') || may('finish')) && (
        <FormBox refusal={refusal} scope="next" className="mb-4 border-s-4 border-indigo-ink bg-plaster p-4">
          {order.progress !== null && may('finish') && order.progress.made + order.progress.inspected < order.progress.total && (
            <p className="mb-3 text-terracotta">
              {t('sharing.finish.warning')}{' '}
              <Link to={`/${lang}/clusters`} className={linkLook}>
                {t('cluster.lots')}
              </Link>
            </p>
          )}
          <p className="mb-3">{t(may('accept') ? 'workshop.accept.lead' : 'workshop.finish.lead')}</p>
          <Button intent={may('accept') ? 'accept' : 'finish'}>{t(may('accept') ? 'workshop.accept' : 'workshop.finish')}</Button>
        </FormBox>
      )}
      {may('decline') && (
        <details className="mb-8" open={refusal?.typed.scope === 'decline'}>
          <summary className="inline-flex min-h-12 items-center text-terracotta underline underline-offset-4">{t('workshop.decline')}</summary>
          <FormBox refusal={refusal} scope="decline" className="mt-2 grid gap-4">
            <TextField name="reason" label={t('workshop.decline.reason')} hint={t('workshop.decline.hint')} rows={2} />
            <div>
              <Button intent="decline" look="danger">
                {t('workshop.decline.go')}
              </Button>
            </div>
          </FormBox>
        </details>
      )}
    </OrderPage>
  );
}
