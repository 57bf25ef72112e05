import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askGently, attempt, press } from '../../ask.server.js';
import type { Contact } from '../../features/claim/contact-queries.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { PapersOf, UndoForm } from '../../features/register/undone.js';
import { WaiverForm, Waivers } from '../../features/register/waivers.js';
import { EntryFacts } from '../../features/register/entry-facts.js';
import { entryQuery, requestsOfQuery } from '../../features/register/queries.js';
import { RequestsOf } from '../../features/register/requests-of.js';
import { StandingPill } from '../../features/register/standing.js';
import { ClaimHistory } from '../../features/register/claim-history.js';
import { claimQuery, decideClaimMutation, undoClaimMutation, waiveMutation } from '../../features/claim/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox, RefusedElsewhere, TextField } from '../../ui/form.js';
import { Facts, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const { claim } = await ask(asked, claimQuery, { id: asked.params.id ?? '' });
  const [entry, all] = await Promise.all([askGently(asked, entryQuery, { id: claim.entry.id }), askGently(asked, requestsOfQuery, { artisanId: claim.entry.id })]);
  return { claim, entry, others: all?.claimHistory.nodes.filter(({ id }) => id !== claim.id) ?? [] };
}

export async function action(asked: LoaderFunctionArgs) {
  const claimId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const reason = String(form.get('reason') ?? '').trim() || null;
  const decide = (verdict: 'APPROVE' | 'RETURN' | 'REFUSE') => () => attempt(asked, decideClaimMutation, { input: { claimId, verdict, reason } });
  if (form.get('intent') === 'waive') {
    const waive = () => attempt(asked, waiveMutation, { input: { claimId, item: String(form.get('item') ?? ''), reason: reason ?? '' } });
    return press(asked, form, { waive }, `register/claims/${claimId}?done=waived`);
  }
  if (form.get('intent') === 'undo') {
    const undo = () => attempt(asked, undoClaimMutation, { input: { claimId, reason: reason ?? '' } });
    return press(asked, form, { undo }, `register/claims/${claimId}?done=undone`);
  }
  return press(asked, form, { approve: decide('APPROVE'), return: decide('RETURN'), refuse: decide('REFUSE') }, 'register/claims?done=claim');
}

/** The chamber reads the card beside the entry, and says whether they are the same person. */
export default function ClaimDecision() {
  const { claim, entry, others } = useLoaderData<typeof loader>();
  const items = claim.checklist;
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const { nameLatin, nameArabic } = claim.entry;
  const [name, otherName] = lang === 'ar' ? [nameArabic ?? nameLatin, nameLatin] : [nameLatin ?? nameArabic, nameArabic];
  return (
    <Page title={<bdi>{name}</bdi>} lead={<bdi lang={lang === 'ar' ? 'fr' : 'ar'}>{otherName}</bdi>} width="text">
      <title>{text('claims.title')}</title>
      <Done words={['waived', 'undone']} refused={refusal !== undefined} />
      <RefusedElsewhere refusal={refusal} shown={refusal?.typed.scope !== 'decide' || claim.state === 'SUBMITTED'} />
      <ClaimPill state={claim.state} />
      {claim.state === 'UNDONE' && <p className="mt-2">{t('claims.undone')}</p>}
      {claim.dueAt !== null && claim.state === 'SUBMITTED' && <p className="mt-2">{t('claims.due', { day: <Day iso={claim.dueAt} /> })}</p>}
      {entry !== null && (
        <Section title={t('claims.entry')} aside={<StandingPill standing={entry.artisan.standing} />}>
          <EntryFacts answer={entry} />
          <p className="mt-2">
            <Link to={`/${lang}/register/${entry.artisan.id}`} className={linkLook}>
              {t('claims.entry.link')}
            </Link>
          </p>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('claims.others')}>
          <p className="mb-2 text-muted">{t('claims.others.lead')}</p>
          <RequestsOf requests={others} />
        </Section>
      )}
      <Section title={t('claims.answers')}>
        <Facts
          rows={[
            ...items.map((item) => {
              const answer = claim.answers.find((one) => one.item === item.code);
              const papers = claim.papers.filter((paper) => paper.item === item.code);
              if (item.kind === 'contact') return [item[lang], <ContactOf key="c" contact={claim.contact} />] as const;
              const said = item.kind === 'accept' ? t(answer?.accepted ? 'claims.accepted' : 'claims.notAccepted') : <bdi>{answer?.text ?? '–'}</bdi>;
              return [
                item[lang],
                item.kind !== 'document'
                  ? said
                  : <PapersOf key="p" papers={papers} />,
              ] as const;
            }),
          ]}
        />
      </Section>
      {claim.papersUntil !== null && claim.papers.some(({ forgottenAt }) => forgottenAt === null) && (
        <p className="mt-2 text-base text-muted">{t('claims.papers.until', { day: <Day iso={claim.papersUntil} /> })}</p>
      )}
      {claim.waivers.length > 0 && (
        <Section title={t('waiver.title')}>
          <Waivers waivers={claim.waivers} items={items} />
        </Section>
      )}
      {claim.state === 'SUBMITTED' && (
        <Section title={t('verdict.title')}>
          <FormBox refusal={refusal} scope="decide" className="grid gap-4">
            <TextField name="reason" label={t('verdict.reason')} hint={t('claims.reason.hint')} rows={3} optional />
            <div className="flex flex-wrap gap-3">
              <Button intent="approve">{t('claims.approve')}</Button>
              <Button intent="return" look="second">
                {t('claims.return')}
              </Button>
              <Button intent="refuse" look="danger">
                {t('claims.refuse')}
              </Button>
            </div>
          </FormBox>
        </Section>
      )}
      {claim.state === 'APPROVED' && <UndoForm refusal={refusal} />}
      {(claim.state === 'OPEN' || claim.state === 'SUBMITTED' || claim.state === 'RETURNED') && (
        <Section title={t('waiver.give')}>
          <WaiverForm items={items.filter(({ code }) => !claim.waivers.some(({ item }) => item === code))} refusal={refusal} />
        </Section>
      )}
      <Section title={t('claims.history')}>
        <ClaimHistory steps={claim.steps} items={items} />
      </Section>
    </Page>
  );
}

function ContactOf({ contact }: { contact: Contact }) {
  const { t } = useMessages();
  const proved = [contact.phone, contact.emailConfirmed ? contact.email : null].filter((one) => one !== null);
  if (proved.length === 0) return t('contact.unproved');
  return proved.map((one) => (
    <bdi key={one} dir="ltr" className="block">
      {one}
    </bdi>
  ));
}
