import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Section, TableBox } from '../../ui/page.js';
import type { Share } from './queries.js';
import { byBeneficiary } from './shares.js';

/** Who gets what of what the buyer paid: nothing is taken that is not shown. */
export function ShareTable({ shares }: { shares: readonly Share[] }) {
  const { t, text } = useMessages();
  return (
    <Section title={t('shares.title')}>
      <TableBox label={text('shares.title')}>
        <tbody>
          {byBeneficiary(shares).map(({ to, amount, receives }) => (
            <tr key={to}>
              <th scope="row">{t(`shares.${to}`)}</th>
              <td className="text-end">{receives !== null && <Amount money={receives} cents="always" />}</td>
              <td className="text-end text-muted">
                <Amount money={amount} cents="always" />
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Section>
  );
}
