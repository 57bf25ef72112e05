import { redirect, useLoaderData } from 'react-router';
import { ask, type Asked } from '../../ask.server.js';
import { EntryFacts } from '../../features/register/entry-facts.js';
import { entryQuery } from '../../features/register/queries.js';
import { History, StandingPill } from '../../features/register/standing.js';
import { exporterQuery } from '../../features/workshop/queries.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const { me } = await ask(asked, exporterQuery, {});
  // Signed in, and nobody's entry yet: the way there is to find it.
  if (!me?.artisanId) throw redirect(`/${langOf(asked.params)}/workshop/claim`);
  return ask(asked, entryQuery, { id: me.artisanId });
}

/** What the register says of her, to her: her standing and what it means, her cover, and who decided what. */
export default function MyStanding() {
  const answer = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  const { standing, history } = answer.artisan;
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} width="text">
      <title>{text('mine.title')}</title>
      <StandingPill standing={standing} />
      <p className="mt-2 mb-6">{t(`mine.${standing}`)}</p>
      <EntryFacts answer={answer} />
      <p className="mt-4 text-base text-muted">{t('mine.private')}</p>
      <Section title={t('standing.history')}>
        <History history={history} />
      </Section>
    </Page>
  );
}
