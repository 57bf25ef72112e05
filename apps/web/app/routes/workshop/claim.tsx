import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press, type Asked, type FieldProblem } from '../../ask.server.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { answersIn, besideBoxes } from '../../features/claim/claim-answers.js';
import { ClaimSteps, FindYourself } from '../../features/claim/claim-steps.js';
import { answerClaimMutation, myClaimQuery, openClaimMutation, submitClaimMutation, withdrawClaimMutation, type ClaimState } from '../../features/claim/queries.js';
import { afterContact, contactWrites } from '../../features/claim/contact.server.js';
import { ContactForm } from '../../features/claim/contact.js';
import { myContactQuery } from '../../features/claim/contact-queries.js';
import { whole } from '../../features/clusters/typed.js';
import { ClaimHistory } from '../../features/register/claim-history.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn, useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox } from '../../ui/form.js';
import { Page, Section } from '../../ui/page.js';
import { fileIn, sendFile } from '../../upload.server.js';

export async function loader(asked: Asked) {
  const { myClaim, claimChecklist } = await ask(asked, myClaimQuery, {});
  const { myContact } = await ask(asked, myContactQuery, {});
  return { claim: myClaim, items: claimChecklist, contact: myContact, now: new Date().toISOString(), claimId: randomUUID(), checkId: randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const { myClaim, claimChecklist } = await ask(asked, myClaimQuery, {});
  const id = myClaim?.id ?? '';
  const beside = async (write: ReturnType<typeof attempt>): ReturnType<typeof attempt> => {
    const outcome = await write;
    return 'problems' in outcome ? { problems: besideBoxes(outcome.problems, form, claimChecklist) } : outcome;
  };
  const answer = () => beside(attempt(asked, answerClaimMutation, { input: { claimId: id, answers: answersIn(form, claimChecklist) } }));
  const writes = {
    open: () => attempt(asked, openClaimMutation, { input: { id: text('id'), identifier: text('identifier'), birthYear: whole(text('birthYear'), 0) } }),
    answer,
    submit: async () => {
      const answered = await answer();
      return 'problems' in answered ? answered : beside(attempt(asked, submitClaimMutation, { id }));
    },
    paper: () => paper(asked, form),
    withdraw: () => attempt(asked, withdrawClaimMutation, { id }),
    ...contactWrites(asked, form),
  };
  return press(asked, form, writes, `workshop/claim${afterContact(form) ?? `?done=${DONE[text('intent')] ?? 'saved'}`}`);
}

/** Another entry, or the same one anew, may be asked for. */
const ENDED: readonly ClaimState[] = ['REFUSED', 'WITHDRAWN', 'UNDONE'];

const DONE: Readonly<Record<string, string>> = { paper: 'paper', submit: 'handed-in', withdraw: 'taken-back' };

async function paper(asked: Asked, form: FormData): Promise<{ done: true } | { problems: FieldProblem[] }> {
  const file = fileIn(form, 'paper');
  const query = new URLSearchParams({ claimId: String(form.get('claimId')), item: String(form.get('item')), id: randomUUID() });
  if (file !== null) return sendFile(asked, `/uploads/claim-papers?${query}`, 'paper', file);
  return { problems: [{ field: 'paper', code: 'INPUT_INVALID', message: messagesIn(langOf(asked.params)).text('upload.absent') }] };
}

/** An account becomes an artisan's when her chamber says that it is her. */
export default function ClaimPage() {
  const { claim, items, contact, now, claimId, checkId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const live = claim !== null && !ENDED.includes(claim.state) ? claim : null;
  const editable = live?.state === 'OPEN' || live?.state === 'RETURNED';
  return (
    <Page title={t(live === null ? 'claim.title' : 'claim.mine')} lead={t('claim.lead')} width="text">
      <title>{text('claim.title')}</title>
      <Done words={['saved', 'paper', 'code', 'contact', 'handed-in', 'taken-back']} refused={refusal !== undefined} />
      {claim !== null && (
        <div className="mb-6">
          <p className="mb-2 text-xl">
            <bdi>{(lang === 'ar' ? claim.entry.nameArabic : claim.entry.nameLatin) ?? claim.entry.nameLatin ?? claim.entry.nameArabic}</bdi>
          </p>
          <ClaimPill state={claim.state} />
          {claim.decisionReason !== null && (
            <p className="mt-2 border-s-4 border-terracotta ps-3" dir="auto">
              {claim.decisionReason}
            </p>
          )}
        </div>
      )}
      {live === null && <FindYourself claimId={claimId} refusal={refusal} />}
      {live !== null && editable && items.some(({ kind }) => kind === 'contact') && (
        <Section title={t('contact.title')}>
          <p className="mb-4 text-muted">{t('contact.lead')}</p>
          <ContactForm contact={contact} checkId={checkId} refusal={refusal} />
        </Section>
      )}
      {live !== null && editable && <ClaimSteps claim={live} items={items} refusal={refusal} />}
      {live?.state === 'SUBMITTED' && live.dueAt !== null && <p>{t(live.dueAt < now ? 'claim.overdue' : 'claim.due', { day: <Day iso={live.dueAt} /> })}</p>}
      {live?.state === 'APPROVED' && <ButtonLink to={`/${lang}/workshop`}>{t('claim.enter')}</ButtonLink>}
      {claim !== null && claim.steps.length > 1 && (
        <Section title={t('claims.history')}>
          <ClaimHistory steps={claim.steps} items={items} />
        </Section>
      )}
      {(editable || live?.state === 'SUBMITTED') && (
        <FormBox refusal={refusal} scope="withdraw" className="mt-8">
          <Button intent="withdraw" look="danger">
            {t('claim.withdraw')}
          </Button>
        </FormBox>
      )}
    </Page>
  );
}
