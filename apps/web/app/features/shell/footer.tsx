import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';

export function Footer() {
  const { t, text, lang } = useMessages();
  return (
    <footer className="mt-auto border-t border-line pb-24 pt-6 text-sm text-muted sm:pb-8 print:hidden">
      <nav aria-label={text('footer')} className="mx-auto flex max-w-6xl flex-wrap gap-x-6 px-4 [&_a]:inline-flex [&_a]:min-h-12 [&_a]:items-center [&_a]:underline-offset-4 hover:[&_a]:underline">
        <Link to={`/${lang}/certificate`}>{t('footer.certificate')}</Link>
        <Link to={`/${lang}/prices`}>{t('footer.prices')}</Link>
        <Link to={`/${lang}/orders`}>{t('footer.orders')}</Link>
        <Link to={`/${lang}/workshop`}>{t('footer.workshop')}</Link>
      </nav>
      <p className="mx-auto mt-2 max-w-6xl px-4">{t('footer.line')}</p>
    </footer>
  );
}
