import { redirect, useActionData, useLoaderData } from 'react-router';
import type { Asked } from '../ask.server.js';
import { basketOf, rememberedBasket } from '../features/basket/basket.server.js';
import type { Basket } from '../features/basket/queries.js';
import { Address } from '../features/checkout/address.js';
import { placeAndPay, returnPath } from '../features/checkout/place.server.js';
import { Breakdown, ByExporter } from '../features/price/breakdown.js';
import { useShell } from '../features/shell/shell.js';
import { addDays, today } from '../format.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Amount, Day } from '../ui/amount.js';
import { Button } from '../ui/button.js';
import { FormBox } from '../ui/form.js';
import { Page } from '../ui/page.js';

export async function loader(asked: Asked) {
  const basket = await basketOf(asked);
  if (basket === null || basket.lines.length === 0 || !basket.quote?.known) throw await elsewhere(asked);
  return { basket, today: today() };
}

/** Back from the provider's page by the browser's own button: the basket is an order already, and can be paid. */
async function elsewhere(asked: Asked): Promise<Response> {
  const remembered = await rememberedBasket(asked);
  return redirect(remembered?.state === 'placed' ? returnPath(asked, remembered.id) : `/${langOf(asked.params)}/basket`);
}

export async function action(asked: Asked) {
  const basket = await basketOf(asked);
  return basket === null ? elsewhere(asked) : placeAndPay(asked, basket, await asked.request.formData());
}

/** One page, three blocks, and a total that never changes: the same figures as on the piece's own page. */
export default function Checkout() {
  const { basket, today: start } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  const { country } = useShell();
  const { quote } = basket;
  return (
    <Page title={t('checkout.title')} lead={t('checkout.guest')}>
      <title>{text('checkout.title')}</title>
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-[1.4fr_1fr]">
        <FormBox refusal={refusal} className="grid gap-10">
          {quote?.total && <input type="hidden" name="shownTotalMinor" value={quote.total.amountMinor} />}
          <Block number={1} title={t('checkout.where')}>
            <Address />
          </Block>
          <Block number={2} title={t('checkout.delivery')}>
            <Delivery quote={quote} today={start} />
          </Block>
          <Block number={3} title={t('checkout.pay')}>
            <p className="mb-3 text-muted">{t('checkout.pay.hint')}</p>
            <Button className="w-full sm:w-auto">
              {t('checkout.go')} {quote?.total && <Amount money={quote.total} />}
            </Button>
          </Block>
        </FormBox>
        <aside className="md:order-last" aria-label={text('checkout.summary')}>
          <ul className="mb-3 grid gap-1">
            {basket.lines.map(({ productId, title, quantity }) => (
              <li key={productId} className="text-sm">
                <bdi>{title}</bdi> <span className="text-muted tabular-nums">× {quantity}</span>
              </li>
            ))}
          </ul>
          {quote && <Breakdown quote={quote} country={country.name} />}
          {quote && <ByExporter parts={quote.parts} />}
        </aside>
      </div>
    </Page>
  );
}

function Block({ number, title, children }: { number: number; title: React.ReactNode; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="mb-4 flex items-center gap-3 border-b border-ink pb-2 text-xl">
        <span className="inline-grid size-8 place-items-center rounded-full border border-ink text-base tabular-nums">{number}</span>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Delivery({ quote, today: start }: { quote: Basket['quote']; today: string }) {
  const { t } = useMessages();
  if (!quote?.etaDays) return <p>{t('checkout.delivery.insured')}</p>;
  const from = <Day iso={addDays(start, quote.etaDays.min)} form="short" />;
  const to = <Day iso={addDays(start, quote.etaDays.max)} form="short" />;
  return (
    <>
      <p>{t('product.arrives', { from, to })}</p>
      <p className="text-muted">{t('checkout.delivery.insured')}</p>
    </>
  );
}
