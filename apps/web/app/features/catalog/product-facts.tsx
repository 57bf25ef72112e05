import { Link } from 'react-router';
import { formatSize, formatWeight } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Star } from '../../ui/icons.js';
import { Facts } from '../../ui/page.js';
import type { Product } from './queries.js';

function Head({ product }: { product: Product }) {
  const { t, lang } = useMessages();
  return (
    <>
      {product.certificateNumber && (
        <Link to={`/${lang}/certificate/${product.certificateNumber}`} className="inline-flex min-h-8 items-center gap-2 rounded-full bg-mint-soft px-3 py-1 text-sm text-mint-ink underline-offset-4 hover:underline">
          <Star size={16} />
          <span>{t('product.certificate', { number: product.certificateNumber })}</span>
        </Link>
      )}
      <h1 className="mt-3 font-display text-3xl sm:text-4xl" dir="auto">
        {product.title}
      </h1>
      <p className="mt-1 text-muted">
        <Link to={`/${lang}/makers/${product.makerId}`} className="underline underline-offset-4">
          {t('product.by', { maker: product.makerName, place: product.regionName })}
        </Link>
      </p>
      <p className="mt-1 text-sm">{product.unique ? t('product.unique') : t('product.available', { count: product.available })}</p>
      {product.minimumQuantity > 1 && <p className="mt-1 text-sm">{t('product.minimum', { count: product.minimumQuantity })}</p>}
    </>
  );
}

function Body({ product }: { product: Product }) {
  const { t, lang } = useMessages();
  const { lengthMm, widthMm, heightMm, netWeightGrams } = product;
  return (
    <>
      {product.story && (
        <p className="mt-8 max-w-[65ch] whitespace-pre-line" dir="auto">
          {product.story}
        </p>
      )}
      {product.exporterText && (
        <figure className="mt-8 max-w-[65ch]">
          <figcaption className="text-sm text-muted">{t('product.exporter.says', { exporter: product.exporterName })}</figcaption>
          <blockquote className="mt-1 whitespace-pre-line" dir="auto">
            {product.exporterText}
          </blockquote>
        </figure>
      )}
      <h2 className="mt-8 border-b border-ink pb-1 text-xl">{t('product.details')}</h2>
      <Facts
        rows={[
          [t('product.materials'), <Materials key="m" product={product} />],
          lengthMm !== null && [t('product.size'), <bdi key="s">{formatSize(lang, [lengthMm, widthMm, heightMm])}</bdi>],
          netWeightGrams !== null && [t('product.weight'), <bdi key="w">{formatWeight(lang, netWeightGrams)}</bdi>],
          product.techniques.length > 0 && [t('product.technique'), product.techniques.map((one) => <bdi key={one} className="me-2">{one}</bdi>)],
          (product.foodContact || isWare(product.hsCode)) && [t('product.food'), t(product.foodContact ? 'product.food.yes' : 'product.food.no')],
          [t('product.origin'), t('product.origin.value', { place: product.regionName })],
          [t('product.exporter'), <bdi key="e">{product.exporterName}</bdi>],
          product.hsCode !== null && [t('product.hsCode'), <bdi key="h">{product.hsCode}</bdi>],
          product.certificateUntil !== null && [t('product.certifiedUntil'), <Day key="c" iso={product.certificateUntil} />],
        ]}
      />
    </>
  );
}

/** Ceramics that one could eat from (HS 6911 to 6914): where they are not made for food, a buyer is told so before she pays. */
function isWare(hsCode: string | null): boolean {
  return hsCode !== null && /^69(11|12|13|14)/.test(hsCode);
}

function Materials({ product }: { product: Product }) {
  const { t } = useMessages();
  return (
    <ul>
      {product.materials.map(({ code, name, percent, originCountry, scientificName }) => (
        <li key={code}>
          {t('product.material', { name, percent: `${percent} %`, country: originCountry })}
          {scientificName && <i className="ms-1 text-muted">{scientificName}</i>}
        </li>
      ))}
    </ul>
  );
}

export const ProductFacts = { Head, Body };
