import { data, Outlet, useLoaderData, type ShouldRevalidateFunctionArgs } from 'react-router';
import { askGently, type Asked } from '../ask.server.js';
import { cookieIn, cookieLine, countryOf } from '../cookies.server.js';
import { Footer } from '../features/shell/footer.js';
import { Header } from '../features/shell/header.js';
import { shellQuery } from '../features/shell/queries.js';
import type { ShellState } from '../features/shell/shell.js';
import { loadShop } from '../i18n/catalogue.js';
import { isLang } from '../i18n/languages.js';
import { LangProvider } from '../i18n/messages.js';
import { Working } from '../ui/form.js';
import { visitorIn } from '../visitor-context.js';

await loadShop();

/** Countries whose English name takes an article inside a sentence. */
const WITH_ARTICLE = new Set(['GB', 'US', 'NL', 'AE']);

export async function loader(asked: Asked) {
  const { lang } = asked.params;
  if (!isLang(lang)) throw data(null, { status: 404 });
  const shell = (await askGently(asked, shellQuery, {})) ?? { me: null, countries: [] };
  const wanted = countryOf(asked.request, lang);
  const found = shell.countries.find(({ code }) => code === wanted) ?? { code: wanted, name: wanted, currency: 'EUR' };
  const country = lang === 'en' && WITH_ARTICLE.has(found.code) ? { ...found, name: `the ${found.name}` } : found;
  const state: ShellState & { lang: typeof lang } = {
    ...shell,
    country,
    basketCount: Number(cookieIn(asked.request, 'basket-count') ?? 0),
    demo: visitorIn(asked.context).demo,
    lang,
  };
  const remembered = cookieIn(asked.request, 'lang') === lang;
  return data(state, remembered ? {} : { headers: { 'set-cookie': cookieLine(asked.request, 'lang', lang) } });
}

/** Who is looking changes only by a form: sign-in, basket, country. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && formMethod !== 'GET';
}

export default function Language() {
  const { lang } = useLoaderData<typeof loader>();
  return (
    <LangProvider value={lang}>
      <Working />
      <Header />
      <Outlet />
      <Footer />
    </LangProvider>
  );
}
