import { useMessages } from '../../i18n/messages.js';
import { Field, Tick } from '../../ui/form.js';
import { useShell } from '../shell/shell.js';

const WITH_REGION = new Set(['US', 'CA']);

/** Where the goods go. Names are the browser's own, so that it fills them in. */
export function Address() {
  const { t } = useMessages();
  const { country } = useShell();
  return (
    <div className="grid gap-5">
      <p>
        {t('checkout.country', { country: country.name })} <span className="text-sm text-muted">{t('checkout.country.hint')}</span>
      </p>
      <Field name="name" label={t('field.name')} autoComplete="name" />
      <Field name="line1" label={t('field.line1')} autoComplete="address-line1" />
      <Field name="line2" label={t('field.line2')} autoComplete="address-line2" optional />
      <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
        <Field name="postalCode" label={t('field.postalCode')} autoComplete="postal-code" />
        <Field name="city" label={t('field.city')} autoComplete="address-level2" />
      </div>
      {WITH_REGION.has(country.code) && <Field name="region" label={t('field.region')} hint={t('field.region.hint')} autoComplete="address-level1" maxLength={3} />}
      <Field name="phone" type="tel" label={t('field.phone')} hint={t('field.phone.hint')} autoComplete="tel" dir="ltr" />
      <Field name="email" type="email" label={t('field.email')} hint={t('checkout.email.hint')} autoComplete="email" dir="ltr" />
      <Business />
    </div>
  );
}

function Business() {
  const { t } = useMessages();
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('checkout.business')}</summary>
      <div className="mt-2 grid gap-4 border-s-2 border-line ps-4">
        <Tick name="buyerKind" value="business" label={t('checkout.business.yes')} />
        <Field name="taxId" label={t('field.taxId')} hint={t('field.taxId.hint')} optional dir="ltr" />
      </div>
    </details>
  );
}
