import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { claimHistoryQuery, type ClaimState } from '../../features/claim/queries.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { chosenIn, dayIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';

const STATES: readonly ClaimState[] = ['OPEN', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'UNDONE'];

export async function loader(asked: LoaderFunctionArgs) {
  const { request } = asked;
  const sort = chosenIn(request, 'sort', ['oldest']) === null ? 'NEWEST' : 'OLDEST';
  const narrowed = { state: chosenIn(request, 'state', STATES), openedFrom: dayIn(request, 'from'), openedUntil: dayIn(request, 'until'), sort } as const;
  return (await ask(asked, claimHistoryQuery, { after: afterIn(request), ...narrowed })).claimHistory;
}

/** Every request of the region, decided or not, the latest first. */
export default function ClaimsPast() {
  const page = useLoaderData<typeof loader>();
  const { nodes } = page;
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('claims.all')} lead={t('claims.all.lead')} width="text">
      <title>{text('claims.all')}</title>
      <p className="mb-4">
        <Link to={`/${lang}/register/claims`} className={linkLook}>
          {t('claims.title')}
        </Link>
      </p>
      <Narrow
        choices={[
          { name: 'state', label: text('claims.state'), options: [['', text('claims.state.any')], ...STATES.map((state) => [state, text(`claim.${state}`)] as const)] },
          { name: 'sort', label: text('inspection.sort'), options: [['', text('inspection.sort.newest')], ['oldest', text('inspection.sort.oldest')]] },
        ]}
        days={[
          { name: 'from', label: text('claims.opened.from') },
          { name: 'until', label: text('claims.opened.until') },
        ]}
      />
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
      <More page={page} />
    </Page>
  );
}
