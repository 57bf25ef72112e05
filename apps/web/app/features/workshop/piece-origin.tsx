import { countryName } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Field, Tick } from '../../ui/form.js';
import { unscaled } from './piece-form.js';
import type { OriginVerdict, Piece, PieceWords } from './piece-queries.js';

/** What lets a buyer abroad pay no duty: where each material is from, and what is done here. Open while something is still asked. */
export function PieceOrigin({ piece, words, verdicts }: { piece: Piece; words: PieceWords; verdicts: readonly OriginVerdict[] }) {
  const { t, text } = useMessages();
  const known = words.products.facets.find(({ name }) => name === 'material')?.values ?? [];
  const asked = verdicts.some(({ asks }) => asks.length > 0);
  return (
    <details open={asked}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('piece.making')}</summary>
      <div className="mt-2 grid gap-5">
        <p className="max-w-[65ch] text-muted">{t('piece.making.hint')}</p>
        <Verdicts verdicts={verdicts} />
        {piece.materials.map((material, row) => (
          <fieldset key={row} className="grid gap-3 border-s-2 border-line ps-3 sm:grid-cols-2">
            <legend className="font-medium">{material.name ?? known.find(({ value }) => value === material.code)?.label ?? text('piece.material', { number: row + 1 })}</legend>
            <Field name={`materialHs-${row}`} label={t('piece.material.hs')} hint={t('piece.material.hs.hint')} optional inputMode="numeric" dir="ltr" defaultValue={material.hsCode ?? ''} />
            <Field name={`materialCost-${row}`} label={t('piece.material.cost')} optional inputMode="decimal" dir="ltr" defaultValue={unscaled(material.costMadMinor, 100)} />
            <div className="sm:col-span-2">
              <Tick name={`materialProof-${row}`} label={t('piece.material.proof')} defaultChecked={material.originProof} />
            </div>
          </fieldset>
        ))}
        <Operations piece={piece} words={words} />
        <Field name="workCost" label={t('piece.workCost')} hint={t('piece.workCost.hint')} optional inputMode="decimal" dir="ltr" defaultValue={unscaled(piece.workMinor, 100)} />
      </div>
    </details>
  );
}

function Verdicts({ verdicts }: { verdicts: readonly OriginVerdict[] }) {
  const { t, lang } = useMessages();
  if (verdicts.length === 0) return <p className="text-muted">{t('piece.origin.later')}</p>;
  return (
    <dl className="grid gap-2">
      {verdicts.map(({ country, originating, why }) => (
        <div key={country} className="border-t border-line pt-2">
          <dt className="flex justify-between gap-4">
            <span>{countryName(lang, country)}</span>
            <span className={originating === 'yes' ? 'font-medium text-mint-ink' : 'font-medium text-saffron-ink'}>{t(`piece.origin.${originating}`)}</span>
          </dt>
          <dd className="text-sm break-words text-muted" dir="auto">
            {why}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const GROUPS = ['textile', 'leather', 'clay', 'metal', 'wood', 'other', 'minimal'] as const;

function Operations({ piece, words }: { piece: Piece; words: PieceWords }) {
  const { t } = useMessages();
  return (
    <fieldset className="grid gap-1">
      <legend className="font-medium">{t('piece.operations')}</legend>
      {GROUPS.map((group) => {
        const ours = words.makingOperations.filter((word) => word.group === group);
        return (
          <details key={group} open={ours.some(({ code }) => piece.operations.includes(code))}>
            <summary className="inline-flex min-h-12 items-center">{t(`piece.operations.${group}`)}</summary>
            <div className="grid ps-3 sm:grid-cols-2">
              {ours.map(({ code, label }) => (
                <Tick key={code} name="operation" value={code} label={label} defaultChecked={piece.operations.includes(code)} />
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}
