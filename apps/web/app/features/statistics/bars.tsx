import { formatMoney, formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { TableBox } from '../../ui/page.js';
import type { Statistic } from './queries.js';

/** One line a cell: its name, a bar as long as its people are many, and the figures. */
export function Bars({ table, name, label, money }: { table: Statistic; name: (key: string) => string; label: string; money: boolean }) {
  const { t, lang } = useMessages();
  const most = Math.max(1, ...table.cells.map(({ counts }) => counts?.artisans ?? 0));
  const rows = [...table.cells].sort((a, b) => (b.counts?.artisans ?? -1) - (a.counts?.artisans ?? -1));
  return (
    <TableBox label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{t('statistics.artisans')}</th>
          <th scope="col">{t('statistics.events')}</th>
          {money && <th scope="col">{t('statistics.money')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, counts }) => (
          <tr key={key}>
            <th scope="row">
              {name(key)}
              <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-1 block h-1.5 w-full min-w-24 rtl:-scale-x-100" aria-hidden="true">
                <rect width="100" height="4" fill="currentColor" fillOpacity="0.1" />
                <rect width={(100 * (counts?.artisans ?? 0)) / most} height="4" fill="var(--color-indigo)" />
              </svg>
            </th>
            {counts === null ? (
              <td colSpan={money ? 3 : 2} className="text-muted">
                {t('statistics.hidden')}
              </td>
            ) : (
              <>
                <td className="tabular-nums">{formatNumber(lang, counts.artisans)}</td>
                <td className="tabular-nums">{formatNumber(lang, counts.events)}</td>
                {money && (
                  <td className="tabular-nums">
                    <bdi>{formatMoney(lang, { amountMinor: counts.makerMadMinor, currency: 'MAD' })}</bdi>
                  </td>
                )}
              </>
            )}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
