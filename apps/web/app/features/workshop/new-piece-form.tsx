import { useState, type FormEvent } from 'react';
import { useNavigate, useSubmit } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Notice } from '../../ui/page.js';
import { useShell } from '../shell/shell.js';
import { drop, shrink } from './outbox.js';
import { PhotographField } from './photograph-field.js';
import { useOutbox } from './use-outbox.js';
import { WaitingPieces } from './waiting-pieces.js';

/** Without script this is a plain form. With it, a piece is kept on the phone before it travels. */
export function NewPieceForm({ id, refusal }: { id: string; refusal: Refusal | undefined }) {
  const { t, text, lang } = useMessages();
  const { me } = useShell();
  const owner = me?.accountId ?? '';
  const outbox = useOutbox(owner, `/${lang}/workshop/outbox`);
  const submit = useSubmit();
  const navigate = useNavigate();
  const [pieceId, setPieceId] = useState(refusal?.typed.id ?? id);
  const [stage, setStage] = useState<'open' | 'sending' | 'kept'>('open');

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form);
    const file = typed.get('photograph');
    const photograph = file instanceof File && file.size > 0 ? await shrink(file) : null;
    setStage('sending');
    const piece = { id: pieceId, owner, title: String(typed.get('title')), price: String(typed.get('price')), photograph, savedAt: Date.now() };
    const sent = await outbox.post(piece);
    if (sent === 'sent') return navigate(`/${lang}/workshop/pieces/${pieceId}?done=saved`);
    setStage(sent === 'refused' ? 'open' : 'kept');
    if (sent === 'refused') {
      // Sent once more as a plain form: its answer shows the reasons where they belong.
      await drop(pieceId);
      return submit(form);
    }
    form.reset();
    setPieceId(crypto.randomUUID());
  }

  return (
    <>
      {stage === 'kept' && <Notice>{t('outbox.kept')}</Notice>}
      <WaitingPieces outbox={outbox} />
      <FormBox key={pieceId} refusal={refusal} encType="multipart/form-data" className="grid gap-5" onSubmit={(event) => void save(event)}>
        <input type="hidden" name="id" value={pieceId} />
        <PhotographField />
        <Field name="title" label={t('new.what')} hint={t('new.what.hint')} maxLength={120} />
        <Field name="price" label={t('new.price')} hint={t('new.price.hint')} inputMode="decimal" dir="ltr" className="text-2xl tabular-nums" />
        <Button disabled={stage === 'sending'}>{t(stage === 'sending' ? 'new.sending' : 'new.save')}</Button>
        {stage === 'sending' && <progress className="h-2 w-full" aria-label={text('new.sending')} />}
      </FormBox>
    </>
  );
}
