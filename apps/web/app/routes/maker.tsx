import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently } from '../ask.server.js';
import { countryOf } from '../cookies.server.js';
import { Card } from '../features/catalog/product-card.js';
import { deliveredPricesQuery } from '../features/catalog/queries.js';
import { makerQuery } from '../features/maker/queries.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Day } from '../ui/amount.js';
import { buttonLook } from '../ui/button.js';
import { Empty } from '../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const lang = langOf(asked.params);
  const { maker, makerStory, products, branches, regions } = await ask(asked, makerQuery, { id: asked.params.id ?? '', after: new URL(asked.request.url).searchParams.get('after'), locale: lang });
  const productIds = products.nodes.map(({ id }) => id);
  const priced = productIds.length === 0 ? null : await askGently(asked, deliveredPricesQuery, { productIds, country: countryOf(asked.request, lang) });
  const named = (all: readonly { code: string; en: string; fr: string; ar: string }[], code: string): string => all.find((one) => one.code === code)?.[lang] ?? code;
  return { maker, story: makerStory, products, prices: priced?.deliveredPrices ?? [], branch: named(branches, maker.branch), region: named(regions, maker.regionCode) };
}

/** Who made it: her craft and her place, her own words, and what she has on the wall today. */
export default function MakerPage() {
  const { maker, story, products, prices, branch, region } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  const name = (lang === 'ar' ? maker.nameArabic : null) ?? maker.nameLatin ?? maker.nameArabic ?? '';
  return (
    <main id="main" className="mx-auto w-full max-w-6xl px-4 pb-24">
      <title>{name}</title>
      <meta name="description" content={text('maker.lead', { branch, region })} />
      <h1 className="mt-8 font-display text-3xl sm:text-5xl" dir="auto">
        {name}
      </h1>
      <p className="mt-2 text-lg text-muted">{t('maker.lead', { branch, region })}</p>
      <p className="mt-1 text-sm">{t('maker.registered', { day: <Day iso={maker.registeredOn} /> })}</p>
      {story && (
        <p className="mt-6 max-w-[65ch] whitespace-pre-line text-lg" dir="auto" lang={story.locale}>
          {story.text}
        </p>
      )}
      <h2 className="mt-10 border-b border-ink pb-1 text-xl">{t('maker.pieces', { count: products.total })}</h2>
      {products.nodes.length === 0 ? (
        <div className="mt-4">
          <Empty title={t('maker.none')}>{t('maker.none.lead')}</Empty>
        </div>
      ) : (
        <ul className="mt-6 grid grid-cols-2 gap-x-4 gap-y-10 md:grid-cols-4">
          {products.nodes.map((product, at) => (
            <Card key={product.id} product={product} price={prices.find(({ productId }) => productId === product.id)} first={at < 2} />
          ))}
        </ul>
      )}
      {products.hasNextPage && products.endCursor && (
        <Link to={`?after=${encodeURIComponent(products.endCursor)}`} className={`mt-12 ${buttonLook('second')}`}>
          {t('paging.next')}
        </Link>
      )}
    </main>
  );
}
