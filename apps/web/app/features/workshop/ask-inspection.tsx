import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { Piece, PieceWords } from './piece-queries.js';

/** Certified, or how to become it: a centre of excellence comes to look. */
export function AskInspection({ piece, words, refusal }: { piece: Piece; words: PieceWords; refusal: Refusal | undefined }) {
  const waiting = piece.certifiedStock === null ? 0 : piece.stock - piece.certifiedStock;
  if (piece.certificateNumber === null) return <Request piece={piece} words={words} refusal={refusal} pieces={piece.stock} />;
  return (
    <div className="grid gap-6">
      <Certified piece={piece} waiting={waiting} />
      {waiting > 0 && <Request piece={piece} words={words} refusal={refusal} pieces={waiting} />}
    </div>
  );
}

function Certified({ piece, waiting }: { piece: Piece; waiting: number }) {
  const { t, lang } = useMessages();
  return (
    <div className="grid gap-1">
      <p>
        <Link to={`/${lang}/certificate/${piece.certificateNumber}`} className={linkLook}>
          <bdi>{piece.certificateNumber}</bdi>
        </Link>
        {piece.certificateUntil !== null && <> · {t('piece.certifiedUntil', { day: <Day iso={piece.certificateUntil} /> })}</>}
      </p>
      {waiting > 0 && <p className="text-base text-muted">{t('piece.certifiedStock', { covered: piece.certifiedStock, stock: piece.stock })}</p>}
    </div>
  );
}

function Request({ piece, words, refusal, pieces }: { piece: Piece; words: PieceWords; refusal: Refusal | undefined; pieces: number }) {
  const { t, lang } = useMessages();
  return (
    <FormBox refusal={refusal} scope="inspection" className="grid gap-4">
      <p className="text-base text-muted">{t('inspection.ask.lead')}</p>
      <Select name="centreId" label={t('inspection.centre')}>
        {words.centres.map((centre) => (
          <option key={centre.id} value={centre.id}>
            {centre[lang]}
          </option>
        ))}
      </Select>
      <Select name="variant" label={t('inspection.variant')}>
        {words.inspectionVariants.map((variant) => (
          <option key={`${variant.productType}/${variant.code}`} value={`${variant.productType}/${variant.code}`}>
            {variant[lang]}
          </option>
        ))}
      </Select>
      {!piece.unique && <Field name="lotSize" label={t('inspection.lotSize')} hint={t('inspection.lotSize.hint')} inputMode="numeric" dir="ltr" defaultValue={Math.max(1, pieces)} />}
      <Making piece={piece} />
      <div>
        <Button intent="inspect" look="second">
          {t('inspection.ask')}
        </Button>
      </div>
    </FormBox>
  );
}

function Making({ piece }: { piece: Piece }) {
  const { t } = useMessages();
  return (
    <>
      <Field name="materials" label={t('inspection.materials')} hint={t('inspection.materials.hint')} optional defaultValue={madeOf(piece)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="madeFrom" type="date" label={t('inspection.madeFrom')} optional />
        <Field name="madeUntil" type="date" label={t('inspection.madeUntil')} optional />
      </div>
      <TextField name="description" label={t('inspection.describe')} hint={t('inspection.describe.hint')} rows={2} />
    </>
  );
}

/** `80 % wool, 20 % cotton`, as the piece says it. */
function madeOf({ materials }: Piece): string {
  return materials.map(({ percent, name, code }) => `${percent} % ${name ?? code}`).join(', ');
}
