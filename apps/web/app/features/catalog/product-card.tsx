import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Star } from '../../ui/icons.js';
import { Picture } from '../../ui/picture.js';
import { useShell } from '../shell/shell.js';
import type { DeliveredPrice, ProductCard } from './queries.js';

/** One object on the wall: what it is, whose it is, and the one price that will be paid. */
export function Card({ product, price, first }: { product: ProductCard; price: DeliveredPrice | undefined; first: boolean }) {
  const { t, lang } = useMessages();
  const { country } = useShell();
  return (
    <li className="group">
      <Link to={`/${lang}/p/${product.slug}`} className="block">
        <Picture id={product.photographId} alt="" sizes="(min-width: 64rem) 15rem, 45vw" first={first} />
        <h2 className="mt-3 text-base font-medium underline-offset-4 group-hover:underline" dir="auto">
          {product.title}
        </h2>
      </Link>
      <p className="text-sm text-muted">{t('product.by', { maker: product.makerName, place: product.regionName })}</p>
      {product.certified && (
        <p className="mt-1 inline-flex items-center gap-1 text-sm text-mint-ink">
          <Star size={16} /> {t('product.certified')}
        </p>
      )}
      {price?.known && price.total ? (
        <p className="mt-1 text-lg">
          <Amount money={price.total} />
          <span className="block text-xs text-muted">{t('product.delivered', { country: country.name })}</span>
        </p>
      ) : (
        <p className="mt-1 text-sm text-muted">{t('product.askPrice', { country: country.name })}</p>
      )}
    </li>
  );
}
