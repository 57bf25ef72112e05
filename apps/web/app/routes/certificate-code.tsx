import { redirect } from 'react-router';
import { langFor } from '../cookies.server.js';

/** The code on a label carries no language: the telephone that reads it says its own. */
export function loader({ request, params }: { request: Request; params: { number?: string } }): Response {
  return redirect(`/${langFor(request)}/certificate/${encodeURIComponent(params.number ?? '')}`, { headers: { vary: 'accept-language, cookie' } });
}
