import { Form, Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { Picture } from '../../ui/picture.js';
import type { Quote } from '../price/queries.js';
import { PhotographField } from './photograph-field.js';
import type { Piece } from './piece-queries.js';
import { PiecePill } from './pieces.js';

/** Where the piece stands, what is missing, and the one button that puts it on sale or takes it off. */
export function PieceHead({ piece, abroad, refusal }: { piece: Piece; abroad: Quote | null; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  const listed = piece.state === 'listed' || piece.state === 'suspended';
  return (
    <section className="grid gap-4 border border-ink p-4">
      <p className="flex flex-wrap items-center gap-3">
        <PiecePill state={piece.state} />
        {piece.suspendedFor !== null && <span className="text-base text-terracotta">{t(`piece.suspended.${piece.suspendedFor}`)}</span>}
        {piece.slug !== null && listed && (
          <Link to={`/${lang}/p/${piece.slug}`} className={linkLook}>
            {t('piece.see')}
          </Link>
        )}
      </p>
      {piece.state !== 'draft' && (
        <p>
          <Link to={`/${lang}/workshop/pieces/${piece.id}/stall`} className={`${linkLook} inline-flex min-h-12 items-center`}>
            {t('stall.open')}
          </Link>
        </p>
      )}
      {piece.priceMinor !== null && (
        <p className="text-xl">
          {t('workshop.youReceive', { amount: <Amount money={{ amountMinor: piece.priceMinor, currency: 'MAD' }} /> })}
          {abroad?.known && abroad.total && <span className="block text-base text-muted">{t('piece.abroad', { amount: <Amount money={abroad.total} /> })}</span>}
        </p>
      )}
      {piece.missing.length > 0 && (
        <div>
          <p className="font-medium">{t('piece.missing')}</p>
          <ul className="list-disc ps-6 text-base">
            {piece.missing.map((field) => (
              <li key={field}>{t(`missing.${field}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <FormBox refusal={refusal} scope="sale">
        {listed ? (
          <Button intent="withdraw" look="second">
            {t('piece.withdraw')}
          </Button>
        ) : (
          <Button intent="list" disabled={piece.missing.length > 0}>
            {t('piece.list')}
          </Button>
        )}
      </FormBox>
    </section>
  );
}

export function Photographs({ piece, refusal }: { piece: Piece; refusal: Refusal | undefined }) {
  const { t, text } = useMessages();
  return (
    <>
      {piece.photographs.length > 0 && (
        <ul className="mb-4 grid grid-cols-3 gap-3">
          {piece.photographs.map(({ id, ready }, at) => (
            <li key={id}>
              <Picture id={ready ? id : null} alt={text('photograph.number', { number: at + 1 })} sizes="12rem" />
              <Form method="post">
                <input type="hidden" name="photographId" value={id} />
                <button name="intent" value="remove" className={`${linkLook} min-h-12 text-base`} aria-label={text('photograph.remove.number', { number: at + 1 })}>
                  {t('photograph.remove')}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <FormBox refusal={refusal} scope="photograph" encType="multipart/form-data" className="grid max-w-sm gap-3">
        <PhotographField />
        <Button intent="photograph" look="second">
          {t('photograph.send')}
        </Button>
      </FormBox>
    </>
  );
}
