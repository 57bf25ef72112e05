import { redirect } from 'react-router';
import { langFor } from '../cookies.server.js';

/** The code at a stall carries no language: the visitor's own phone says hers. */
export function loader({ request, params }: { request: Request; params: { key?: string } }): Response {
  return redirect(`/${langFor(request)}/take-home/${encodeURIComponent(params.key ?? '')}`, { headers: { vary: 'accept-language, cookie' } });
}
