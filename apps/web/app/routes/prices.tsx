import { useMessages } from '../i18n/messages.js';
import { Page } from '../ui/page.js';

/** How a delivered price is made, in the order a buyer would ask. */
export default function Prices() {
  const { t, text } = useMessages();
  return (
    <Page title={t('prices.title')} lead={t('prices.lead')} width="text">
      <title>{text('prices.title')}</title>
      {(['piece', 'shipping', 'border', 'origin', 'unknown', 'currency', 'more'] as const).map((part) => (
        <section key={part} className="mt-8 first:mt-0">
          <h2 className="text-xl">{t(`prices.${part}`)}</h2>
          <p className="mt-1 max-w-[65ch]">{t(`prices.${part}.text`)}</p>
        </section>
      ))}
    </Page>
  );
}
