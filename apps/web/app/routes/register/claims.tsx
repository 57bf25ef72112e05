import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { claimQueueQuery } from '../../features/claim/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { buttonLook, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const after = new URL(asked.request.url).searchParams.get('after');
  return (await ask(asked, claimQueueQuery, { after })).claimQueue;
}

export default function ClaimQueue() {
  const { nodes, endCursor, hasNextPage } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('claims.title')} lead={t('claims.lead')} width="text">
      <title>{text('claims.title')}</title>
      <Done words={['claim']} refused={false} />
      {nodes.length === 0 && <Empty title={t('claims.none')}>{t('claims.none.lead')}</Empty>}
      <ul>
        {nodes.map(({ id, state, dueAt, entry }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-4">
            <div>
              <Link to={`/${lang}/register/claims/${id}`} className={linkLook}>
                <bdi>{entry.nameLatin ?? entry.nameArabic}</bdi>
              </Link>
              {dueAt !== null && <p className="text-base text-muted">{t('claims.due', { day: <Day iso={dueAt} /> })}</p>}
            </div>
            <ClaimPill state={state} />
          </li>
        ))}
      </ul>
      {hasNextPage && endCursor && (
        <Link to={`?after=${encodeURIComponent(endCursor)}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}
