import { useMessages } from '../../i18n/messages.js';
import { ButtonLink } from '../../ui/button.js';
import type { Consent, Mandate } from './queries.js';

/** What waits for an artisan's own yes, where she first looks; the code is typed on the page it leads to. */
export function WaitingForHer({ consents, mandates }: { consents: readonly Consent[]; mandates: readonly Mandate[] }) {
  const { t, lang } = useMessages();
  if (consents.length + mandates.length === 0) return null;
  return (
    <section aria-labelledby="waits" className="mt-6 border-s-4 border-saffron bg-plaster p-4">
      <h2 id="waits" className="text-lg">
        {t('mandates.waits', { count: consents.length + mandates.length })}
      </h2>
      <ul className="mt-2 grid gap-2">
        {consents.map(({ id, words }) => (
          <li key={id} dir="auto">
            {words[lang]}
          </li>
        ))}
        {mandates.map(({ id, proposedBy }) => (
          <li key={id}>{t('mandates.asks', { name: <bdi>{proposedBy}</bdi> })}</li>
        ))}
      </ul>
      <p className="mt-2 text-base text-muted">{t('mandates.waits.lead')}</p>
      <ButtonLink to={`/${lang}/workshop/mandates`} className="mt-4 w-full">
        {t('mandates.answer')}
      </ButtonLink>
    </section>
  );
}
