import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select } from '../../ui/form.js';
import type { Carriage } from './queries.js';

const WAYS = ['undecided', 'post', 'express', 'air', 'road', 'sea'] as const;
const WOOD = ['none', 'processed', 'treated'] as const;
const TEXTS = ['carrier', 'number', 'from', 'to', 'vehicle', 'notify'] as const;

/** The form's answer as the house takes it: what is left empty is not said. */
export function readCarriage(form: FormData): Record<string, string | string[]> {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const said = Object.fromEntries([...TEXTS, 'wood', 'woodMark'].map((name) => [name, text(name)] as const).filter(([, value]) => value !== ''));
  return { way: text('way'), ...said, containers: text('containers').split(/[,;\n]+/).map((one) => one.trim()).filter((one) => one !== '') };
}

/** How the goods travel: it decides which papers are drawn up, and their numbers stand on them. */
export function CarriageForm({ carriage, refusal }: { carriage: Carriage | null; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <details className="mb-6" open={refusal?.typed.scope === 'carriage'}>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('carriage.title')}</summary>
      <p className="mt-1 max-w-xl text-base text-muted">{t('carriage.lead')}</p>
      <FormBox refusal={refusal} scope="carriage" className="mt-3 grid max-w-2xl gap-4 sm:grid-cols-2 sm:items-end">
        <Select name="way" label={t('carriage.way')} defaultValue={carriage?.way ?? 'undecided'}>
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`carriage.way.${way}`)}
            </option>
          ))}
        </Select>
        {TEXTS.map((name) => (
          <Field key={name} name={name} label={t(`carriage.${name}`)} defaultValue={carriage?.[name] ?? ''} optional autoComplete="off" />
        ))}
        <Field name="containers" label={t('carriage.containers')} hint={t('carriage.containers.hint')} defaultValue={carriage?.containers.join(', ') ?? ''} dir="ltr" optional autoComplete="off" />
        <Select name="wood" label={t('carriage.wood')} defaultValue={carriage?.wood ?? ''} optional>
          <option value="">{t('carriage.wood.unsaid')}</option>
          {WOOD.map((wood) => (
            <option key={wood} value={wood}>
              {t(`carriage.wood.${wood}`)}
            </option>
          ))}
        </Select>
        <Field name="woodMark" label={t('carriage.woodMark')} hint="IPPC MA-123 HT" defaultValue={carriage?.woodMark ?? ''} dir="ltr" optional autoComplete="off" />
        <div>
          <Button intent="carriage" look="second">
            {t('carriage.save')}
          </Button>
        </div>
      </FormBox>
    </details>
  );
}
