import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { agentsOf } from '../../features/mandates/agents.server.js';
import { AskMandate, proposalIn } from '../../features/mandates/ask-mandate.js';
import { proposeMandateMutation } from '../../features/mandates/mutations.js';
import { entryQuery, setStandingMutation, type Standing } from '../../features/register/queries.js';
import { History, StandingForm, StandingPill } from '../../features/register/standing.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Done } from '../../ui/done.js';
import { Facts, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const answer = await ask(asked, entryQuery, { id: asked.params.id ?? '' });
  // A chamber asks for a mandate of the artisans of its own region.
  const agent = (await agentsOf(asked)).find(({ kind, id }) => kind === 'CHAMBER' && id === answer.artisan.regionCode) ?? null;
  return { answer, agent, decisionId: randomUUID(), mandateId: randomUUID() };
}

export async function action(asked: LoaderFunctionArgs) {
  const artisanId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const input = { id: text('id'), artisanId, from: text('from') as Standing, to: text('to') as Standing, why: text('why'), evidence: text('evidence') || null, validUntil: text('validUntil') || null };
  if (text('intent') === 'mandate-propose') return press(asked, form, { 'mandate-propose': () => attempt(asked, proposeMandateMutation, { input: proposalIn(form) }) }, `register/${artisanId}?done=asked`);
  return press(asked, form, { standing: () => attempt(asked, setStandingMutation, { input }) }, `register/${artisanId}?done=standing`);
}

export default function RegisterEntry() {
  const { answer, agent, decisionId, mandateId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { artisan: entry, regions, branches } = answer;
  const region = regions.find(({ code }) => code === entry.regionCode);
  const province = region?.provinces.find(({ code }) => code === entry.provinceCode);
  const branch = branches.find(({ code }) => code === entry.branch);
  const activity = branch?.activities.find(({ code }) => code === entry.activity);
  const cover = (has: boolean | null): string => text(has === null ? 'register.cover.unknown' : has ? 'register.cover.yes' : 'register.cover.no');
  const [name, otherName] = lang === 'ar' ? [entry.nameArabic ?? entry.nameLatin, entry.nameLatin] : [entry.nameLatin ?? entry.nameArabic, entry.nameArabic];
  return (
    <Page title={<bdi>{name}</bdi>} lead={<bdi lang={lang === 'ar' ? 'fr' : 'ar'}>{otherName}</bdi>} width="text">
      <title>{entry.identifier}</title>
      <Done words={['standing', 'asked']} refused={refusal !== undefined} />
      <StandingPill standing={entry.standing} />
      <Facts
        rows={[
          [t('register.identifier'), <bdi key="i">{entry.identifier}</bdi>],
          [t('register.category'), <CategoryOf key="c" category={entry.category} condition={answer.artisanCategories.find(({ category }) => category === entry.category)?.[lang]} />],
          [t('register.activity'), `${branch?.[lang] ?? entry.branch} · ${activity?.[lang] ?? entry.activity}`],
          [t('register.place'), `${province?.[lang] ?? entry.provinceCode} · ${region?.[lang] ?? entry.regionCode}`],
          entry.birthYear !== null && [t('register.born'), entry.birthYear],
          [t('register.since'), <Day key="s" iso={entry.registeredOn} />],
          entry.validUntil !== null && [t('register.until'), <Day key="u" iso={entry.validUntil} />],
          [t('register.cnss'), cover(entry.socialStanding.cnss)],
          [t('register.amo'), cover(entry.socialStanding.amo)],
        ]}
      />
      <Section title={t('standing.change')}>
        <StandingForm entry={entry} decisionId={decisionId} refusal={refusal} />
      </Section>
      <Section title={t('standing.history')}>
        <History history={entry.history} />
      </Section>
      {agent !== null && (
        <Section title={t('mandate.ask')}>
          <AskMandate agent={agent} mandateId={mandateId} refusal={refusal}>
            <input type="hidden" name="artisanId" value={entry.id} />
          </AskMandate>
        </Section>
      )}
    </Page>
  );
}

/** The category, and what the law asks of it. */
function CategoryOf({ category, condition }: { category: string; condition: string | undefined }) {
  const { t } = useMessages();
  return (
    <>
      {t(`category.${category}`)}
      <span className="block text-base text-muted">{condition}</span>
    </>
  );
}
