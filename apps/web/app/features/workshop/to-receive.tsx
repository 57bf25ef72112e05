import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import type { EarningsSummary } from './queries.js';

/** Money is the home screen: what is coming, and where it stands. */
export function ToReceive({ earnings: { held, released, sent, paid, owed, frozen, account }, more = true }: { earnings: EarningsSummary; more?: boolean }) {
  const { t, lang } = useMessages();
  const coming = { amountMinor: held.amountMinor + released.amountMinor + frozen.amountMinor + sent.amountMinor, currency: held.currency };
  return (
    <section className="border border-ink p-4" aria-labelledby="to-receive">
      <h2 id="to-receive" className="text-base text-muted">
        {t('money.coming')}
      </h2>
      <p className="text-4xl font-semibold">
        <Amount money={coming} />
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 text-base sm:grid-cols-4">
        {(
          [
            ['held', held],
            ['released', released],
            ['sent', sent],
            ['paid', paid],
          ] as const
        ).map(([key, money]) => (
          <div key={key}>
            <dt className="text-sm text-muted">{t(`money.${key}`)}</dt>
            <dd>
              <Amount money={money} />
            </dd>
          </div>
        ))}
      </dl>
      {frozen.amountMinor > 0 && <p className="mt-3 border-s-4 border-saffron bg-plaster p-3 text-base">{t('money.frozen.lead', { amount: <Amount money={frozen} cents="always" /> })}</p>}
      {owed.amountMinor > 0 && <p className="mt-3 border-s-4 border-saffron bg-plaster p-3 text-base">{t('money.owed', { amount: <Amount money={owed} cents="always" /> })}</p>}
      <p className="mt-3 text-base">
        {account === null ? t('money.noAccount') : t('money.account', { account: account.masked, day: <Day iso={account.usableFrom} /> })}{' '}
        {more && (
          <Link to={`/${lang}/workshop/money`} className={`${linkLook} inline-flex min-h-12 items-center`}>
            {t('money.open')}
          </Link>
        )}
      </p>
    </section>
  );
}
