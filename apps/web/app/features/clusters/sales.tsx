import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import type { Sale, SalePiece } from './queries.js';

/** Codes of refusals that the page has a sentence for. */
const LEFT_OUT: ReadonlySet<string> = new Set(['CLUSTER_AT_REST', 'CLUSTER_PERMISSION_MISSING', 'CLUSTER_OFFERED_ELSEWHERE', 'CLUSTER_FEE_TOO_HIGH', 'CLUSTER_NOT_MEMBER']);

/** `next` is the id of the next movement, so that a second press records no second one. */
export function SaleCard({ sale, next, refusal }: { sale: Sale; next: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
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
      <p className="mt-1 max-w-[65ch]">{t(`sale.next.${sale.state}`)}</p>
      <p className="text-muted">{t('sale.pieces', { count: sale.pieces.length })}</p>
      <ul className="mt-2 text-base">
        {sale.pieces.map((piece) => (
          <li key={piece.productId}>
            <bdi>{piece.title || piece.productId.slice(0, 8)}</bdi>{' '}
            {sale.state !== 'planned' && <span className="text-muted">{t('sale.inOut', { sold: piece.sold, in: piece.broughtIn, out: piece.sentOut, back: piece.goneBack })}</span>}
            {here(piece) > 0 && <span className="block">{t('sale.here', { count: here(piece) })}</span>}
            {piece.leftOut !== null && <span className="block text-terracotta">{t('sale.leftOut', { why: t(LEFT_OUT.has(piece.leftOut) ? `sale.out.${piece.leftOut}` : 'sale.out.other') })}</span>}
          </li>
        ))}
      </ul>
      {sale.outlets.length > 0 && (
        <ul className="mt-2 text-base">
          {sale.outlets.map((outlet) => (
            <li key={outlet.number}>
              <bdi>{outlet.name}</bdi> · <bdi>{outlet.city}</bdi>: {t('sale.received', { count: outlet.received })}
            </li>
          ))}
        </ul>
      )}
      {(sale.state === 'open' || sale.state === 'closed' || sale.pieces.some((piece) => piece.broughtIn > 0)) && <Movements sale={sale} next={next} refusal={refusal} />}
      {(sale.state === 'open' || sale.state === 'planned') && (
        <FormBox refusal={refusal} scope={`sale-${sale.id}`} className="mt-2">
          <input type="hidden" name="id" value={sale.id} />
          <Button intent="cancel" look="danger">
            {t('sale.cancel')}
          </Button>
        </FormBox>
      )}
    </li>
  );
}

/** Brought in, and neither gone out nor back. */
function here({ broughtIn, sentOut, goneBack }: SalePiece): number {
  return broughtIn - sentOut - goneBack;
}

/** What came in from its maker, what went out to which outlet, and what goes back to her. */
function Movements({ sale, next, refusal }: { sale: Sale; next: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const [first] = sale.pieces;
  if (first === undefined) return null;
  return (
    <FormBox refusal={refusal} scope={`move-${sale.id}`} className="mt-3 grid gap-3 bg-plaster p-4 sm:grid-cols-3">
      <input type="hidden" name="id" value={sale.id} />
      <input type="hidden" name="movement" value={next} />
      <Select name="productId" label={t('sale.piece')}>
        {sale.pieces.map((piece) => (
          <option key={piece.productId} value={piece.productId}>
            {`${piece.title || piece.productId.slice(0, 8)} (${here(piece)})`}
          </option>
        ))}
      </Select>
      <Select name="outlet" label={t('sale.where')}>
        <option value="">{t('sale.in')}</option>
        {sale.outlets.map((outlet) => (
          <option key={outlet.number} value={outlet.number}>
            {`${outlet.name} · ${outlet.city}`}
          </option>
        ))}
        <option value="back">{t('sale.back')}</option>
      </Select>
      <Field name="quantity" label={t('lot.howMany')} inputMode="numeric" dir="ltr" />
      <div>
        <Button intent="move" look="second">
          {t('sale.record')}
        </Button>
      </div>
    </FormBox>
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
      <div className="grid gap-3 sm:grid-cols-3">
        <Field name="fee" label={t('sale.fee')} hint={t('sale.fee.hint')} inputMode="decimal" dir="ltr" />
        <Field name="item" label={t('sale.item')} hint={t('sale.item.hint')} inputMode="decimal" dir="ltr" optional />
        <Field name="minimum" label={t('sale.minimum')} hint={t('cluster.offer.minimum.hint')} inputMode="numeric" dir="ltr" optional defaultValue={1} />
      </div>
      <TextField name="outlets" label={t('sale.outlets')} hint={t('sale.outlets.hint')} optional />
      <div>
        <Button intent="plan">{t('sale.plan')}</Button>
      </div>
    </FormBox>
  );
}
