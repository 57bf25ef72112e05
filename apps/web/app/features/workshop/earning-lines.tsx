import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Empty, TableBox } from '../../ui/page.js';
import type { Earnings } from './queries.js';

/** What each order brought, to her or to a cluster by its works, and where the money stands. */
export function EarningLines({ earnings: { nodes, endCursor, hasNextPage } }: { earnings: Earnings }) {
  const { t, text, lang } = useMessages();
  if (nodes.length === 0) return <Empty title={t('money.lines.none')}>{t('money.lines.none.lead')}</Empty>;
  return (
    <>
      <TableBox label={text('money.lines')}>
        <tbody>
          {nodes.map(({ id, orderId, orderNumber, amount, at, state, role, pieces }) => (
            <tr key={id}>
              <td>
                {/* The order itself is its exporter's to see; who made a part of it has her lots. */}
                <Link to={pieces === null ? `/${lang}/workshop/orders/${orderId}` : `/${lang}/workshop/sharing`} className={linkLook}>
                  <bdi>{orderNumber}</bdi>
                </Link>
                {role !== null && <span className="block text-base">{t(`work.${role}`)}</span>}
                {pieces !== null && <span className="block text-base">{t('money.pieces', { count: pieces })}</span>}
                <span className="block text-base text-muted">
                  <Day iso={at} />
                </span>
              </td>
              <td>{t(`money.${state}`)}</td>
              <td className="text-end">
                <Amount money={amount} cents="always" />
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {hasNextPage && endCursor && (
        <Link to={`?after=${encodeURIComponent(endCursor)}`} className={linkLook}>
          {t('paging.more')}
        </Link>
      )}
    </>
  );
}
