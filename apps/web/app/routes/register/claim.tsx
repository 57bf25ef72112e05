import { useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { claimQuery, decideClaimMutation } from '../../features/claim/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox, TextField } from '../../ui/form.js';
import { Facts, Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  return ask(asked, claimQuery, { id: asked.params.id ?? '' });
}

export async function action(asked: LoaderFunctionArgs) {
  const claimId = asked.params.id ?? '';
  const form = await asked.request.formData();
  const reason = String(form.get('reason') ?? '').trim() || null;
  const decide = (verdict: 'APPROVE' | 'RETURN' | 'REFUSE') => () => attempt(asked, decideClaimMutation, { input: { claimId, verdict, reason } });
  return press(asked, form, { approve: decide('APPROVE'), return: decide('RETURN'), refuse: decide('REFUSE') }, 'register/claims?done=claim');
}

/** The chamber reads the card beside the entry, and says whether they are the same person. */
export default function ClaimDecision() {
  const { claim, claimChecklist: items } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={<bdi>{claim.entry.nameLatin ?? claim.entry.nameArabic}</bdi>} lead={<bdi lang="ar">{claim.entry.nameArabic}</bdi>} width="text">
      <title>{text('claims.title')}</title>
      <ClaimPill state={claim.state} />
      <Facts
        rows={[
          [t('register.since'), <Day key="s" iso={claim.entry.registeredOn} />],
          ...items.map((item) => {
            const answer = claim.answers.find((one) => one.item === item.code);
            const papers = claim.papers.filter((paper) => paper.item === item.code);
            const said = item.kind === 'accept' ? t(answer?.accepted ? 'claims.accepted' : 'claims.notAccepted') : <bdi>{answer?.text ?? '–'}</bdi>;
            return [
              item[lang],
              item.kind !== 'document'
                ? said
                : papers.map(({ id, url }, at) => (
                    <a key={id} href={url} className={`${linkLook} me-4`}>
                      {t('claims.paper', { number: at + 1 })}
                    </a>
                  )),
            ] as const;
          }),
        ]}
      />
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
    </Page>
  );
}
