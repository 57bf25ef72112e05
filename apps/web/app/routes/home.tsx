import { Link, useLoaderData, useSearchParams } from 'react-router';
import { ask, askGently, type Asked } from '../ask.server.js';
import { countryOf } from '../cookies.server.js';
import { Filters, SearchBar } from '../features/catalog/filters.js';
import { fromStart, isFiltered, listingInput, withCursor } from '../features/catalog/listing-search.js';
import { Card } from '../features/catalog/product-card.js';
import { deliveredPricesQuery, listingQuery } from '../features/catalog/queries.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { buttonLook } from '../ui/button.js';
import { Empty } from '../ui/page.js';

export async function loader(asked: Asked) {
  const lang = langOf(asked.params);
  const { products } = await ask(asked, listingQuery, listingInput(new URL(asked.request.url).searchParams, lang));
  const productIds = products.nodes.map(({ id }) => id);
  const priced = productIds.length === 0 ? null : await askGently(asked, deliveredPricesQuery, { productIds, country: countryOf(asked.request, lang) });
  return { products, prices: priced?.deliveredPrices ?? [] };
}

export default function Home() {
  const { products, prices } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  const { country } = useShell();
  const [search] = useSearchParams();
  const entrance = !isFiltered(search) && !search.has('after');
  return (
    <main id="main" className="mx-auto w-full max-w-6xl px-4 pb-24">
      <title>{text('home.title')}</title>
      <meta name="description" content={text('home.lead', { country: country.name })} />
      <h1 className={`mt-8 max-w-2xl font-display leading-tight ${entrance ? 'text-3xl sm:text-5xl' : 'text-2xl'}`}>{t('home.title')}</h1>
      {entrance && <p className="mt-3 max-w-xl text-lg text-muted">{t('home.lead', { country: country.name })}</p>}
      <SearchBar facets={products.facets} total={products.total} />
      <div className="mt-4 gap-10 lg:flex">
        <Filters facets={products.facets} />
        <div className="min-w-0 flex-1">
          {products.nodes.length === 0 ? (
            <Empty title={t('listing.empty')}>{t('listing.empty.lead')}</Empty>
          ) : (
            <ul className="grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-3">
              {products.nodes.map((product, at) => (
                <Card key={product.id} product={product} price={prices.find(({ productId }) => productId === product.id)} first={at < 2} />
              ))}
            </ul>
          )}
          <nav aria-label={text('paging')} className="mt-12 flex flex-wrap gap-3">
            {search.has('after') && (
              <Link to={`/${lang}${fromStart(search)}`} className={buttonLook('second')}>
                {t('paging.first')}
              </Link>
            )}
            {products.hasNextPage && products.endCursor && (
              <Link to={`/${lang}${withCursor(search, products.endCursor)}`} className={buttonLook('second')}>
                {t('paging.next')}
              </Link>
            )}
          </nav>
        </div>
      </div>
    </main>
  );
}
