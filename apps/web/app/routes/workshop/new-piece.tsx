import { randomUUID } from 'node:crypto';
import { redirect, useActionData, useLoaderData } from 'react-router';
import { ask, refuse, type Asked } from '../../ask.server.js';
import { saveNewPiece } from '../../features/workshop/new-piece.server.js';
import { NewPieceForm } from '../../features/workshop/new-piece-form.js';
import { earningsQuery } from '../../features/workshop/queries.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  // Asked only to send a visitor who has no workshop to where she can sign in.
  await ask(asked, earningsQuery, { after: null, clusterId: null });
  return { id: randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const saved = await saveNewPiece(asked, form);
  return 'problems' in saved ? refuse(saved.problems, form) : redirect(`/${langOf(asked.params)}/workshop/pieces/${saved.id}?done=saved`);
}

/** A picture, what it is, a price. Everything else can wait for the next screen. */
export default function NewPiece() {
  const { id } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  return (
    <Page title={t('new.title')} width="text">
      <title>{text('new.title')}</title>
      <NewPieceForm id={id} refusal={refusal} />
    </Page>
  );
}
