import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, TextField } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import type { Sale } from './queries.js';

export function SaleCard({ sale, refusal }: { sale: Sale; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const leftOut = sale.pieces.filter((piece) => piece.leftOut !== null).length;
  return (
    <li className="border-b border-line py-4">
      <p className="flex flex-wrap items-center gap-3">
        <strong className="font-medium" dir="auto">
          {sale.title}
        </strong>
        <Pill tone={sale.state === 'open' ? 'done' : 'waiting'}>{t(`sale.${sale.state}`)}</Pill>
      </p>
      <p>{t('sale.window', { from: <Instant iso={sale.opensAt} />, to: <Instant iso={sale.closesAt} /> })}</p>
      <p>{t('sale.collection', { day: <Day iso={sale.collectionOn} /> })}</p>
      <p className="text-muted">
        {t('sale.pieces', { count: sale.pieces.length })} {leftOut > 0 && t('sale.leftOut', { count: leftOut })}
      </p>
      <FormBox refusal={refusal} scope={`sale-${sale.id}`} className="mt-2">
        <input type="hidden" name="id" value={sale.id} />
        <Button intent="cancel" look="danger">
          {t('sale.cancel')}
        </Button>
      </FormBox>
    </li>
  );
}

/** The id travels in the form, so that a second press plans no second sale. */
export function SaleForm({ id, refusal }: { id: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="sale" className="grid gap-3">
      <input type="hidden" name="id" value={id} />
      <Field name="title" label={t('sale.name')} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Field name="opensAt" type="datetime-local" dir="ltr" label={t('sale.opensAt')} hint={t('sale.hour')} />
        <Field name="closesAt" type="datetime-local" dir="ltr" label={t('sale.closesAt')} hint={t('sale.hour')} />
        <Field name="collectionOn" type="date" dir="ltr" label={t('sale.collectionOn')} hint={t('sale.collectionOn.hint')} />
      </div>
      <TextField name="pieces" label={t('sale.addresses')} hint={t('sale.addresses.hint')} dir="ltr" />
      <Field name="fee" label={t('sale.fee')} hint={t('sale.fee.hint')} inputMode="decimal" dir="ltr" />
      <div>
        <Button intent="plan">{t('sale.plan')}</Button>
      </div>
    </FormBox>
  );
}
