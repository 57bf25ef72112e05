import { Link, useLocation } from 'react-router';
import { inLang, languages, type Lang } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Icon, Star } from '../../ui/icons.js';
import { CountryChooser } from './country-chooser.js';
import { useShell } from './shell.js';

const touch = 'inline-flex min-h-12 items-center gap-1.5 px-2 hover:underline underline-offset-4';

export function Header() {
  const { t, text, lang } = useMessages();
  const { me, basketCount, demo } = useShell();
  return (
    <header className="border-b border-line print:border-ink">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-20 focus:bg-indigo focus:p-3 focus:text-white">
        {t('skip')}
      </a>
      {demo && (
        <p className="bg-plaster px-4 py-1 text-center text-sm print:hidden">
          {t('demo.banner')}{' '}
          <a href="/mailbox" className="underline underline-offset-4">
            {t('demo.mailbox')}
          </a>
        </p>
      )}
      <div className="mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-2 px-2 sm:px-4">
        <Link to={`/${lang}`} className="me-auto inline-flex min-h-12 items-center gap-2 px-2 font-display text-xl font-semibold text-indigo-ink">
          <Star size={24} />
          {t('brand')}
        </Link>
        <nav aria-label={text('nav')} className="flex items-center text-sm print:hidden">
          <CountryChooser />
          <Link to={`/${lang}/${me === null || me.guest ? 'sign-in' : 'account'}`} className={touch}>
            <Icon name="person" />
            <span className="max-sm:sr-only">{me !== null && !me.guest ? <bdi>{me.name}</bdi> : t('nav.signIn')}</span>
          </Link>
          <Link to={`/${lang}/basket`} className={touch} aria-label={text('nav.basketCount', { count: basketCount })}>
            <Icon name="bag" />
            <span className="tabular-nums">{basketCount}</span>
          </Link>
        </nav>
        <LanguageLinks />
      </div>
    </header>
  );
}

/** Full page loads: the whole document turns around with its language. */
function LanguageLinks() {
  const { text, lang } = useMessages();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={text('nav.language')} className="flex text-sm max-sm:w-full max-sm:justify-center max-sm:border-t max-sm:border-line print:hidden">
      {(Object.keys(languages) as Lang[]).map((other) => (
        <a
          key={other}
          href={inLang(pathname, other) + search}
          lang={other}
          hrefLang={other}
          aria-current={other === lang ? 'true' : undefined}
          className={`${touch} underline-offset-4 aria-[current]:underline ${other === lang ? '' : 'text-muted'}`}
        >
          {languages[other].name}
        </a>
      ))}
    </nav>
  );
}
