import { redirect } from 'react-router';
import type { Asked } from '../ask.server.js';
import { cookieLine, safeNext } from '../cookies.server.js';
import { langOf } from '../i18n/languages.js';

export async function action({ request, params }: Asked): Promise<Response> {
  const form = await request.formData();
  const country = String(form.get('country') ?? '');
  const next = safeNext(String(form.get('next') ?? ''), `/${langOf(params)}`);
  return redirect(next, /^[A-Z]{2}$/.test(country) ? { headers: { 'set-cookie': cookieLine(request, 'country', country) } } : {});
}

export function loader({ params }: Asked): Response {
  return redirect(`/${langOf(params)}`);
}
