import { useMessages } from '../../i18n/messages.js';
import { ClaimPill } from '../claim/claim-pill.js';
import type { ClaimOutcome } from '../claim/queries.js';

/** What became of each of many: decided, or not and why. */
export function Outcomes({ outcomes }: { outcomes: readonly (ClaimOutcome & { name: string })[] }) {
  const { t } = useMessages();
  return (
    <section role="status" aria-labelledby="outcomes" className="mb-6 border-s-4 border-indigo bg-plaster p-4">
      <h2 id="outcomes" className="text-lg">
        {t('claims.outcomes', { count: outcomes.filter(({ state }) => state !== null).length })}
      </h2>
      <ul className="mt-2 grid gap-2">
        {outcomes.map(({ claimId, state, message, name }) => (
          <li key={claimId} className="flex flex-wrap items-center gap-3">
            <bdi>{name}</bdi> {state !== null ? <ClaimPill state={state} /> : <span className="text-terracotta">{message}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
