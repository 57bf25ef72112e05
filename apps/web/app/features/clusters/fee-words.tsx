import type { ReactNode } from 'react';
import { formatNumber } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import type { Fee, FeeSums } from './queries.js';

const dirhams = (amountMinor: number): ReactNode => <Amount money={{ amountMinor, currency: 'MAD' }} />;

/** What a fee is made of, in words: for which work, and how it is paid. */
export function FeeWords({ fees }: { fees: readonly Fee[] }) {
  const { t, lang } = useMessages();
  if (fees.length === 0) return <p>{t('cluster.fee.none')}</p>;
  return (
    <ul className="grid gap-1">
      {fees.map(({ role, bp, itemMinor, kgMinor, orderMinor }) => (
        <li key={role}>
          <span className="text-muted">{t(`feeRole.${role}`)}</span>{' '}
          {bp > 0 && <span>{t('cluster.fee.part', { percent: formatNumber(lang, bp / 100, bp % 100 === 0 ? 0 : 2) })} </span>}
          {itemMinor > 0 && <span>{t('cluster.fee.item', { amount: dirhams(itemMinor) })} </span>}
          {kgMinor > 0 && <span>{t('cluster.fee.kg', { amount: dirhams(kgMinor) })} </span>}
          {orderMinor > 0 && <span>{t('cluster.fee.order', { amount: dirhams(orderMinor) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What she has read goes with her answer: a fee that moves in between is refused. */
export function ReadFee({ fee }: { fee: FeeSums }) {
  return (
    <>
      <input type="hidden" name="feeBp" value={fee.feeBp} />
      <input type="hidden" name="feeItemMinor" value={fee.feeItemMinor} />
      <input type="hidden" name="feeKgMinor" value={fee.feeKgMinor} />
      <input type="hidden" name="feeOrderMinor" value={fee.feeOrderMinor} />
    </>
  );
}
