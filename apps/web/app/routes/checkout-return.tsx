import { useEffect } from 'react';
import { data, Form, Link, redirect, useActionData, useLoaderData, useRevalidator } from 'react-router';
import { ask, refuse, type Asked } from '../ask.server.js';
import { basketIn, cookieLine } from '../cookies.server.js';
import { startPayment } from '../features/checkout/place.server.js';
import { basketPaymentQuery } from '../features/checkout/queries.js';
import { useMessages } from '../i18n/messages.js';
import { Button, buttonLook } from '../ui/button.js';
import { ErrorSummary } from '../ui/form.js';
import { Page } from '../ui/page.js';

type Outcome = 'paid' | 'waiting' | 'failed';

function basketAsked(request: Request): string {
  const id = new URL(request.url).searchParams.get('basket');
  if (id === null) throw data(null, { status: 404 });
  return id;
}

function outcomeOf(state: string): Outcome {
  if (/^(captured|paid|funded|succeeded)$/i.test(state)) return 'paid';
  return /^(failed|declined|expired|abandoned|cancelled)$/i.test(state) ? 'failed' : 'waiting';
}

export async function loader(asked: Asked) {
  const basketId = basketAsked(asked.request);
  const { basketPayment } = await ask(asked, basketPaymentQuery, { basketId });
  const outcome = outcomeOf(basketPayment.state);
  const done = outcome === 'paid' && basketIn(asked.request) === basketId;
  const headers = new Headers();
  if (done) {
    headers.append('set-cookie', cookieLine(asked.request, 'basket', '', 0));
    headers.append('set-cookie', cookieLine(asked.request, 'basket-count', '', 0));
  }
  return data({ basketId, outcome, orders: basketPayment.orders }, { headers });
}

/** Another try after a refused card: a new payment of the same, still frozen orders. */
export async function action(asked: Asked) {
  const started = await startPayment(asked, basketAsked(asked.request));
  if ('problems' in started) return refuse(started.problems, new FormData());
  return redirect(started.url, { headers: { 'x-remix-reload-document': 'true' } });
}

const ASK_AGAIN_MS = 2_000;

export default function CheckoutReturn() {
  const { basketId, outcome, orders } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { revalidate } = useRevalidator();
  const waiting = outcome === 'waiting';
  useEffect(() => {
    const timer = waiting ? setInterval(() => void revalidate(), ASK_AGAIN_MS) : undefined;
    return () => clearInterval(timer);
  }, [waiting, revalidate]);
  return (
    <Page title={t(`return.${outcome}`)} lead={t(`return.${outcome}.lead`)} width="text">
      <title>{text(`return.${outcome}`)}</title>
      {/* Without script the page asks again by itself. */}
      {waiting && (
        <noscript>
          <meta httpEquiv="refresh" content="4" />
        </noscript>
      )}
      {refusal && <ErrorSummary problems={refusal.problems} />}
      {waiting && <progress className="h-2 w-full accent-indigo" aria-label={text('return.waiting')} />}
      {outcome === 'failed' && (
        <Form method="post" action={`/${lang}/checkout/return?basket=${basketId}`}>
          <Button>{t('return.again')}</Button>
        </Form>
      )}
      <ul className="mt-6 grid gap-3">
        {outcome === 'paid' &&
          orders.map(({ id, number }) => (
            <li key={id}>
              <Link to={`/${lang}/orders/${id}`} className={buttonLook('second', 'w-full')}>
                {t('return.follow', { number })}
              </Link>
            </li>
          ))}
      </ul>
    </Page>
  );
}
