import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField, Tick } from '../../ui/form.js';
import { MATERIAL_ROWS, unscaled } from './piece-form.js';
import { PieceOrigin } from './piece-origin.js';
import type { OriginVerdict, Piece, PieceWords } from './piece-queries.js';

/** All the rest about a piece: what customs, carriers and buyers ask. Every box may wait. */
export function PieceDetails({ piece, words, verdicts, refusal }: { piece: Piece; words: PieceWords; verdicts: readonly OriginVerdict[]; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <FormBox refusal={refusal} scope="details" className="grid gap-5">
      <Field name="price" label={t('new.price')} inputMode="decimal" dir="ltr" defaultValue={unscaled(piece.priceMinor, 100)} className="text-2xl tabular-nums" />
      <Texts piece={piece} />
      <Select name="branch" label={t('piece.branch')} defaultValue={piece.branch ?? ''}>
        <option value="">{t('choose')}</option>
        {words.branches.map((branch) => (
          <option key={branch.code} value={branch.code}>
            {branch[lang]}
          </option>
        ))}
      </Select>
      <Field name="hsCode" label={t('piece.hsCode')} hint={t('piece.hsCode.hint')} list="hs-codes" defaultValue={piece.hsCode ?? ''} autoComplete="off" />
      <datalist id="hs-codes">
        {words.handicraftCodes.map(({ code, description }) => (
          <option key={code} value={code}>
            {description}
          </option>
        ))}
      </datalist>
      <Materials piece={piece} words={words} />
      <Measures piece={piece} />
      <Stock piece={piece} />
      <PieceOrigin piece={piece} words={words} verdicts={verdicts} />
      <div>
        <Button intent="save">{t('piece.save')}</Button>
      </div>
    </FormBox>
  );
}

function Texts({ piece: { title, story } }: { piece: Piece }) {
  const { t } = useMessages();
  const languages = [
    ['Ar', 'ar'],
    ['Fr', 'fr'],
    ['En', 'en'],
  ] as const;
  return (
    <>
      {languages.map(([suffix, lang]) => (
        <Field key={suffix} name={`title${suffix}`} label={t(`piece.title.${lang}`)} optional defaultValue={title[lang] ?? ''} lang={lang} maxLength={120} />
      ))}
      <details>
        <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('piece.story')}</summary>
        <div className="mt-2 grid gap-4">
          {languages.map(([suffix, lang]) => (
            <TextField key={suffix} name={`story${suffix}`} label={t(`piece.story.${lang}`)} optional defaultValue={story[lang] ?? ''} lang={lang} />
          ))}
        </div>
      </details>
    </>
  );
}

function Materials({ piece, words }: { piece: Piece; words: PieceWords }) {
  const { t } = useMessages();
  const known = words.products.facets.find(({ name }) => name === 'material')?.values ?? [];
  return (
    <fieldset className="grid gap-3">
      <legend className="font-medium">{t('piece.materials')}</legend>
      <p className="text-base text-muted">{t('piece.materials.hint')}</p>
      {Array.from({ length: MATERIAL_ROWS }, (_, row) => {
        const material = piece.materials[row];
        const unlisted = material !== undefined && !known.some(({ value }) => value === material.code) && material.code !== 'other';
        return (
          <div key={row} className={`grid gap-3 border-s-2 border-line ps-3 sm:grid-cols-[2fr_1fr_1fr] ${row > piece.materials.length ? 'max-sm:hidden' : ''}`}>
            <Select name={`material-${row}`} label={t('piece.material', { number: row + 1 })} optional defaultValue={material?.code ?? ''}>
              <option value="">{t('choose')}</option>
              {unlisted && <option value={material.code}>{material.name ?? material.code}</option>}
              {known.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
              <option value="other">{t('piece.material.other')}</option>
            </Select>
            <Field name={`percent-${row}`} label="%" inputMode="numeric" optional defaultValue={material?.percent ?? ''} dir="ltr" />
            <Field name={`origin-${row}`} label={t('piece.material.origin')} optional defaultValue={material?.originCountry ?? ''} maxLength={2} placeholder="MA" dir="ltr" />
            <Field name={`materialName-${row}`} label={t('piece.material.name')} optional defaultValue={material?.name ?? ''} />
            <Field name={`species-${row}`} label={t('piece.material.species')} optional defaultValue={material?.scientificName ?? ''} dir="ltr" />
          </div>
        );
      })}
    </fieldset>
  );
}

function Measures({ piece }: { piece: Piece }) {
  const { t } = useMessages();
  const boxes = [
    ['length', unscaled(piece.lengthMm, 10)],
    ['width', unscaled(piece.widthMm, 10)],
    ['height', unscaled(piece.heightMm, 10)],
    ['netWeight', unscaled(piece.netWeightGrams, 1000)],
    ['grossWeight', unscaled(piece.grossWeightGrams, 1000)],
  ] as const;
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      {boxes.map(([name, value]) => (
        <Field key={name} name={name} label={t(`piece.${name}`)} optional inputMode="decimal" dir="ltr" defaultValue={value} />
      ))}
    </div>
  );
}

function Stock({ piece }: { piece: Piece }) {
  const { t } = useMessages();
  return (
    <div className="grid gap-3">
      <Tick name="unique" label={t('piece.unique')} defaultChecked={piece.unique} />
      <div className="grid grid-cols-2 gap-4">
        <Field name="stock" label={t('piece.stock')} hint={t('piece.stock.hint')} inputMode="numeric" dir="ltr" optional defaultValue={piece.stock} />
        <Field name="leadTimeDays" label={t('piece.leadTime')} hint={t('piece.leadTime.hint')} inputMode="numeric" dir="ltr" optional defaultValue={piece.leadTimeDays} />
      </div>
      <Tick name="foodContact" label={t('piece.food')} defaultChecked={piece.foodContact} />
    </div>
  );
}
