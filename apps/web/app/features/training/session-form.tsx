import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select, TextField, Tick } from '../../ui/form.js';
import type { Centre } from './desk.server.js';
import type { AudienceWords, TrainingSession } from './queries.js';
import { criteriaText } from './words.js';

/** Offer a session, or change one that has not begun. */
export function SessionForm({ id, centres, words, session, refusal }: { id: string; centres: readonly Centre[]; words: AudienceWords; session: TrainingSession | null; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <FormBox refusal={refusal} scope="session" className="grid gap-4">
      <input type="hidden" name="id" value={refusal?.typed.id ?? id} />
      <Select name="centreId" label={t('training.centre')} defaultValue={session?.centre.id}>
        {centres.map((centre) => (
          <option key={centre.id} value={centre.id}>
            {centre[lang]}
          </option>
        ))}
      </Select>
      <Field name="programme" label={t('training.programme')} hint={t('training.programme.hint')} defaultValue={session?.programme} />
      <Field name="titleFr" label={t('training.titleFr')} lang="fr" dir="ltr" defaultValue={session?.titleFr} />
      <Field name="titleAr" label={t('training.titleAr')} lang="ar" dir="rtl" defaultValue={session?.titleAr} />
      <Field name="titleEn" label={t('training.titleEn')} lang="en" dir="ltr" optional defaultValue={session?.titleEn} />
      <Field name="trainer" label={t('training.trainer')} defaultValue={session?.trainer} />
      <Field name="place" label={t('training.place')} defaultValue={session?.place} />
      <Select name="regionCode" label={t('training.region')} defaultValue={session?.regionCode ?? centres[0]?.regionCode}>
        {words.regions.map((region) => (
          <option key={region.code} value={region.code}>
            {region[lang]}
          </option>
        ))}
      </Select>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="startsOn" type="date" label={t('training.from')} defaultValue={session?.startsOn} />
        <Field name="endsOn" type="date" label={t('training.until')} defaultValue={session?.endsOn} />
        <Field name="seats" inputMode="numeric" dir="ltr" label={t('training.seats')} defaultValue={session?.seats ?? 12} />
        <Field name="attendancePercent" inputMode="numeric" dir="ltr" label={t('training.presence')} hint={t('training.presence.hint')} defaultValue={session?.attendancePercent ?? 80} />
      </div>
      <fieldset>
        <legend className="font-medium">{t('training.for')}</legend>
        <p className="text-sm text-muted">{t('training.for.hint')}</p>
        <Tick name="forWomen" label={t('training.women')} defaultChecked={session?.forWomen ?? false} />
        <Tick name="forYouth" label={t('training.youth')} defaultChecked={session?.forYouth ?? false} />
        <details className="mt-2">
          <summary className="min-h-12 cursor-pointer py-3">{t('training.branches')}</summary>
          {words.branches.map((branch) => (
            <Tick key={branch.code} name="branches" value={branch.code} label={branch[lang]} defaultChecked={session?.branches.includes(branch.code) ?? false} />
          ))}
        </details>
        <details>
          <summary className="min-h-12 cursor-pointer py-3">{t('training.regions')}</summary>
          {words.regions.map((region) => (
            <Tick key={region.code} name="regions" value={region.code} label={region[lang]} defaultChecked={session?.regions.includes(region.code) ?? false} />
          ))}
        </details>
      </fieldset>
      <TextField name="criteria" label={t('training.criteria')} hint={t('training.criteria.hint')} rows={4} defaultValue={session ? criteriaText(session.criteria) : undefined} />
      <div>
        <Button intent="save">{session ? t('training.save') : t('training.offer')}</Button>
      </div>
    </FormBox>
  );
}
