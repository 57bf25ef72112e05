import { redirect } from 'react-router';
import { cookieIn } from '../cookies.server.js';
import { isLang, preferredLang } from '../i18n/languages.js';

/** The bare address leads to the language chosen last time, or the one the browser asks for. */
export function loader({ request }: { request: Request }): Response {
  const chosen = cookieIn(request, 'lang') ?? undefined;
  const lang = isLang(chosen) ? chosen : preferredLang(request.headers.get('accept-language'));
  return redirect(`/${lang}${new URL(request.url).search}`, { headers: { vary: 'accept-language, cookie' } });
}
