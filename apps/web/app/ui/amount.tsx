import { formatDay, formatInstant, formatMoney, type Money } from '../format.js';
import { useMessages } from '../i18n/messages.js';

export function Amount({ money, cents }: { money: Money; cents?: 'auto' | 'always' }) {
  const { lang } = useMessages();
  return <bdi className="tabular-nums">{formatMoney(lang, money, cents)}</bdi>;
}

export function Day({ iso, form }: { iso: string; form?: 'short' | 'long' }) {
  const { lang } = useMessages();
  return (
    <time dateTime={iso}>
      <bdi>{formatDay(lang, iso, form)}</bdi>
    </time>
  );
}

/** From one day to another, or the one day that both are. */
export function Days({ from, to }: { from: string; to: string }) {
  if (from === to) return <Day iso={from} />;
  return (
    <>
      <Day iso={from} /> – <Day iso={to} />
    </>
  );
}

export function Instant({ iso }: { iso: string }) {
  const { lang } = useMessages();
  return (
    <time dateTime={iso}>
      <bdi>{formatInstant(lang, iso)}</bdi>
    </time>
  );
}
