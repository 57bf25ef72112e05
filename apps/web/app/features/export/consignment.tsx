import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { formatSize, formatWeight } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox, Select } from '../../ui/form.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { Consignment } from './queries.js';
import { PaperState } from './to-pack.js';

const tones: Record<Consignment['state'], Tone> = { PACKED: 'waiting', DISPATCHED: 'plain', DELIVERED: 'done' };
const CARRIERS = ['barid', 'dhl', 'ups', 'fedex', 'air', 'road', 'sea'] as const;

/** One parcel or several, their orders, and the next thing to do with them. */
export function ConsignmentCard({ consignment, refusal }: { consignment: Consignment; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  const { id, state, orders, packages } = consignment;
  return (
    <li className="border-b border-line py-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Pill tone={tones[state]}>{t(`consignment.${state}`)}</Pill>
        <span className="text-base text-muted">
          <Day iso={consignment.deliveredOn ?? consignment.dispatchedOn ?? consignment.packedAt} />
        </span>
        {consignment.trackingNumber !== null && (
          <bdi>
            {consignment.trackingUrl === null ? consignment.trackingNumber : <a href={consignment.trackingUrl} className={linkLook}>{consignment.carrier !== null && t(`carrier.${consignment.carrier}`)} {consignment.trackingNumber}</a>}
          </bdi>
        )}
      </p>
      <ul className="mt-2">
        {orders.map((order) => (
          <li key={order.orderId}>
            <Link to={`/${lang}/export/orders/${order.orderId}`} className={linkLook}>
              <bdi>{order.number}</bdi>
            </Link>{' '}
            <bdi>{order.country}</bdi> {state === 'PACKED' && <PaperState order={order} />}
          </li>
        ))}
      </ul>
      <p className="text-base text-muted">
        {packages.map(({ grossWeightGrams, lengthMm, widthMm, heightMm }, at) => (
          <bdi key={at} className="me-4">
            {`${formatWeight(lang, grossWeightGrams)}${lang === 'ar' ? '،' : ','} ${formatSize(lang, [lengthMm, widthMm, heightMm])}`}
          </bdi>
        ))}
      </p>
      {state === 'PACKED' && <DispatchForm id={id} refusal={refusal} />}
      {state === 'DISPATCHED' && <DeliverForm id={id} refusal={refusal} />}
    </li>
  );
}

function DispatchForm({ id, refusal }: { id: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`dispatch-${id}`} className="mt-3 grid gap-4 sm:grid-cols-3 sm:items-end">
      <input type="hidden" name="id" value={id} />
      <Select name="carrier" label={t('export.carrier')}>
        {CARRIERS.map((carrier) => (
          <option key={carrier} value={carrier}>
            {t(`carrier.${carrier}`)}
          </option>
        ))}
      </Select>
      <Field name="trackingNumber" label={t('export.tracking')} dir="ltr" autoComplete="off" />
      <Button intent="dispatch">{t('export.dispatch')}</Button>
    </FormBox>
  );
}

function DeliverForm({ id, refusal }: { id: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`deliver-${id}`} className="mt-3 grid gap-4 sm:grid-cols-3 sm:items-end">
      <input type="hidden" name="id" value={id} />
      <Field name="deliveredOn" type="date" label={t('export.deliveredOn')} optional />
      <Button intent="deliver" look="second">
        {t('export.deliver')}
      </Button>
    </FormBox>
  );
}
