import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { Facts, Page, Progress, Section } from '../../ui/page.js';
import { Picture } from '../../ui/picture.js';
import { Papers, type FileSeen } from './papers.js';
import type { Order } from './queries.js';
import { stageOf, type Audience } from './stage.js';
import { StatePill, Timeline } from './timeline.js';

/** The skeleton every order shares: where it stands, what happens next, its papers, its pieces. */
export function OrderPage({ order, file, audience = 'buyer', children, below }: { order: Order; file: FileSeen; audience?: Audience; children?: ReactNode; below?: ReactNode }) {
  const { t, text } = useMessages();
  return (
    <Page title={t('order.title', { number: order.number })}>
      <title>{text('order.title', { number: order.number })}</title>
      <div className="-mt-3 mb-6">
        <StatePill state={stageOf(order, file)} audience={audience} />
      </div>
      {children}
      <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
        <Section title={t('order.road')}>
          <Timeline state={order.state} shown={stageOf(order, file)} steps={order.steps} audience={audience} />
          {order.progress !== null && (
            <div className="mt-4">
              <Progress
                done={order.progress.made + order.progress.inspected}
                of={order.progress.total}
                label={t('order.progress', { total: order.progress.total, taken: order.progress.accepted + order.progress.made + order.progress.inspected, made: order.progress.made + order.progress.inspected, good: order.progress.inspected })}
              />
            </div>
          )}
        </Section>
        <div>
          <Section title={t('order.papers')}>
            <Papers file={file} withProblems={audience === 'desk'} />
          </Section>
          <Section title={t('order.facts')}>
            <Facts
              rows={[
                [t('order.placed'), <Day key="d" iso={order.placedAt} />],
                [t('order.exporter'), <bdi key="e">{order.exporterName}</bdi>],
                order.trackingNumber !== null && [t('order.tracking'), <span key="t">{order.carrier !== null && t(`carrier.${order.carrier}`)} <bdi>{order.trackingNumber}</bdi></span>],
                [t('order.total'), <Amount key="a" money={order.total} cents="always" />],
              ]}
            />
          </Section>
        </div>
      </div>
      <Section title={t('order.pieces')}>
        <ul className="grid gap-4">
          {order.lines.map((line, at) => (
            <li key={at} className="grid grid-cols-[5rem_1fr] gap-4">
              <Picture id={line.photographId} alt="" sizes="5rem" />
              <div>
                <p className="font-medium" dir="auto">
                  {line.title} <span className="text-muted tabular-nums">× {line.quantity}</span>
                </p>
                <p className="text-sm text-muted">{t('basket.by', { maker: line.makerName })}</p>
                <Amount money={line.goods} />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {below}
    </Page>
  );
}
