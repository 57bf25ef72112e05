import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { formatWeight } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Empty } from '../../ui/page.js';
import { Pill } from '../../ui/pill.js';
import type { PackedOrder } from './queries.js';

export function PaperState({ order }: { order: PackedOrder }) {
  const { t } = useMessages();
  if (order.papersComplete) return <Pill tone="done">{t('export.papers.complete')}</Pill>;
  return (
    <>
      <Pill tone="waiting">{t('export.papers.missing', { count: order.missingPapers.length })}</Pill>
      <span className="mt-1 block text-base text-muted" dir="auto">
        {order.missingPapers.join(' · ')}
      </span>
    </>
  );
}

/** Finished orders, each packed by measuring its parcel. */
export function ToPack({ orders, refusal, ids }: { orders: readonly PackedOrder[]; refusal: Refusal | undefined; ids: readonly string[] }) {
  const { t, lang } = useMessages();
  if (orders.length === 0) return <Empty title={t('export.toPack.none')}>{t('export.toPack.none.lead')}</Empty>;
  return (
    <ul>
      {orders.map((order, at) => (
        <li key={order.orderId} className="border-b border-line py-4">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <Link to={`/${lang}/export/orders/${order.orderId}`} className={linkLook}>
              <bdi>{order.number}</bdi>
            </Link>
            <bdi>{order.country}</bdi>
            {order.netWeightGrams !== null && <bdi>{formatWeight(lang, order.netWeightGrams)}</bdi>}
          </p>
          <div className="mt-1">
            <PaperState order={order} />
          </div>
          <PackForm order={order} refusal={refusal} consignmentId={ids[at] ?? ''} />
        </li>
      ))}
    </ul>
  );
}

function PackForm({ order, refusal, consignmentId }: { order: PackedOrder; refusal: Refusal | undefined; consignmentId: string }) {
  const { t } = useMessages();
  const scope = `pack-${order.orderId}`;
  const mine = refusal?.typed.scope === scope;
  return (
    <details open={mine}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('export.pack')}</summary>
      <FormBox refusal={refusal} scope={scope} className="mt-2 grid grid-cols-2 items-end gap-4 sm:grid-cols-5">
        <input type="hidden" name="orderId" value={order.orderId} />
        <input type="hidden" name="id" value={mine ? refusal.typed.id : consignmentId} />
        {(['weight', 'length', 'width', 'height'] as const).map((name) => (
          <Field key={name} name={name} label={t(`export.${name}`)} inputMode="decimal" dir="ltr" />
        ))}
        <Button intent="pack">{t('export.pack.go')}</Button>
      </FormBox>
    </details>
  );
}
