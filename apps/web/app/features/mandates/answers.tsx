import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Agent, Asked, MandatePill, Terms } from './mandate-parts.js';
import type { AgentNames, Consent, Mandate } from './queries.js';

export function CodeField() {
  const { t } = useMessages();
  return <Field name="code" label={t('code.label')} hint={t('code.hint')} inputMode="numeric" autoComplete="one-time-code" dir="ltr" maxLength={12} className="max-w-48" />;
}

/** A proposal about her money: the whole of it on one card, a code for yes, one press for no. */
export function ConsentCard({ consent, refusal }: { consent: Consent; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <li className="border border-ink p-4">
      <Asked consent={consent} />
      <p className="mt-1 text-base text-muted">{t('consent.by', { name: <bdi>{consent.agentName}</bdi>, until: <Instant iso={consent.until} /> })}</p>
      <FormBox refusal={refusal} scope={`consent-${consent.id}`} className="mt-4 grid gap-3">
        <input type="hidden" name="id" value={consent.id} />
        <CodeField />
        <div className="flex flex-wrap gap-3">
          <Button intent="consent-yes">{t('consent.yes')}</Button>
          <Button intent="consent-no" look="second">
            {t('consent.no')}
          </Button>
        </div>
      </FormBox>
    </li>
  );
}

/** A mandate as the artisan sees it: she grants it by a code and takes it back at any moment. */
export function MandateCard({ mandate, names, refusal }: { mandate: Mandate; names: AgentNames; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <li className="border border-ink p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Agent mandate={mandate} names={names} />
        <MandatePill state={mandate.state} />
      </div>
      <Terms mandate={mandate} />
      {(mandate.state === 'PROPOSED' || mandate.state === 'LIVE') && (
        <FormBox refusal={refusal} scope={`mandate-${mandate.id}`} className="mt-4 grid gap-3">
          <input type="hidden" name="id" value={mandate.id} />
          {mandate.state === 'PROPOSED' && <CodeField />}
          <div className="flex flex-wrap gap-3">
            {mandate.state === 'PROPOSED' && <Button intent="mandate-confirm">{t('mandate.confirm')}</Button>}
            <Button intent="mandate-end" look={mandate.state === 'LIVE' ? 'danger' : 'second'}>
              {t(mandate.state === 'LIVE' ? 'mandate.revoke' : 'mandate.decline')}
            </Button>
          </div>
        </FormBox>
      )}
    </li>
  );
}
