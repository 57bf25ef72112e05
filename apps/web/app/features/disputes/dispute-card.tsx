import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day, Instant } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { Icon } from '../../ui/icons.js';
import { Facts } from '../../ui/page.js';
import { Pill, type Tone } from '../../ui/pill.js';
import { isKnownStatus } from './evidence.js';
import { EvidenceNote } from './evidence-note.js';
import type { CaseItem, Dispute } from './queries.js';

const TONES: Readonly<Record<Dispute['standing'], Tone>> = { open: 'waiting', won: 'done', lost: 'wrong' };

/** The reasons card holders give most; another is shown in the provider's word. */
const REASONS = new Set(['fraudulent', 'product_not_received', 'product_unacceptable', 'duplicate', 'credit_not_processed', 'unrecognized', 'general']);

/** One dispute: until when evidence is taken, and what the house already has for each of its orders. */
export function DisputeCard({ dispute, evidence, refusal }: { dispute: Dispute; evidence: Readonly<Record<string, readonly CaseItem[]>>; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  const { id, standing, status, reason, amount, covered, dueAt, openedAt, closedAt, orders } = dispute;
  return (
    <section className="mb-10">
      <h2 className="flex flex-wrap items-center gap-4 border-b border-ink pb-1 text-xl">
        <Amount money={amount} cents="always" />
        <Pill tone={TONES[standing]}>{t(`dispute.${standing}`)}</Pill>
      </h2>
      {standing === 'open' && <p className="my-3 border-s-4 border-saffron bg-plaster p-3">{dueAt === null ? t('dispute.noEvidence') : t('dispute.due', { day: <Instant iso={dueAt} /> })}</p>}
      <Facts
        rows={[
          [t('dispute.reason'), REASONS.has(reason) ? t(`dispute.reason.${reason}`) : <bdi key="r" dir="ltr">{reason}</bdi>],
          [t('dispute.status'), isKnownStatus(status) ? t(`dispute.status.${status}`) : <bdi key="s" dir="ltr">{status}</bdi>],
          [t('dispute.opened'), <Day key="o" iso={openedAt} />],
          closedAt !== null && [t('dispute.closed'), <Day key="c" iso={closedAt} />],
          covered.amountMinor > 0 && [t('dispute.covered'), <Amount key="v" money={covered} cents="always" />],
          [t('dispute.id'), <bdi key="i" dir="ltr" className="break-all">{id}</bdi>],
        ]}
      />
      {orders.map(({ orderId, number }) => (
        <div key={orderId} className="mt-4 bg-plaster p-4">
          <h3 className="flex flex-wrap items-center justify-between gap-3">
            <Link to={`/${lang}/export/orders/${orderId}`} className={linkLook}>
              <bdi>{number}</bdi>
            </Link>
            <a href={`/evidence/${orderId}.zip`} download className={`${linkLook} inline-flex min-h-12 items-center`}>
              {t('dispute.zip')}
            </a>
          </h3>
          <ul className="grid gap-1">
            {(evidence[orderId] ?? []).map((item) => (
              <li key={item.kind} className={`grid grid-cols-[1.5rem_1fr] gap-2 ${item.present ? '' : 'text-muted'}`}>
                <Icon name={item.present ? 'check' : 'clock'} size={16} />
                <span className="min-w-0 break-words">
                  {t(`evidence.${item.kind}`)} <span className="text-sm text-muted">{item.present ? <EvidenceNote item={item} /> : t('evidence.none')}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {standing === 'open' && (
        <FormBox refusal={refusal} scope={`ask-${id}`} className="mt-3">
          <input type="hidden" name="id" value={id} />
          <Button intent="ask" look="second">
            {t('dispute.ask')}
          </Button>
        </FormBox>
      )}
    </section>
  );
}
