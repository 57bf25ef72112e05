import { useEffect } from 'react';
import { data, Form, Link, useActionData, useLoaderData, useRevalidator } from 'react-router';
import { ask, refuse, type Asked } from '../ask.server.js';
import { basketIn, cookieLine } from '../cookies.server.js';
import { startPayment, toProvider } from '../features/checkout/place.server.js';
import { paymentQuery, type Payment } from '../features/checkout/queries.js';
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

/** A refused card leaves the provider's page open for another one; what we see then is its refusal. */
function outcomeOf({ state, declineCode }: Payment): Outcome {
  if (state === 'paid' || state === 'refunding' || state === 'refunded') return 'paid';
  return state === 'expired' || state === 'not_started' || (state === 'open' && declineCode !== null) ? 'failed' : 'waiting';
}

export async function loader(asked: Asked) {
  const basketId = basketAsked(asked.request);
  const { payment, myOrders } = await ask(asked, paymentQuery, { basketId });
  const outcome = outcomeOf(payment);
  const headers = new Headers();
  if (outcome === 'paid' && basketIn(asked.request) === basketId) {
    headers.append('set-cookie', cookieLine(asked.request, 'basket', '', 0));
    headers.append('set-cookie', cookieLine(asked.request, 'basket-count', '', 0));
  }
  const orders = myOrders.nodes.filter(({ id }) => payment.orderIds.includes(id));
  return data({ basketId, outcome, orders, providerUrl: payment.url }, { headers });
}

/** Another try after a refused card: a new payment of the same, still frozen orders. */
export async function action(asked: Asked) {
  const started = await startPayment(asked, basketAsked(asked.request));
  if ('problems' in started) return refuse(started.problems, new FormData());
  return toProvider(started.url);
}

const ASK_AGAIN_MS = 2_000;

export default function CheckoutReturn() {
  const { basketId, outcome, orders, providerUrl } = useLoaderData<typeof loader>();
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
      {waiting && <progress className="h-2 w-full" aria-label={text('return.waiting')} />}
      {waiting && providerUrl !== null && (
        <a href={providerUrl} className={buttonLook('second', 'mt-6')}>
          {t('return.back')}
        </a>
      )}
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
