import { randomUUID } from 'node:crypto';
import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { ConsignmentCard } from '../../features/export/consignment.js';
import { answerQuoteMutation, deliverMutation, dispatchMutation, exportDeskQuery, packMutation } from '../../features/export/queries.js';
import { QuoteRequests } from '../../features/export/quote-requests.js';
import { ToPack } from '../../features/export/to-pack.js';
import { useMessages } from '../../i18n/messages.js';
import { buttonLook, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const after = new URL(asked.request.url).searchParams.get('after');
  const desk = await ask(asked, exportDeskQuery, { after });
  return { desk, ids: desk.ordersToPack.map(() => randomUUID()) };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const measured = (name: string, by: number): number => Math.round(Number(text(name).replace(',', '.')) * by) || 0;
  const id = text('id');
  const parcel = { orderId: text('orderId'), grossWeightGrams: measured('weight', 1000), lengthMm: measured('length', 10), widthMm: measured('width', 10), heightMm: measured('height', 10) };
  const writes = {
    pack: () => attempt(asked, packMutation, { input: { id, packages: [parcel] } }),
    dispatch: () => attempt(asked, dispatchMutation, { id, carrier: text('carrier'), trackingNumber: text('trackingNumber') }),
    deliver: () => attempt(asked, deliverMutation, { id, deliveredOn: text('deliveredOn') || null }),
    answer: () => attempt(asked, answerQuoteMutation, { id, answer: text('answer') }),
  };
  return press(asked, form, writes, `export?done=${text('intent')}`);
}

export default function ExportDeskPage() {
  const { desk, ids } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { nodes, endCursor, hasNextPage } = desk.consignments;
  return (
    <Page title={t('export.title')}>
      <title>{text('export.title')}</title>
      <Done words={['pack', 'dispatch', 'deliver', 'answer']} refused={refusal !== undefined} />
      <p className="mb-6">
        <Link to={`/${lang}/export/payouts`} className={linkLook}>
          {t('export.toPayouts')}
        </Link>
      </p>
      <Section title={t('export.toPack')}>
        <ToPack orders={desk.ordersToPack} refusal={refusal} ids={ids} />
      </Section>
      <Section title={t('export.consignments')}>
        {nodes.length === 0 && <Empty title={t('export.consignments.none')}>{t('export.consignments.none.lead')}</Empty>}
        <ul>
          {nodes.map((consignment) => (
            <ConsignmentCard key={consignment.id} consignment={consignment} refusal={refusal} />
          ))}
        </ul>
        {hasNextPage && endCursor && (
          <Link to={`?after=${encodeURIComponent(endCursor)}`} className={buttonLook('second', 'mt-4')}>
            {t('paging.more')}
          </Link>
        )}
      </Section>
      <Section title={t('export.quotes')}>
        <QuoteRequests requests={desk.quoteRequests} refusal={refusal} />
      </Section>
    </Page>
  );
}
