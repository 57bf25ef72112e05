import { Link } from 'react-router';
import type { Money } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { Empty } from '../../ui/page.js';
import { Picture } from '../../ui/picture.js';
import { stageOf } from '../orders/stage.js';
import { StatePill } from '../orders/timeline.js';
import type { SalesOrder } from './queries.js';

/** States in which nothing waits for the workshop. */
const DONE = new Set(['delivered', 'cancelled', 'placed', 'draft', 'refund_due']);
const NEXT: Readonly<Record<string, string>> = { funded: 'accept', in_production: 'finish', ready: 'papers', documented: 'pack', 'documented.again': 'papers.again', dispatched: 'travel' };

export function isOpen({ state }: SalesOrder): boolean {
  return !DONE.has(state);
}

/** What waits for this workshop, the next act in words. Unpaid and finished orders stay out of the way. */
export function OpenOrders({ orders, receives }: { orders: readonly SalesOrder[]; receives: Readonly<Record<string, Money | null>> }) {
  const { t } = useMessages();
  const open = orders.filter(isOpen);
  const rest = orders.filter((order) => !isOpen(order));
  return (
    <>
      {open.length === 0 && <Empty title={t('workshop.orders.none')}>{t('workshop.orders.none.lead')}</Empty>}
      <ul>
        {open.map((order) => (
          <Order key={order.id} order={order} receives={receives[order.id] ?? null} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="mt-4">
          <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('workshop.orders.others', { count: rest.length })}</summary>
          <ul>
            {rest.map((order) => (
              <Order key={order.id} order={order} receives={receives[order.id] ?? null} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Order({ order, receives }: { order: SalesOrder; receives: Money | null }) {
  const { t, lang } = useMessages();
  const next = NEXT[stageOf(order)];
  const [first] = order.lines;
  return (
    <li className="border-b border-line">
      <Link to={`/${lang}/workshop/orders/${order.id}`} className="grid grid-cols-[4.5rem_1fr] gap-4 py-4 hover:bg-plaster">
        <Picture id={first?.photographId ?? null} alt="" sizes="4.5rem" />
        <span className="min-w-0">
          <span className="block font-medium" dir="auto">
            {first?.title} {first !== undefined && first.quantity > 1 && <span className="tabular-nums">× {first.quantity}</span>}
          </span>
          <span className="block text-base text-muted">
            <bdi>{order.number}</bdi> · <Day iso={order.placedAt} form="short" /> · <bdi>{order.country}</bdi>
          </span>
          <span className="my-1 block">{next === undefined ? <StatePill state={order.state} audience="desk" /> : <strong className="font-medium text-indigo-ink">{t(`next.${next}`)}</strong>}</span>
          {receives !== null && <span className="block text-base">{t('workshop.youReceive', { amount: <Amount money={receives} /> })}</span>}
        </span>
      </Link>
    </li>
  );
}
