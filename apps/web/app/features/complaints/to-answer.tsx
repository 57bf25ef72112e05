import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Section } from '../../ui/page.js';
import type { Complaint } from './queries.js';

/** Complaints that wait for the workshop's word: nothing when there are none. */
export function ToAnswer({ complaints }: { complaints: readonly Complaint[] }) {
  const { t, lang } = useMessages();
  if (complaints.length === 0) return null;
  return (
    <Section title={t('complaint.toAnswer')}>
      <ul>
        {complaints.map(({ id, orderId, orderNumber, title, quantity, kind, dueAt }) => (
          <li key={id} className="border-b border-line py-3">
            <Link to={`/${lang}/workshop/orders/${orderId}#complaint-${id}`} className={`${linkLook} inline-flex min-h-12 items-center`}>
              <span dir="auto">
                {title} <span className="tabular-nums">× {quantity}</span>
              </span>
            </Link>
            <p className="text-base text-muted">
              <bdi>{orderNumber}</bdi> · {t(`complaint.kind.${kind}`)}
              {dueAt !== null && <> · {t('complaint.due.open', { day: <Day iso={dueAt} /> })}</>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
