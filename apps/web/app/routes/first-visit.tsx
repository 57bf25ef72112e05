import { redirect } from 'react-router';
import { langFor } from '../cookies.server.js';

/** The bare address leads to the visitor's language. */
export function loader({ request }: { request: Request }): Response {
  return redirect(`/${langFor(request)}${new URL(request.url).search}`, { headers: { vary: 'accept-language, cookie' } });
}
