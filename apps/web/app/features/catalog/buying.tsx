import type { Refusal } from '../../ask.server.js';
import { addDays } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import type { Quote } from '../price/queries.js';
import type { Product } from './queries.js';

interface BuyingProps {
  product: Product;
  quote: Quote | null;
  /** The day delivery is counted from. */
  today: string;
  refusal: Refusal | undefined;
}

/** On a phone the total and the verb stay under the thumb; on a wide screen they stand under the price. */
export function Buying({ product, quote, today, refusal }: BuyingProps) {
  const { t, lang } = useMessages();
  if (product.available < product.minimumQuantity) return <p className="mt-6 border-s-4 border-line bg-plaster p-4">{t(product.state === 'listed' ? 'product.held' : 'product.gone')}</p>;
  if (!quote?.known || !quote.total) {
    return (
      <div className="mt-4">
        <ButtonLink to={`/${lang}/quote?piece=${product.slug}`}>{t('product.quote')}</ButtonLink>
      </div>
    );
  }
  return (
    <>
      <Arrival leadTimeDays={product.leadTimeDays} etaDays={quote.etaDays} today={today} />
      <FormBox refusal={refusal} className="mt-4">
        <input type="hidden" name="productId" value={product.id} />
        {product.unique ? <input type="hidden" name="quantity" value="1" /> : <Quantity least={product.minimumQuantity} most={product.available} />}
        <div className="grid gap-3 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:grid-cols-[1fr_auto] max-md:border-t max-md:border-line max-md:bg-lime max-md:p-3">
          <Button intent="buy">
            {t('product.buy')} <Amount money={quote.total} />
          </Button>
          <Button intent="add" look="second">
            {t('product.add')}
          </Button>
        </div>
      </FormBox>
      <p className="mt-2 text-sm text-muted">{t('product.noAccount')}</p>
    </>
  );
}

/** Made-to-order pieces first have to be made. */
function Arrival({ leadTimeDays, etaDays, today }: { leadTimeDays: number; etaDays: Quote['etaDays']; today: string }) {
  const { t } = useMessages();
  if (etaDays === null) return null;
  const from = <Day iso={addDays(today, leadTimeDays + etaDays.min)} form="short" />;
  const to = <Day iso={addDays(today, leadTimeDays + etaDays.max)} form="short" />;
  return <p className="mt-1 text-sm text-muted">{t('product.arrives', { from, to })}</p>;
}

function Quantity({ least, most }: { least: number; most: number }) {
  const { t } = useMessages();
  return (
    <label className="mb-4 flex items-center gap-3">
      <span className="font-medium">{t('product.quantity')}</span>
      <select name="quantity" className="min-h-12 border border-ink bg-lime px-3">
        {Array.from({ length: Math.max(0, Math.min(most - least + 1, 20)) }, (_, at) => (
          <option key={at} value={at + least}>
            {at + least}
          </option>
        ))}
      </select>
    </label>
  );
}
