import { randomUUID } from 'node:crypto';
import { data, redirect, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, refuse } from '../ask.server.js';
import { countryOf } from '../cookies.server.js';
import { becomeGuest } from '../features/account/guest.server.js';
import { productQuery } from '../features/catalog/queries.js';
import { requestQuoteMutation } from '../features/price/queries.js';
import { useShell } from '../features/shell/shell.js';
import { langOf } from '../i18n/languages.js';
import { useMessages } from '../i18n/messages.js';
import { Button } from '../ui/button.js';
import { Field, FormBox, TextField } from '../ui/form.js';
import { Notice, Page } from '../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const slug = search.get('piece');
  if (slug === null) throw data(null, { status: 404 });
  const { product } = await ask(asked, productQuery, { slug, locale: langOf(asked.params) });
  return { product, requestId: randomUUID(), sent: search.has('sent') };
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const lang = langOf(asked.params);
  const input = { id: text('id'), country: countryOf(asked.request, lang), buyerKind: 'consumer' as const, email: text('email'), message: text('message'), productIds: [text('productId')] };
  await becomeGuest(asked);
  const sent = await attempt(asked, requestQuoteMutation, { input });
  if ('problems' in sent) return refuse(sent.problems, form);
  return redirect(`/${lang}/quote?piece=${encodeURIComponent(text('slug'))}&sent`);
}

export default function QuoteRequest() {
  const { product, requestId, sent } = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  const { country } = useShell();
  const refusal = useActionData<typeof action>();
  return (
    <Page title={t('quote.title')} lead={t('quote.lead', { piece: product.title, country: country.name })} width="text">
      <title>{text('quote.title')}</title>
      {sent ? (
        <Notice>{t('quote.sent')}</Notice>
      ) : (
        <FormBox refusal={refusal} className="grid gap-5">
          <input type="hidden" name="id" value={requestId} />
          <input type="hidden" name="productId" value={product.id} />
          <input type="hidden" name="slug" value={product.slug} />
          <Field name="email" type="email" autoComplete="email" label={t('field.email')} hint={t('quote.email.hint')} />
          <TextField name="message" label={t('quote.message')} hint={t('quote.message.hint')} optional />
          <div>
            <Button>{t('quote.send')}</Button>
          </div>
        </FormBox>
      )}
    </Page>
  );
}
