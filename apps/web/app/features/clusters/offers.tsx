import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox, TextField } from '../../ui/form.js';
import type { Offer } from './offer-queries.js';

const LANGUAGES = ['en', 'fr', 'ar'] as const;

/** A member's piece under the cluster's name: who gets what of it, and what the cluster adds. */
export function OfferCard({ offer, refusal }: { offer: Offer; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <li className="border-b border-line py-4">
      <p>
        {offer.onSale ? (
          <Link to={`/${lang}/p/${offer.slug}`} className={linkLook}>
            <bdi>{offer.title}</bdi>
          </Link>
        ) : (
          <bdi>{offer.title}</bdi>
        )}{' '}
        <bdi className="text-muted">{offer.makerName}</bdi>
      </p>
      {!offer.onSale && <p className="text-muted">{t('cluster.offer.notOnSale')}</p>}
      {offer.resting ? (
        <p className="text-terracotta">{t('cluster.offer.resting')}</p>
      ) : offer.paused ? (
        <p className="text-terracotta">{t('cluster.offer.paused')}</p>
      ) : (
        <p>
          {t('cluster.offer.shares', { maker: <Amount money={offer.maker} />, cluster: <Amount money={offer.cluster} /> })}{' '}
          {offer.clusterPerOrder.amountMinor > 0 && t('cluster.fee.order', { amount: <Amount money={offer.clusterPerOrder} /> })}
        </p>
      )}
      <FormBox refusal={refusal} scope={`offer-${offer.productId}`} className="mt-2">
        <input type="hidden" name="productId" value={offer.productId} />
        <details>
          <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('cluster.offer.change')}</summary>
          <Terms offer={offer} />
          <div className="mt-3 flex flex-wrap gap-3">
            <Button intent="again">{t('cluster.offer.save')}</Button>
            <Button intent="withdraw" look="danger">
              {t('cluster.offer.withdraw')}
            </Button>
          </div>
        </details>
      </FormBox>
      <Delegated offer={offer} refusal={refusal} />
    </li>
  );
}

/** What her permissions about stock and pictures allow; without them the house says which is missing. */
function Delegated({ offer, refusal }: { offer: Offer; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('cluster.piece.do')}</summary>
      <FormBox refusal={refusal} scope={`stock-${offer.productId}`} className="mt-2 flex flex-wrap items-end gap-3">
        <input type="hidden" name="productId" value={offer.productId} />
        <div className="w-40">
          <Field name="stock" label={t('cluster.piece.stock')} inputMode="numeric" dir="ltr" />
        </div>
        <Button intent="stock" look="second">
          {t('cluster.work')}
        </Button>
      </FormBox>
      <FormBox refusal={refusal} scope={`photograph-${offer.productId}`} encType="multipart/form-data" className="mt-3 flex flex-wrap items-end gap-3">
        <input type="hidden" name="productId" value={offer.productId} />
        <Field name="photograph" type="file" accept="image/*" label={t('cluster.piece.photograph')} />
        <Button intent="photograph" look="second">
          {t('cluster.piece.send')}
        </Button>
      </FormBox>
    </details>
  );
}

const inBox = (hundredths: number | null): string => (hundredths == null ? '' : String(hundredths / 100));

function Terms({ offer }: { offer: Offer }) {
  const { t } = useMessages();
  return (
    <div className="grid gap-3">
      <p className="max-w-[65ch] text-muted">{t('cluster.offer.own.lead')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="ownPart" label={t('cluster.offer.ownPart')} hint={t('cluster.offer.own.hint')} inputMode="decimal" dir="ltr" optional defaultValue={inBox(offer.ownFeeBp)} />
        <Field name="ownItem" label={t('cluster.offer.ownItem')} hint={t('cluster.offer.own.hint')} inputMode="decimal" dir="ltr" optional defaultValue={inBox(offer.ownFeeItemMinor)} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name="minimumQuantity" label={t('cluster.offer.minimum')} hint={t('cluster.offer.minimum.hint')} inputMode="numeric" dir="ltr" optional defaultValue={offer.minimumQuantity} />
        <Field name="keptBack" label={t('cluster.offer.keptBack')} hint={t('cluster.offer.keptBack.hint')} inputMode="numeric" dir="ltr" optional defaultValue={offer.keptBack} />
      </div>
      {LANGUAGES.map((language) => (
        <TextField key={language} name={`text-${language}`} label={t(`cluster.offer.text.${language}`)} rows={2} optional defaultValue={offer.text?.[language] ?? ''} />
      ))}
    </div>
  );
}
