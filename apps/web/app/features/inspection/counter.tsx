import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { Named } from '../certificate/queries.js';
import type { Centre } from '../training/desk.server.js';

interface Counter {
  inspectionId: string;
  centres: readonly Centre[];
  variants: readonly (Named & { productType: string; code: string })[];
  refusal: Refusal | undefined;
}

/** Somebody came with her work in her arms: the number on her card, and what she brought. */
export function Counter({ inspectionId, centres, variants, refusal }: Counter) {
  const { t, lang } = useMessages();
  return (
    <FormBox refusal={refusal} scope="counter" className="grid gap-4">
      <p className="text-base text-muted">{t('counter.lead')}</p>
      <input type="hidden" name="inspectionId" value={refusal?.typed.inspectionId ?? inspectionId} />
      <Field name="identifier" label={t('training.identifier')} hint={t('training.identifier.hint')} dir="ltr" />
      <Select name="variant" label={t('inspection.variant')}>
        {centres.map((centre) => (
          <optgroup key={centre.id} label={centre[lang]}>
            {variants
              .filter(({ productType }) => centre.productTypes.includes(productType))
              .map((variant) => (
                <option key={`${variant.productType}/${variant.code}`} value={`${centre.id}/${variant.productType}/${variant.code}`}>
                  {variant[lang]}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      <TextField name="description" label={t('inspection.describe')} hint={t('inspection.describe.hint')} rows={2} />
      <div>
        <Button intent="take-in" look="second">
          {t('counter.go')}
        </Button>
      </div>
    </FormBox>
  );
}
