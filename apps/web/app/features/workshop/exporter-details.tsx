import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Tick } from '../../ui/form.js';

const FIELDS = ['legalName', 'nameArabic', 'address', 'city', 'phone', 'email', 'ice', 'tradeRegister', 'taxNumber', 'signatory', 'capacity', 'responsiblePerson', 'approvedExporter', 'exporterFile', 'representativeEori'] as const;
/** How far the printer is off when it writes on an official form. */
const SHIFTS = ['formShiftXMm', 'formShiftYMm'] as const;

/** Only what was written is sent: an empty box leaves what the papers already say. */
export function exporterDetails(form: FormData): Record<string, string | string[] | number | null> {
  const written = FIELDS.map((name) => [name, String(form.get(name) ?? '').trim()] as const).filter(([, value]) => value !== '');
  const shifts = SHIFTS.map((name) => [name, String(form.get(name) ?? '').trim().replace(',', '.')] as const).filter(([, value]) => value !== '' && Number.isFinite(Number(value)));
  const house = form.get('houseResponsible') === 'yes' ? [['responsiblePerson', null] as const] : [];
  return Object.fromEntries([...shifts.map(([name, value]) => [name, Number(value)] as const), ...written.map(([name, value]) => [name, name === 'address' ? value.split(',').map((line) => line.trim()) : value] as const), ...house]);
}

/** What the export papers say of the sender beyond the register. */
export function ExporterDetails({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope="details" className="grid gap-4">
      <p className="text-base text-muted">{t('details.lead')}</p>
      {FIELDS.map((name) => (
        <Field key={name} name={name} label={t(`details.${name}`)} hint={name === 'responsiblePerson' ? t('details.responsiblePerson.hint') : undefined} optional />
      ))}
      <Tick name="houseResponsible" value="yes" label={t('details.houseResponsible')} />
      {SHIFTS.map((name) => (
        <Field key={name} name={name} label={t(`details.${name}`)} hint={t('details.formShift.hint')} inputMode="decimal" dir="ltr" optional />
      ))}
      <div>
        <Button intent="details" look="second">
          {t('details.save')}
        </Button>
      </div>
    </FormBox>
  );
}
