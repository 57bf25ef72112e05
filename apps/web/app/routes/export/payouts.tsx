import { randomUUID } from 'node:crypto';
import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { Batch } from '../../features/export/batch.js';
import { approveBatchMutation, createBatchMutation, payoutBatchesQuery, refuseBatchMutation, settleBatchMutation } from '../../features/export/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, buttonLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox } from '../../ui/form.js';
import { Empty, Page } from '../../ui/page.js';

const DONE: Readonly<Record<string, string>> = { settle: 'settled', approve: 'batchApproved', refuse: 'batchRefused' };

export async function loader(asked: LoaderFunctionArgs) {
  const after = new URL(asked.request.url).searchParams.get('after');
  return { page: (await ask(asked, payoutBatchesQuery, { after })).payoutBatches, batchId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const id = String(form.get('id') ?? '');
  const writes = {
    create: () => attempt(asked, createBatchMutation, { id }),
    approve: () => attempt(asked, approveBatchMutation, { id }),
    refuse: () => attempt(asked, refuseBatchMutation, { id, reason: String(form.get('reason') ?? '') }),
    settle: () => attempt(asked, settleBatchMutation, { input: { batchId: id, rejectedPayoutIds: form.getAll('rejected').map(String) } }),
  };
  return press(asked, form, writes, `export/payouts?done=${DONE[String(form.get('intent'))] ?? 'batch'}`);
}

/** Files for the bank: made here, sent by a person, settled when the bank has answered. */
export default function Payouts() {
  const { page, batchId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('payouts.title')} lead={t('payouts.lead')}>
      <title>{text('payouts.title')}</title>
      <Done words={['batch', 'settled', 'batchApproved', 'batchRefused']} refused={refusal !== undefined} />
      <FormBox refusal={refusal} scope="create">
        <input type="hidden" name="id" value={batchId} />
        <Button intent="create">{t('payouts.create')}</Button>
      </FormBox>
      <div className="mt-6">
        {page.nodes.length === 0 && <Empty title={t('payouts.none')}>{t('payouts.none.lead')}</Empty>}
        {page.nodes.map((batch) => (
          <Batch key={batch.id} batch={batch} refusal={refusal} />
        ))}
      </div>
      {page.hasNextPage && page.endCursor && (
        <Link to={`?after=${encodeURIComponent(page.endCursor)}`} className={buttonLook('second', 'mt-4')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}
