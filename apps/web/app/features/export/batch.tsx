import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox, TextField } from '../../ui/form.js';
import { TableBox } from '../../ui/page.js';
import { Pill } from '../../ui/pill.js';
import type { PayoutBatch } from './queries.js';

/** One file and its transfers; what the bank sent back is ticked before settling. */
export function Batch({ batch, refusal }: { batch: PayoutBatch; refusal: Refusal | undefined }) {
  const { t, text } = useMessages();
  const open = batch.state === 'sent';
  const hasFile = open || batch.state === 'settled';
  return (
    <section className="mb-10">
      <h2 className="flex flex-wrap items-center gap-4 border-b border-ink pb-1 text-xl">
        <bdi>{batch.number}</bdi>
        <Pill tone={batch.state === 'refused' ? 'wrong' : batch.state === 'settled' ? 'done' : 'waiting'}>{t(`batch.${batch.state}`)}</Pill>
      </h2>
      <p className="flex flex-wrap items-center gap-x-6 text-base">
        <Amount money={batch.total} cents="always" />
        <span>{t('payouts.on', { day: <Day iso={batch.executeOn} /> })}</span>
        {hasFile && (
          <a href={batch.fileUrl} download className={`${linkLook} inline-flex min-h-14 items-center`} aria-label={text('payouts.file.named', { number: batch.number })}>
            {t('payouts.file')}
          </a>
        )}
      </p>
      <SecondPerson batch={batch} refusal={refusal} />
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
                <td>{open ? <input type="checkbox" name="rejected" value={id} className="size-6 accent-indigo" aria-label={text('payouts.rejected.named', { holder })} /> : t(batch.state === 'waiting' || batch.state === 'refused' ? `payout.${batch.state}` : `payout.${state}`)}</td>
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

/** Who made it, and what the second person says or said. */
function SecondPerson({ batch, refusal }: { batch: PayoutBatch; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const [made, second] = [<bdi key="made">{batch.createdName ?? '–'}</bdi>, <bdi key="second">{batch.decidedName ?? '–'}</bdi>];
  return (
    <>
      {batch.createdName !== null && <p className="text-base text-muted">{batch.decidedName === null ? t('batch.made', { made }) : t(batch.refusal === null ? 'batch.approvedBy' : 'batch.refusedBy', { made, second })}</p>}
      {batch.refusal !== null && (
        <p className="border-s-4 border-terracotta bg-plaster p-3" dir="auto">
          {batch.refusal}
        </p>
      )}
      {batch.state === 'waiting' && !batch.mayDecide && <p className="my-3 border-s-4 border-saffron bg-plaster p-4">{t('batch.needsOther')}</p>}
      {batch.mayDecide && (
        <div className="my-3 grid gap-3 border-s-4 border-indigo-ink bg-plaster p-4">
          <FormBox refusal={refusal} scope={`approve-${batch.id}`}>
            <input type="hidden" name="id" value={batch.id} />
            <p className="mb-3">{t('batch.decide.lead')}</p>
            <Button intent="approve">{t('batch.approve')}</Button>
          </FormBox>
          <details open={refusal?.typed.scope === `refuse-${batch.id}`}>
            <summary className="inline-flex min-h-12 items-center text-terracotta underline underline-offset-4">{t('batch.refuse')}</summary>
            <FormBox refusal={refusal} scope={`refuse-${batch.id}`} className="mt-2 grid gap-4">
              <input type="hidden" name="id" value={batch.id} />
              <TextField name="reason" label={t('batch.refuse.reason')} hint={t('batch.refuse.hint')} rows={2} />
              <div>
                <Button intent="refuse" look="danger">
                  {t('batch.refuse.go')}
                </Button>
              </div>
            </FormBox>
          </details>
        </div>
      )}
    </>
  );
}
