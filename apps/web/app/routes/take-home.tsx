import { randomUUID } from 'node:crypto';
import { redirect, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, refuse } from '../ask.server.js';
import { cookieLine, countryOf } from '../cookies.server.js';
import { becomeGuest } from '../features/account/guest.server.js';
import { stallPieceQuery, takeHomeMutation } from '../features/stall/queries.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Amount, Day } from '../ui/amount.js';
import { Button } from '../ui/button.js';
import { FormBox } from '../ui/form.js';
import { Facts, Page } from '../ui/page.js';
import { Picture } from '../ui/picture.js';

export async function loader(asked: LoaderFunctionArgs) {
  const { stallPiece } = await ask(asked, stallPieceQuery, { key: asked.params.key ?? '' });
  return { piece: stallPiece, basketId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const lang = langOf(asked.params);
  await becomeGuest(asked);
  const made = await attempt(asked, takeHomeMutation, { key: asked.params.key ?? '', basketId: String(form.get('basketId')), country: countryOf(asked.request, lang) });
  if ('problems' in made) return refuse(made.problems, form);
  const headers = new Headers();
  headers.append('set-cookie', cookieLine(asked.request, 'basket', made.done.takeHome.id));
  headers.append('set-cookie', cookieLine(asked.request, 'basket-count', '1'));
  return redirect(`/${lang}/checkout`, { headers });
}

/** Behind the code of a stall: the piece she bought, and the way to have it at home before she is. */
export default function TakeHome() {
  const { piece, basketId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  const { country } = useShell();
  return (
    <Page title={t('stall.home.title')} lead={t('stall.home.lead')} width="text">
      <title>{text('stall.home.title')}</title>
      <Picture id={piece.photographId} alt="" sizes="(min-width: 40rem) 40rem, 100vw" />
      <h2 className="mt-4 text-xl" dir="auto">
        {piece.title}
      </h2>
      <div className="mt-4">
        <Facts
          rows={[
            [t('stall.home.from'), <bdi key="maker">{piece.makerName}</bdi>],
            piece.quantity > 1 && [t('product.quantity'), piece.quantity],
            [t('stall.home.paid'), <Amount key="paid" money={piece.paid} />],
            [t('stall.home.on'), <Day key="day" iso={piece.soldOn} />],
          ]}
        />
      </div>
      {piece.state === 'waiting' ? (
        <FormBox refusal={refusal} className="mt-6">
          <input type="hidden" name="basketId" value={basketId} />
          <p className="mb-3">{t('stall.home.price', { country: country.name })}</p>
          <Button className="w-full sm:w-auto">{t('stall.home.go', { country: country.name })}</Button>
          <p className="mt-3 text-sm text-muted">{t('stall.home.until', { day: <Day iso={piece.until} /> })}</p>
        </FormBox>
      ) : (
        <p className="mt-6 border-s-4 border-saffron bg-plaster p-4">{t(`stall.home.${piece.state}`)}</p>
      )}
    </Page>
  );
}
