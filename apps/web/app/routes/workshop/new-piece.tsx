import { randomUUID } from 'node:crypto';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { refuse, type Asked } from '../../ask.server.js';
import { saveNewPiece } from '../../features/workshop/new-piece.server.js';
import { NewPieceForm } from '../../features/workshop/new-piece-form.js';
import { exporterOf } from '../../features/workshop/exporter.server.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Page } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const exporter = await exporterOf(asked);
  if (exporter === null) throw redirect(`/${langOf(asked.params)}/sign-in?next=${encodeURIComponent(new URL(asked.request.url).pathname)}`);
  // A cluster sells its members' pieces; the pieces themselves are made and shown by their makers.
  if (exporter.kind !== 'artisan') throw data(null, { status: 403 });
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
