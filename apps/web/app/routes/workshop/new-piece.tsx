import { randomUUID } from 'node:crypto';
import { redirect, useActionData, useLoaderData, useNavigation } from 'react-router';
import { ask, attempt, refuse, type Asked } from '../../ask.server.js';
import { exporterQuery } from '../../features/workshop/queries.js';
import { savePieceMutation } from '../../features/workshop/piece-queries.js';
import { PhotographField } from '../../features/workshop/photograph-field.js';
import { photographIn, sendPhotograph } from '../../features/workshop/photograph.server.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  await ask(asked, exporterQuery, {});
  // The piece has its id before it is sent, so that pressing twice makes one piece.
  return { id: randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const lang = langOf(asked.params);
  const input = { id: text('id'), title: { [lang]: text('title') }, price: text('price') };
  const saved = await attempt(asked, savePieceMutation, { input });
  if ('problems' in saved) return refuse(saved.problems, form);
  const { id } = saved.done.saveProduct;
  const photograph = photographIn(form);
  const sent = photograph === null ? { done: true } : await sendPhotograph(asked, id, photograph);
  if ('problems' in sent) return refuse(sent.problems, form);
  return redirect(`/${lang}/workshop/pieces/${id}?done=saved`);
}

/** A picture, what it is, a price. Everything else can wait for the next screen. */
export default function NewPiece() {
  const { id } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  const sending = useNavigation().state !== 'idle';
  return (
    <Page title={t('new.title')} width="text">
      <title>{text('new.title')}</title>
      <FormBox refusal={refusal} encType="multipart/form-data" className="grid gap-5">
        <input type="hidden" name="id" value={refusal?.typed.id ?? id} />
        <PhotographField />
        <Field name="title" label={t('new.what')} hint={t('new.what.hint')} maxLength={120} />
        <Field name="price" label={t('new.price')} hint={t('new.price.hint')} inputMode="decimal" dir="ltr" className="text-2xl tabular-nums" />
        <Button disabled={sending}>{t(sending ? 'new.sending' : 'new.save')}</Button>
        {sending && <progress className="h-2 w-full" aria-label={text('new.sending')} />}
      </FormBox>
    </Page>
  );
}
