import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { TableBox } from '../../ui/page.js';
import { Pill } from '../../ui/pill.js';
import type { PayoutBatch } from './queries.js';

/** One file and its transfers; what the bank sent back is ticked before settling. */
export function Batch({ batch, refusal }: { batch: PayoutBatch; refusal: Refusal | undefined }) {
  const { t, text } = useMessages();
  const open = batch.state === 'sent';
  return (
    <section className="mb-10">
      <h2 className="flex flex-wrap items-center gap-4 border-b border-ink pb-1 text-xl">
        <bdi>{batch.number}</bdi>
        <Pill tone={open ? 'waiting' : 'done'}>{t(`batch.${batch.state}`)}</Pill>
      </h2>
      <p className="flex flex-wrap items-center gap-x-6 text-base">
        <Amount money={batch.total} cents="always" />
        <span>{t('payouts.on', { day: <Day iso={batch.executeOn} /> })}</span>
        <a href={batch.fileUrl} download className={`${linkLook} inline-flex min-h-14 items-center`} aria-label={text('payouts.file.named', { number: batch.number })}>
          {t('payouts.file')}
        </a>
      </p>
      <FormBox refusal={refusal} scope={`settle-${batch.id}`}>
        <input type="hidden" name="id" value={batch.id} />
        <TableBox label={text('payouts.of', { number: batch.number })}>
          <thead>
            <tr>
              <th scope="col">{t('payouts.holder')}</th>
              <th scope="col">{t('payouts.account')}</th>
              <th scope="col">{t('payouts.amount')}</th>
              <th scope="col">{open ? t('payouts.rejected') : t('payouts.state')}</th>
            </tr>
          </thead>
          <tbody>
            {batch.payouts.map(({ id, holder, account, amount, state }) => (
              <tr key={id}>
                <td>
                  <bdi>{holder}</bdi>
                </td>
                <td>
                  <bdi>{account}</bdi>
                </td>
                <td>
                  <Amount money={amount} cents="always" />
                </td>
                <td>{open ? <input type="checkbox" name="rejected" value={id} className="size-6 accent-indigo" aria-label={text('payouts.rejected.named', { holder })} /> : t(`payout.${state}`)}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
        {open && (
          <Button intent="settle" look="second" className="mt-3">
            {t('payouts.settle')}
          </Button>
        )}
      </FormBox>
    </section>
  );
}
