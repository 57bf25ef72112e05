import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { InspectionWords, PieceOf } from './queries.js';

/** An agent asks a centre to look at her work: at one piece of hers, or at a kind of work. */
export function AskInspectionFor({ pieces, words, freshId, refusal }: { pieces: readonly PieceOf[]; words: InspectionWords; freshId: string; refusal: Refusal | undefined }) {
  const { t, text, lang } = useMessages();
  const again = refusal?.typed.scope === 'inspection' ? refusal.typed.freshId : undefined;
  return (
    <FormBox refusal={refusal} scope="inspection" className="grid gap-4">
      <input type="hidden" name="freshId" value={again ?? freshId} />
      <Select name="pieceId" label={t('inspection.covers')} hint={t('inspection.covers.hint')} optional>
        <option value="">{text('inspection.covers.type')}</option>
        {pieces.map(({ id, title }) => (
          <option key={id} value={id}>
            {title[lang] ?? title.fr ?? title.ar ?? title.en ?? text('acting.untitled')}
          </option>
        ))}
      </Select>
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
      <Field name="lotSize" label={t('inspection.lotSize')} hint={t('inspection.lotSize.hint')} inputMode="numeric" dir="ltr" className="max-w-32" optional />
      <TextField name="description" label={t('inspection.describe')} hint={t('inspection.describe.hint')} rows={2} />
      <div>
        <Button intent="inspect" look="second">
          {t('inspection.ask')}
        </Button>
      </div>
    </FormBox>
  );
}

export interface InspectionFor {
  id: string;
  artisanId: string;
  centreId: string;
  productType: string;
  variant: string;
  pieceId: string | null;
  lotSize: number | null;
  description: string;
  name: PieceOf['title'] | null;
}

/** What the form above says. */
export function inspectionIn(form: FormData, artisanId: string, pieces: readonly PieceOf[]): InspectionFor {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const [productType = '', variant = ''] = text('variant').split('/');
  const piece = pieces.find(({ id }) => id === text('pieceId'));
  const lotSize = text('lotSize') === '' ? null : Number(text('lotSize')) || 0;
  return { id: text('freshId'), artisanId, centreId: text('centreId'), productType, variant, pieceId: piece?.id ?? null, lotSize, description: text('description'), name: piece?.title ?? null };
}
