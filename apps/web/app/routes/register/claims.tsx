import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, attempt, refuse, type Refusal } from '../../ask.server.js';
import { ClaimPill } from '../../features/claim/claim-pill.js';
import { claimQueueQuery, decideClaimsMutation, type ClaimLine, type ClaimOutcome, type Verdict } from '../../features/claim/queries.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { Outcomes } from '../../features/register/outcomes.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { FormBox, TextField, useTicked } from '../../ui/form.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';
import { Pill } from '../../ui/pill.js';

export async function loader(asked: LoaderFunctionArgs) {
  const when = chosenIn(asked.request, 'when', ['late', 'due']);
  const sort = chosenIn(asked.request, 'sort', ['latest']) === null ? 'DEADLINE' : 'LATEST';
  return { queue: (await ask(asked, claimQueueQuery, { after: afterIn(asked.request), overdue: when === null ? null : when === 'late', sort })).claimQueue, now: new Date().toISOString() };
}

type Answer = Refusal | ReturnType<typeof refuse> | { outcomes: (ClaimOutcome & { name: string })[] };

const VERDICTS: Readonly<Record<string, Verdict>> = { approve: 'APPROVE', return: 'RETURN', refuse: 'REFUSE' };

/** Many at once, for one reason: what failed says why beside its name. */
export async function action(asked: LoaderFunctionArgs): Promise<Answer> {
  const form = await asked.request.formData();
  const claimIds = form.getAll('claim').map(String);
  const reason = String(form.get('reason') ?? '').trim() || null;
  const verdict = VERDICTS[String(form.get('intent'))] ?? 'RETURN';
  const answer = await attempt(asked, decideClaimsMutation, { input: { claimIds, verdict, reason } });
  if ('problems' in answer) return refuse(answer.problems, form);
  return { outcomes: answer.done.decideClaims.map((outcome) => ({ ...outcome, name: String(form.get(`name-${outcome.claimId}`) ?? '') })) };
}

export default function ClaimQueue() {
  const { queue, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Refusal | { outcomes: (ClaimOutcome & { name: string })[] } | undefined;
  const refusal = answer !== undefined && 'problems' in answer ? answer : undefined;
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('claims.title')} lead={t('claims.lead')} width="text">
      <title>{text('claims.title')}</title>
      <p className="mb-4">
        <Link to={`/${lang}/register/claims/all`} className={linkLook}>
          {t('claims.all')}
        </Link>
      </p>
      <Done words={['claim']} refused={answer !== undefined} />
      {answer !== undefined && 'outcomes' in answer && <Outcomes outcomes={answer.outcomes} />}
      <Narrow
        choices={[
          { name: 'when', label: text('claims.when'), options: [['', text('claims.when.any')], ['late', text('claims.late')], ['due', text('claims.when.due')]] },
          { name: 'sort', label: text('inspection.sort'), options: [['', text('claims.sort.deadline')], ['latest', text('claims.sort.latest')]] },
        ]}
      />
      {queue.nodes.length === 0 && <Empty title={t('claims.none')}>{t('claims.none.lead')}</Empty>}
      {queue.nodes.length > 0 && (
        <FormBox refusal={refusal}>
          <ul>
            {queue.nodes.map((claim) => (
              <Row key={claim.id} claim={claim} now={now} />
            ))}
          </ul>
          <div className="mt-6 grid gap-4 border-t border-ink pt-4">
            <p className="font-medium">{t('claims.chosen')}</p>
            <TextField name="reason" label={t('verdict.reason')} hint={t('claims.reason.hint')} rows={2} optional />
            <div className="flex flex-wrap gap-3">
              <Button intent="approve">{t('claims.approve.many')}</Button>
              <Button intent="return" look="second">
                {t('claims.return')}
              </Button>
              <Button intent="refuse" look="danger">
                {t('claims.refuse')}
              </Button>
            </div>
          </div>
        </FormBox>
      )}
      <More page={queue} />
    </Page>
  );
}

function Row({ claim: { id, state, dueAt, entry }, now }: { claim: ClaimLine; now: string }) {
  const { t, text, lang } = useMessages();
  const ticked = useTicked('claim', id, false);
  const name = (lang === 'ar' ? entry.nameArabic : entry.nameLatin) ?? entry.nameLatin ?? entry.nameArabic ?? '';
  return (
    <li className="flex items-center gap-4 border-b border-line py-3">
      <label className="flex min-h-12 min-w-8 items-center">
        <span className="sr-only">{text('claims.choose', { name })}</span>
        <input type="checkbox" name="claim" value={id} defaultChecked={ticked} className="size-6 accent-indigo" />
      </label>
      <input type="hidden" name={`name-${id}`} value={name} />
      <div className="flex flex-1 flex-wrap items-center justify-between gap-3">
        <div>
          <Link to={`/${lang}/register/claims/${id}`} className={linkLook}>
            <bdi>{name}</bdi>
          </Link>
          {dueAt !== null && <p className="text-base text-muted">{t('claims.due', { day: <Day iso={dueAt} /> })}</p>}
        </div>
        {dueAt !== null && dueAt < now ? <Pill tone="wrong">{t('claims.late')}</Pill> : <ClaimPill state={state} />}
      </div>
    </li>
  );
}
