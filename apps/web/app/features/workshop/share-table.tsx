import { Fragment } from 'react';
import { useMessages } from '../../i18n/messages.js';
import type { Money } from '../../format.js';
import { Amount } from '../../ui/amount.js';
import { Section, TableBox } from '../../ui/page.js';
import type { Share } from './queries.js';
import { byBeneficiary } from './shares.js';

/** Who gets what of what the buyer paid, and what of it went back to her: nothing is taken that is not shown. */
export function ShareTable({ shares }: { shares: readonly Share[] }) {
  const { t, text } = useMessages();
  return (
    <Section title={t('shares.title')}>
      <TableBox label={text('shares.title')}>
        <tbody>
          {byBeneficiary(shares).map(({ to, amount, receives, back, receivesBack }) => (
            <Fragment key={to}>
              <tr>
                <th scope="row">{t(`shares.${to}`)}</th>
                <td className="text-end">{receives !== null && <Amount money={receives} cents="always" />}</td>
                <td className="text-end text-muted">
                  <Amount money={amount} cents="always" />
                </td>
              </tr>
              {back !== null && (
                <tr className="text-terracotta">
                  <th scope="row" className="ps-6 font-normal">
                    {t(to === 'platform' ? 'shares.back.platform' : 'shares.back')}
                  </th>
                  <td className="text-end">{receivesBack !== null && <Amount money={less(receivesBack)} cents="always" />}</td>
                  <td className="text-end">
                    <Amount money={less(back)} cents="always" />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </TableBox>
    </Section>
  );
}

function less({ amountMinor, currency }: Money): Money {
  return { amountMinor: -amountMinor, currency };
}
