import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, press } from '../../ask.server.js';
import { ComplaintCard } from '../../features/complaints/complaint-card.js';
import { complaintWrites } from '../../features/complaints/complaints.server.js';
import { complaintsQuery } from '../../features/complaints/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { buttonLook, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const waiting = search.get('all') === null;
  return { waiting, page: (await ask(asked, complaintsQuery, { after: search.get('after'), waiting })).complaints };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  return press(asked, form, complaintWrites(asked, form), 'export/complaints?done=complaintDecided');
}

/** Where buyer and exporter disagree, or one is silent, the desk hears both and decides. */
export default function DeskComplaints() {
  const { waiting, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('complaint.desk.title')} lead={t('complaint.desk.lead')}>
      <title>{text('complaint.desk.title')}</title>
      <Done words={['complaintDecided']} refused={refusal !== undefined} />
      <p className="mb-6">
        <Link to={waiting ? '?all=1' : '?'} className={`${linkLook} inline-flex min-h-12 items-center`}>
          {t(waiting ? 'complaint.desk.all' : 'complaint.desk.waiting')}
        </Link>
      </p>
      {page.nodes.length === 0 && <Empty title={t('complaint.desk.none')}>{t('complaint.desk.none.lead')}</Empty>}
      {page.nodes.map((complaint) => (
        <section key={complaint.id}>
          <p className="text-base">
            <Link to={`/${lang}/export/orders/${complaint.orderId}`} className={linkLook}>
              <bdi>{complaint.orderNumber}</bdi>
            </Link>{' '}
            · <bdi>{complaint.exporterName}</bdi>
          </p>
          <ComplaintCard complaint={complaint} refusal={refusal} />
        </section>
      ))}
      {page.hasNextPage && page.endCursor && (
        <Link to={`?${waiting ? '' : 'all=1&'}after=${encodeURIComponent(page.endCursor)}`} className={buttonLook('second', 'mt-4')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}
