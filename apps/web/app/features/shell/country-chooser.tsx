import { Form, useLocation } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { useShell } from './shell.js';

/** Prices are for one country, in its money: choosing it is choosing both. */
export function CountryChooser() {
  const { t, text, lang } = useMessages();
  const { country, countries } = useShell();
  const { pathname, search } = useLocation();
  return (
    <details className="group relative" name="header-panels">
      <summary className="inline-flex min-h-12 items-center gap-1 px-2 hover:underline underline-offset-4" aria-label={text('country.current', { country: country.name, currency: country.currency })}>
        <bdi>{country.code}</bdi> · <bdi>{country.currency}</bdi> <span aria-hidden="true">▾</span>
      </summary>
      <Form method="post" action={`/${lang}/preferences`} reloadDocument className="absolute end-0 z-20 grid w-72 gap-3 border border-ink bg-lime p-4 shadow-dialog max-sm:fixed max-sm:inset-x-4 max-sm:w-auto">
        <input type="hidden" name="next" value={pathname + search} />
        <label className="grid gap-1">
          <span className="font-medium">{t('country.label')}</span>
          <select name="country" defaultValue={country.code} className="min-h-12 w-full border border-ink bg-lime px-2">
            {countries.map(({ code, name, currency }) => (
              <option key={code} value={code}>
                {name} · {currency}
              </option>
            ))}
          </select>
        </label>
        <p className="text-muted">{t('country.hint')}</p>
        <Button>{t('country.save')}</Button>
      </Form>
    </details>
  );
}
