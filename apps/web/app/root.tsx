import readexArabic from '@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2?url';
import readexLatin from '@fontsource-variable/readex-pro/files/readex-pro-latin-wght-normal.woff2?url';
import type { ReactNode } from 'react';
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError } from 'react-router';
import './app.css';
import { isLang, languages } from './i18n/languages.js';

export function Layout({ children }: { children: ReactNode }) {
  const first = useLocation().pathname.split('/')[1];
  const lang = isLang(first) ? first : 'en';
  return (
    <html lang={lang} dir={languages[lang].dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#27386b" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="preload" as="font" type="font/woff2" href={lang === 'ar' ? readexArabic : readexLatin} crossOrigin="anonymous" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

const said = {
  missing: ['This page does not exist.', 'Cette page n’existe pas.', 'هذه الصفحة غير موجودة.'],
  broken: ['Something failed on our side. Nothing you sent is lost; try again in a minute.', 'Une panne de notre côté. Rien de ce que vous avez envoyé n’est perdu ; réessayez dans une minute.', 'وقع عطل من جهتنا. لم يضِع شيء مما أرسلت؛ أعد المحاولة بعد دقيقة.'],
} as const;

/** The last resort speaks all three languages: which one the visitor reads may be what is unknown. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 py-16">
      <title>Dar Sanaa</title>
      <h1 className="text-4xl tabular-nums">{missing ? '404' : '500'}</h1>
      {said[missing ? 'missing' : 'broken'].map((sentence, at) => (
        <p key={sentence} lang={['en', 'fr', 'ar'][at]} dir={at === 2 ? 'rtl' : 'ltr'} className="mt-4 text-lg">
          {sentence}
        </p>
      ))}
      <p className="mt-8 flex gap-6">
        {Object.entries(languages).map(([lang, { name }]) => (
          <a key={lang} href={`/${lang}`} lang={lang} className="text-indigo-ink underline underline-offset-4">
            {name}
          </a>
        ))}
      </p>
    </main>
  );
}
