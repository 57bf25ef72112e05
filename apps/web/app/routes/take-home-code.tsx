import { redirect } from 'react-router';
import { cookieIn } from '../cookies.server.js';
import { isLang, preferredLang } from '../i18n/languages.js';

/** The code at a stall carries no language: the visitor's own phone says hers. */
export function loader({ request, params }: { request: Request; params: { key?: string } }): Response {
  const chosen = cookieIn(request, 'lang') ?? undefined;
  const lang = isLang(chosen) ? chosen : preferredLang(request.headers.get('accept-language'));
  return redirect(`/${lang}/take-home/${encodeURIComponent(params.key ?? '')}`, { headers: { vary: 'accept-language, cookie' } });
}
