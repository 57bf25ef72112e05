import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField } from '../../ui/form.js';
import type { Named } from '../certificate/queries.js';

/** Type and variant under which the maker herself is looked at, whatever she makes. */
export const WORKSHOP = ['workshop', 'craft'] as const;

interface AskWorkshopWords {
  /** The craft the register has for her. */
  branch: string;
  centres: readonly (Named & { id: string; productTypes: string[] })[];
  inspectionId: string;
  refusal: Refusal | undefined;
}

/** A maker asks a centre of her craft to look at how she works, and not at one piece. */
export function AskWorkshop({ branch, centres, inspectionId, refusal }: AskWorkshopWords) {
  const { t, lang } = useMessages();
  const hers = centres.filter(({ productTypes }) => productTypes.includes(branch));
  const typed = refusal?.typed.scope === 'workshop' ? refusal.typed : undefined;
  return (
    <details open={typed !== undefined}>
      <summary className="min-h-12 cursor-pointer py-3">{t('workshop.certify')}</summary>
      <FormBox refusal={refusal} scope="workshop" className="grid gap-4">
        <p className="text-base text-muted">{t('workshop.certify.lead')}</p>
        <input type="hidden" name="inspectionId" value={typed?.inspectionId ?? inspectionId} />
        <Select name="centreId" label={t('inspection.centre')}>
          {hers.map((centre) => (
            <option key={centre.id} value={centre.id}>
              {centre[lang]}
            </option>
          ))}
        </Select>
        <TextField name="description" label={t('workshop.certify.describe')} hint={t('workshop.certify.describe.hint')} rows={2} />
        <Field name="materials" label={t('inspection.materials')} optional />
        <div>
          <Button intent="inspection-workshop" look="second">
            {t('inspection.ask')}
          </Button>
        </div>
      </FormBox>
    </details>
  );
}

/** What the form above asks for. */
export function workshopIn(form: FormData): { id: string; centreId: string; productType: string; variant: string; pieceId: null; lotSize: null; description: string; name: null; materials: string | null; madeFrom: null; madeUntil: null } {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const [productType, variant] = WORKSHOP;
  return { id: text('inspectionId'), centreId: text('centreId'), productType, variant, pieceId: null, lotSize: null, description: text('description'), name: null, materials: text('materials') || null, madeFrom: null, madeUntil: null };
}
