import { Link, redirect, useActionData, useLoaderData } from 'react-router';
import { refuse, type Asked } from '../ask.server.js';
import { basketOf, putInBasket } from '../features/basket/basket.server.js';
import { BasketLines } from '../features/basket/basket-lines.js';
import { Breakdown, ByExporter, UnknownPrice } from '../features/price/breakdown.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { ButtonLink, linkLook } from '../ui/button.js';
import { ErrorSummary } from '../ui/form.js';
import { Empty, Page } from '../ui/page.js';

export async function loader(asked: Asked) {
  return { basket: await basketOf(asked) };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const put = await putInBasket(asked, String(form.get('productId')), Number(form.get('quantity')));
  if ('problems' in put) return refuse(put.problems, form);
  return redirect(`/${langOf(asked.params)}/basket`, { headers: put.cookies });
}

export default function BasketPage() {
  const { basket } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { country } = useShell();
  const empty = basket === null || basket.lines.length === 0;
  return (
    <Page title={t('basket.title')}>
      <title>{text('basket.title')}</title>
      {refusal && <ErrorSummary problems={refusal.problems.map((problem) => ({ ...problem, field: null }))} />}
      {empty ? (
        <Empty title={t('basket.empty')}>
          <p>{t('basket.empty.lead')}</p>
          <Link to={`/${lang}`} className={linkLook}>
            {t('basket.browse')}
          </Link>
        </Empty>
      ) : (
        <div className="grid gap-x-12 gap-y-8 md:grid-cols-[1.4fr_1fr]">
          <BasketLines lines={basket.lines} bought={basket.stall !== null} />
          <div>
            {basket.quote?.known ? (
              <>
                <Breakdown quote={basket.quote} country={country.name} />
                <ByExporter parts={basket.quote.parts} />
                <ButtonLink to={`/${lang}/checkout`} className="mt-4 w-full">
                  {t('basket.checkout')}
                </ButtonLink>
                <p className="mt-2 text-sm text-muted">{t('product.noAccount')}</p>
              </>
            ) : (
              <UnknownPrice quote={basket.quote} country={country.name} />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
