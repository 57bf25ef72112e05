import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { Piece, PieceWords } from './piece-queries.js';

/** The words of the page, and the id under which a request is one request however often it is sent. */
type AskWords = PieceWords & { inspectionId: string };

/** Certified, or how to become it: a centre of excellence comes to look. */
export function AskInspection({ piece, words, refusal }: { piece: Piece; words: AskWords; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const waiting = piece.certifiedStock === null ? 0 : piece.stock - piece.certifiedStock;
  if (piece.certificateNumber === null) return <Request piece={piece} words={words} refusal={refusal} pieces={piece.stock} />;
  return (
    <div className="grid gap-6">
      <Certified piece={piece} waiting={waiting} />
      {waiting > 0 ? (
        <Request piece={piece} words={words} refusal={refusal} pieces={waiting} />
      ) : (
        <details open={refusal?.typed.scope === 'inspection'}>
          <summary className="min-h-12 cursor-pointer py-3">{t('inspection.renew')}</summary>
          <Request piece={piece} words={words} refusal={refusal} pieces={piece.stock} />
        </details>
      )}
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

function Request({ piece, words, refusal, pieces }: { piece: Piece; words: AskWords; refusal: Refusal | undefined; pieces: number }) {
  const { t, text, lang } = useMessages();
  const { centres, variants } = lookingAt(piece, words);
  return (
    <FormBox refusal={refusal} scope="inspection" className="grid gap-4">
      <p className="text-base text-muted">{t('inspection.ask.lead')}</p>
      <input type="hidden" name="inspectionId" value={refusal?.typed.inspectionId ?? words.inspectionId} />
      <Select name="centreId" label={t('inspection.centre')}>
        {centres.map((centre) => (
          <option key={centre.id} value={centre.id}>
            {centre[lang]}
          </option>
        ))}
      </Select>
      <Select name="variant" label={t('inspection.variant')}>
        {variants.map((variant) => (
          <option key={`${variant.productType}/${variant.code}`} value={`${variant.productType}/${variant.code}`}>
            {variant[lang]}
          </option>
        ))}
      </Select>
      <Select name="covers" label={t('inspection.covers')} hint={t('inspection.covers.hint')}>
        <option value="piece">{text(piece.unique ? 'inspection.covers.piece' : 'inspection.covers.lot')}</option>
        <option value="type">{text('inspection.covers.type')}</option>
        <option value="workshop">{text('inspection.covers.workshop')}</option>
      </Select>
      {!piece.unique && <Field name="lotSize" label={t('inspection.lotSize')} hint={t('inspection.lotSize.hint')} inputMode="numeric" dir="ltr" defaultValue={Math.max(1, pieces)} />}
      <Making piece={piece} words={words} />
      <div>
        <Button intent="inspect" look="second">
          {t('inspection.ask')}
        </Button>
      </div>
    </FormBox>
  );
}

function Making({ piece, words }: { piece: Piece; words: PieceWords }) {
  const { t } = useMessages();
  return (
    <>
      <Field name="materials" label={t('inspection.materials')} hint={t('inspection.materials.hint')} optional defaultValue={madeOf(piece, words)} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="madeFrom" type="date" label={t('inspection.madeFrom')} optional />
        <Field name="madeUntil" type="date" label={t('inspection.madeUntil')} optional />
      </div>
      <TextField name="description" label={t('inspection.describe')} hint={t('inspection.describe.hint')} rows={2} />
    </>
  );
}

/** Centres that look at her craft and what they look at it as; all of them while the piece has no craft yet. Her workshop is chosen by what the certificate shall cover. */
function lookingAt({ branch }: Piece, { centres, inspectionVariants }: PieceWords): { centres: PieceWords['centres']; variants: PieceWords['inspectionVariants'] } {
  if (branch === null || !centres.some((centre) => centre.productTypes.includes(branch))) return { centres, variants: inspectionVariants.filter(({ productType }) => productType !== 'workshop') };
  return { centres: centres.filter((centre) => centre.productTypes.includes(branch)), variants: inspectionVariants.filter((variant) => variant.productType === branch) };
}

/** `80 % wool, 20 % cotton`, in the words of the page. */
function madeOf({ materials }: Piece, { products }: PieceWords): string {
  const labels = new Map(products.facets.find(({ name }) => name === 'material')?.values.map(({ value, label }) => [value, label]));
  return materials.map(({ percent, name, code }) => `${percent} % ${name ?? labels.get(code) ?? code}`).join(', ');
}
