import { Form, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { CorrectLine, readCorrection } from '../../features/export/correct-line.js';
import { CarriageForm, readCarriage } from '../../features/export/carriage.js';
import { MorePapers } from '../../features/export/more-papers.js';
import { correctLineMutation, deskFileQuery, dropPaperMutation, recordOriginMutation, recordTransportMutation, requestPaperMutation, retryPaperMutation } from '../../features/export/queries.js';
import { OrderPage } from '../../features/orders/order-page.js';
import { exportFileQuery, orderQuery } from '../../features/orders/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  const { order } = await ask(asked, orderQuery, { id });
  const papers = await askGently(asked, exportFileQuery, { orderId: id });
  const desk = await askGently(asked, deskFileQuery, { orderId: id });
  return { order, file: papers?.exportFile ?? null, desk: desk?.exportFile ?? null };
}

export async function action(asked: LoaderFunctionArgs) {
  const orderId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const writes = {
    retry: () => attempt(asked, retryPaperMutation, { id: text('paperId') }),
    correct: () => attempt(asked, correctLineMutation, { orderId, input: readCorrection(form) }),
    carriage: () => attempt(asked, recordTransportMutation, { orderId, input: readCarriage(form) }),
    ask: () => attempt(asked, requestPaperMutation, { orderId, kind: text('kind') }),
    drop: () => attempt(asked, dropPaperMutation, { orderId, kind: text('kind') }),
    origin: () => attempt(asked, recordOriginMutation, { orderId, reference: text('reference') }),
  };
  return press(asked, form, writes, `export/orders/${orderId}`);
}

/** The desk's side of an order's papers: draw a failed one again, note what customs endorsed. */
export default function ExportFilePage() {
  const { order, file, desk } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useMessages();
  const broken = file?.papers.filter(({ state }) => state === 'failed' || state === 'stale') ?? [];
  return (
    <OrderPage order={order} file={file} audience="desk">
      {broken.map(({ id, title }) => (
        <Form key={id} method="post" className="mb-3 flex flex-wrap items-center gap-4">
          <input type="hidden" name="paperId" value={id} />
          <span dir="auto">{title}</span>
          <Button intent="retry" look="second">
            {t('export.retry')}
          </Button>
        </Form>
      ))}
      {desk !== null && <CarriageForm carriage={desk.carriage} refusal={refusal} />}
      {desk !== null && <CorrectLine refusal={refusal} />}
      {desk !== null && <MorePapers file={desk} refusal={refusal} />}
      {file !== null && (
        <details className="mb-6" open={refusal?.typed.scope === 'origin'}>
          <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('export.origin')}</summary>
          <FormBox refusal={refusal} scope="origin" className="mt-2 grid max-w-xl gap-3">
            <Field name="reference" label={t('export.origin')} hint={t('export.origin.hint')} dir="ltr" />
            <div>
              <Button intent="origin" look="second">
                {t('export.origin.save')}
              </Button>
            </div>
          </FormBox>
        </details>
      )}
    </OrderPage>
  );
}
