import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { FormBox, TextField } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import type { ReferenceProposal } from './law-queries.js';

const TONES = { waiting: 'waiting', approved: 'done', refused: 'wrong' } as const;

/** One change of the law as rows: what would read otherwise, who proposed it, and the second person's say. */
export function Proposal({ proposal, refusal }: { proposal: ReferenceProposal; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const { id, state, files, added, changed, changes } = proposal;
  return (
    <section className="mb-8 border-t border-line pt-4">
      <h3 className="flex flex-wrap items-center gap-3 font-medium">
        <bdi>{files.join(', ')}</bdi>
        <Pill tone={TONES[state]}>{t(`reference.state.${state}`)}</Pill>
      </h3>
      <Names proposal={proposal} />
      {proposal.refusal !== null && (
        <p className="border-s-4 border-terracotta bg-plaster p-3" dir="auto">
          {proposal.refusal}
        </p>
      )}
      <details open={state === 'waiting'} className="mt-1">
        <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('reference.rows', { added, changed })}</summary>
        <ul className="text-sm" dir="ltr">
          {changes.map((change) => (
            <li key={change.name} className="border-t border-line py-2 break-words">
              <strong className="font-medium">{change.name}</strong>{' '}
              {change.isNew ? <span className="text-mint-ink">{t('reference.new')}</span> : change.differences.map((one) => <span key={one} className="block text-muted">{one}</span>)}
            </li>
          ))}
        </ul>
        {added + changed > changes.length && <p className="text-sm text-muted">{t('reference.more', { count: added + changed - changes.length })}</p>}
      </details>
      {state === 'waiting' && !proposal.mayApprove && <p className="my-3 border-s-4 border-saffron bg-plaster p-4">{t('twoPeople.needsOther')}</p>}
      {proposal.mayApprove && (
        <FormBox refusal={refusal} scope={`approve-${id}`} className="my-3 border-s-4 border-indigo-ink bg-plaster p-4">
          <input type="hidden" name="id" value={id} />
          <p className="mb-3">{t('reference.decide.lead')}</p>
          <Button intent="approve">{t('reference.approve')}</Button>
        </FormBox>
      )}
      {state === 'waiting' && <Refuse proposal={proposal} refusal={refusal} />}
    </section>
  );
}

function Names({ proposal }: { proposal: ReferenceProposal }) {
  const { t } = useMessages();
  const first = <bdi key="first">{proposal.proposedName}</bdi>;
  const second = <bdi key="second">{proposal.decidedName ?? '–'}</bdi>;
  const at = <Instant key="at" iso={proposal.decidedAt ?? proposal.proposedAt} />;
  return (
    <p className="text-sm text-muted">
      {t(`reference.by.${proposal.state}`, { first, second, at, version: proposal.version ?? 0 })}
      {proposal.machineUser !== null && <> {t('reference.machine', { user: <bdi key="user">{proposal.machineUser}</bdi> })}</>}
    </p>
  );
}

function Refuse({ proposal: { id, mayApprove }, refusal }: { proposal: ReferenceProposal; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <details open={refusal?.typed.scope === `refuse-${id}`}>
      <summary className="inline-flex min-h-12 items-center text-terracotta underline underline-offset-4">{t(mayApprove ? 'reference.refuse' : 'reference.takeBack')}</summary>
      <FormBox refusal={refusal} scope={`refuse-${id}`} className="mt-2 grid gap-4">
        <input type="hidden" name="id" value={id} />
        <TextField name="reason" label={t('reference.refuse.reason')} hint={t('reference.refuse.hint')} rows={2} />
        <div>
          <Button intent="refuse" look="danger">
            {t('reference.refuse.go')}
          </Button>
        </div>
      </FormBox>
    </details>
  );
}
