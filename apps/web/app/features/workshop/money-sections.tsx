import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Section } from '../../ui/page.js';
import { EarningLines } from './earning-lines.js';
import { ExporterDetails } from './exporter-details.js';

/** Of a maker or a cluster: the account it is paid to, what came of each order, and what papers say of it. */
export function MoneySections({ earnings, refusal }: { earnings: Parameters<typeof EarningLines>[0]['earnings']; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <div className="mt-10">
      <Section title={t('money.bank')}>
        <FormBox refusal={refusal} scope="account" className="grid gap-4">
          <Field name="rib" label={t('money.rib')} hint={t('money.rib.hint')} inputMode="numeric" dir="ltr" autoComplete="off" />
          <div>
            <Button intent="account">{t('money.save')}</Button>
          </div>
        </FormBox>
      </Section>
      <Section title={t('money.lines')}>
        <EarningLines earnings={earnings} />
      </Section>
      <Section title={t('details.title')}>
        <ExporterDetails refusal={refusal} />
      </Section>
    </div>
  );
}
