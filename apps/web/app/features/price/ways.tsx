import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import type { Alternative, LineKind, Quote } from './queries.js';

const rows: readonly { key: string; kinds: readonly LineKind[] }[] = [
  { key: 'duty', kinds: ['duty', 'surcharge'] },
  { key: 'tax', kinds: ['tax'] },
  { key: 'fee', kinds: ['fee'] },
];

/** Two lawful ways through customs, side by side: the cheaper one is what the buyer pays. */
export function Ways({ quote, scheme, other }: { quote: Quote; scheme: string; other: Alternative }) {
  const { t } = useMessages();
  const currency = quote.currency ?? '';
  const ways = [quote, other];
  const sum = (lines: readonly { kind: LineKind; amountMinor: number }[], kinds: readonly LineKind[]): number => lines.reduce((total, line) => (kinds.includes(line.kind) ? total + line.amountMinor : total), 0);
  return (
    <div className="mt-4 overflow-x-auto text-sm">
      <table className="w-full text-start">
        <caption className="text-start font-medium">{t('ways.title')}</caption>
        <thead>
          <tr className="text-muted">
            <td />
            {[scheme, other.scheme].map((name) => (
              <th key={name} scope="col" className="p-1 text-end font-normal">
                {t(`ways.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, kinds }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className="p-1 text-start font-normal">
                {t(`ways.${key}`)}
              </th>
              {ways.map(({ lines }, at) => (
                <td key={at} className="p-1 text-end">
                  <Amount money={{ amountMinor: sum(lines, kinds), currency }} cents="always" />
                </td>
              ))}
            </tr>
          ))}
          <tr className="border-t border-ink font-medium">
            <th scope="row" className="p-1 text-start">
              {t('price.total')}
            </th>
            {ways.map(({ total }, at) => (
              <td key={at} className="p-1 text-end">
                {total && <Amount money={total} cents="always" />}
              </td>
            ))}
          </tr>
          <tr className="border-t border-line">
            <th scope="row" className="p-1 text-start font-normal">
              {t('ways.days')}
            </th>
            {ways.map(({ etaDays }, at) => (
              <td key={at} className="p-1 text-end">
                <bdi>{etaDays && `${etaDays.min}–${etaDays.max}`}</bdi>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="mt-1 text-mint-ink">{t('ways.saved', { amount: <Amount money={{ amountMinor: other.moreMinor, currency }} cents="always" /> })}</p>
    </div>
  );
}
