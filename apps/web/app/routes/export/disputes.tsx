import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import { DisputeCard } from '../../features/disputes/dispute-card.js';
import { askDisputeMutation, disputesQuery, orderEvidenceQuery, type CaseItem } from '../../features/disputes/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { buttonLook, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const open = search.get('all') === null;
  const page = (await ask(asked, disputesQuery, { after: search.get('after'), open })).disputes;
  const orderIds = page.nodes.flatMap(({ orders }) => orders.map(({ orderId }) => orderId));
  const found = await Promise.all(orderIds.map(async (orderId) => [orderId, (await askGently(asked, orderEvidenceQuery, { orderId }))?.orderEvidence ?? []] as const));
  return { open, page, evidence: Object.fromEntries(found) as Record<string, CaseItem[]> };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const id = String(form.get('id') ?? '');
  return press(asked, form, { ask: () => attempt(asked, askDisputeMutation, { id }) }, 'export/disputes?done=disputeAsked');
}

/** What buyers' banks take back, until when the desk may answer, and with what. */
export default function Disputes() {
  const { open, page, evidence } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('dispute.title')} lead={t('dispute.lead')}>
      <title>{text('dispute.title')}</title>
      <Done words={['disputeAsked']} refused={refusal !== undefined} />
      <p className="mb-6">
        <Link to={open ? '?all=1' : '?'} className={`${linkLook} inline-flex min-h-12 items-center`}>
          {t(open ? 'dispute.all' : 'dispute.onlyOpen')}
        </Link>
      </p>
      {page.nodes.length === 0 && <Empty title={t('dispute.none')}>{t('dispute.none.lead')}</Empty>}
      {page.nodes.map((dispute) => (
        <DisputeCard key={dispute.id} dispute={dispute} evidence={evidence} refusal={refusal} />
      ))}
      {page.hasNextPage && page.endCursor && (
        <Link to={`?${open ? '' : 'all=1&'}after=${encodeURIComponent(page.endCursor)}`} className={buttonLook('second', 'mt-4')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}
