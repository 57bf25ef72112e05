import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import type { MandateAct, PieceOf } from './queries.js';

/** One piece of the artisan, with what the mandate lets her agent do to it. */
export function PieceFor({ piece, acts, freshId, refusal }: { piece: PieceOf; acts: readonly MandateAct[]; freshId: string; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  const listed = piece.state === 'listed' || piece.state === 'suspended';
  const canList = !listed && acts.includes('LISTING_LIST');
  const canWithdraw = listed && acts.includes('LISTING_WITHDRAW');
  return (
    <li className="border border-ink p-4">
      <p className="text-lg">
        <bdi>{piece.title[lang] ?? piece.title.fr ?? piece.title.ar ?? piece.title.en ?? t('acting.untitled')}</bdi>
      </p>
      <p className="flex flex-wrap gap-x-4 text-base text-muted">
        <span>{t(listed ? 'acting.onSale' : 'acting.offSale')}</span>
        {piece.priceMinor !== null && <Amount money={{ amountMinor: piece.priceMinor, currency: 'MAD' }} />}
        <Link to={`/${lang}/workshop/pieces/${piece.id}/record`} className={linkLook}>
          {t('pieceRecord.link')}
        </Link>
      </p>
      {acts.includes('PRICE') && (
        <FormBox refusal={refusal} scope={`price-${piece.id}`} className="mt-3 grid gap-3">
          <input type="hidden" name="freshId" value={freshId} />
          <input type="hidden" name="productId" value={piece.id} />
          <Field name="price" label={t('acting.price')} hint={t('acting.price.hint')} inputMode="decimal" dir="ltr" className="max-w-48" />
          <div>
            <Button intent="price">{t('acting.propose')}</Button>
          </div>
        </FormBox>
      )}
      {acts.includes('LISTING_SAVE') && (
        <FormBox refusal={refusal} scope={`photograph-${piece.id}`} encType="multipart/form-data" className="mt-3 grid gap-3">
          <input type="hidden" name="freshId" value={freshId} />
          <input type="hidden" name="productId" value={piece.id} />
          <Field name="photograph" type="file" accept="image/*" label={t('acting.photograph')} />
          <div>
            <Button intent="photograph" look="second">
              {t('acting.photograph.send')}
            </Button>
          </div>
        </FormBox>
      )}
      {(canList || canWithdraw) && (
        <FormBox refusal={refusal} scope={`piece-${piece.id}`} className="mt-3">
          <input type="hidden" name="productId" value={piece.id} />
          <Button intent={canList ? 'list' : 'withdraw'} look="second">
            {t(canList ? 'acting.list' : 'acting.takeOff')}
          </Button>
        </FormBox>
      )}
    </li>
  );
}
