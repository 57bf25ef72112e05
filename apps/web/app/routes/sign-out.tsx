import { redirect } from 'react-router';
import type { Asked } from '../ask.server.js';
import { cookieLine } from '../cookies.server.js';
import { langOf } from '../i18n/languages.js';
import { visitorIn } from '../visitor-context.js';

/** The basket goes with its owner: the next person at this browser starts with an empty one. */
export async function action({ context, request, params }: Asked): Promise<Response> {
  await visitorIn(context).auth('/auth/sign-out');
  const headers = new Headers();
  for (const name of ['basket', 'basket-count']) headers.append('set-cookie', cookieLine(request, name, '', 0));
  return redirect(`/${langOf(params)}`, { headers });
}

export function loader({ params }: Asked): Response {
  return redirect(`/${langOf(params)}/account`);
}
