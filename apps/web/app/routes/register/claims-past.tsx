import { Form, Link, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { claimHistoryQuery, type ClaimState } from '../../features/claim/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, buttonLook, linkLook } from '../../ui/button.js';
import { Empty, Page } from '../../ui/page.js';

const STATES: readonly ClaimState[] = ['OPEN', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REFUSED', 'WITHDRAWN'];

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const state = STATES.find((known) => known === search.get('state')) ?? null;
  return (await ask(asked, claimHistoryQuery, { after: search.get('after'), state })).claimHistory;
}

/** Every request of the region, decided or not, the latest first. */
export default function ClaimsPast() {
  const { nodes, endCursor, hasNextPage } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  return (
    <Page title={t('claims.all')} lead={t('claims.all.lead')} width="text">
      <title>{text('claims.all')}</title>
      <p className="mb-4">
        <Link to={`/${lang}/register/claims`} className={linkLook}>
          {t('claims.title')}
        </Link>
      </p>
      <Form method="get" className="mb-4 flex flex-wrap gap-3" key={search.toString()}>
        <select name="state" defaultValue={search.get('state') ?? ''} aria-label={text('claims.state')} className="min-h-14 border border-ink bg-lime px-2">
          <option value="">{text('claims.state.any')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {text(`claim.${state}`)}
            </option>
          ))}
        </select>
        <Button look="second">{t('register.search')}</Button>
      </Form>
      {nodes.length === 0 && <Empty title={t('claims.all.none')}>{t('claims.none.lead')}</Empty>}
      <ul>
        {nodes.map(({ id, state, submittedAt, entry, decisionReason }) => (
          <li key={id} className="border-b border-line py-3">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <Link to={`/${lang}/register/claims/${id}`} className={linkLook}>
                <bdi>{(lang === 'ar' ? entry.nameArabic : entry.nameLatin) ?? entry.nameLatin ?? entry.nameArabic}</bdi>
              </Link>
              <ClaimPill state={state} />
            </div>
            {submittedAt !== null && (
              <p className="text-base text-muted">
                {t('claims.step.submit')} <Day iso={submittedAt} />
              </p>
            )}
            {decisionReason !== null && <p dir="auto">{decisionReason}</p>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Link to={`?${next}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}
