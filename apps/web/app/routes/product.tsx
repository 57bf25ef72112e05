import { redirect, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, refuse, type Asked } from '../ask.server.js';
import { countryOf } from '../cookies.server.js';
import { putInBasket } from '../features/basket/basket.server.js';
import { Buying } from '../features/catalog/buying.js';
import { Gallery } from '../features/catalog/gallery.js';
import { ProductFacts } from '../features/catalog/product-facts.js';
import { productQuery } from '../features/catalog/queries.js';
import { Breakdown, UnknownPrice } from '../features/price/breakdown.js';
import { onePiece, quoteQuery } from '../features/price/queries.js';
import { useShell } from '../features/shell/shell.js';
import { countryName, today } from '../format.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';

export async function loader(asked: LoaderFunctionArgs) {
  const lang = langOf(asked.params);
  const { product } = await ask(asked, productQuery, { slug: asked.params.slug ?? '', locale: lang });
  const quoted = await askGently(asked, quoteQuery, onePiece(product.id, countryOf(asked.request, lang), product.minimumQuantity));
  const materials = product.materials.map((material) => ({ ...material, originCountry: countryName(lang, material.originCountry) }));
  return { product: { ...product, materials }, quote: quoted?.quote ?? null, today: today() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const put = await putInBasket(asked, String(form.get('productId')), Number(form.get('quantity') ?? 1));
  if ('problems' in put) return refuse(put.problems, form);
  const lang = langOf(asked.params);
  return redirect(form.get('intent') === 'buy' ? `/${lang}/checkout` : `/${lang}/basket`, { headers: put.cookies });
}

export default function ProductPage() {
  const { product, quote, today: start } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useMessages();
  const { country } = useShell();
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl gap-x-12 px-4 pb-32 md:grid-cols-[1.15fr_1fr]">
      <title>{product.title}</title>
      <Gallery title={product.title} photographs={product.photographs} />
      <div className="mt-6 md:mt-8">
        <ProductFacts.Head product={product} />
        <h2 className="mt-6 font-medium">{t('price.title')}</h2>
        <div className="mt-2">
          {quote?.known ? <Breakdown quote={quote} country={country.name} origin={quote.perLine} /> : <UnknownPrice quote={quote} country={country.name} />}
        </div>
        <Buying product={product} quote={quote} today={start} refusal={refusal} />
        <ProductFacts.Body product={product} />
      </div>
    </main>
  );
}
