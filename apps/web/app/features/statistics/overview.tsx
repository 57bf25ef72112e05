import { formatMoney, formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { KINDS, type Kind, type Statistic } from './queries.js';
import { shareOf, WOMEN } from './shares.js';

const PAID: readonly Kind[] = ['order', 'export', 'payout'];

/** What is counted, how much of it there was, and what the figure means. */
export function Overview({ tables }: { tables: Record<Kind, Statistic> }) {
  const { t, lang } = useMessages();
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {KINDS.map((kind) => {
        const { total } = tables[kind];
        const women = shareOf(tables[kind], WOMEN);
        return (
          <div key={kind} className="border border-line p-4">
            <dt className="font-medium">{t(`statistics.${kind}`)}</dt>
            <dd className="mt-1 text-2xl tabular-nums">{total === null ? <span className="text-lg text-muted">{t('statistics.few')}</span> : formatNumber(lang, total.events)}</dd>
            {total !== null && (
              <dd>
                {t('statistics.people', { count: total.artisans })}
                {women !== null && <> · {t('statistics.womenShare', { percent: Math.round(women * 100) })}</>}
              </dd>
            )}
            {total !== null && PAID.includes(kind) && (
              <dd>
                <bdi>{formatMoney(lang, { amountMinor: total.makerMadMinor, currency: 'MAD' })}</bdi>
              </dd>
            )}
            <dd className="mt-2 text-sm text-muted">{t(`statistics.${kind}.what`)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A share as a bar of a hundred parts, with its words beside it. */
export function Share({ share, label }: { share: number | null; label: string }) {
  const { t } = useMessages();
  if (share === null) return <p className="text-muted">{`${label}: `}{t('statistics.hidden')}</p>;
  const percent = Math.round(share * 100);
  return (
    <p className="grid gap-1">
      <span>{`${label}: ${percent} %`}</span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-3 w-full rtl:-scale-x-100" aria-hidden="true">
        <rect width="100" height="6" fill="currentColor" fillOpacity="0.1" />
        <rect width={percent} height="6" fill="var(--color-saffron)" />
      </svg>
    </p>
  );
}
