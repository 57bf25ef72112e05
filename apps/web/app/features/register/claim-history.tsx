import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import type { ClaimFile, ClaimItem } from '../claim/queries.js';

/** Everything that happened to a request, the latest first: who, when and why. */
export function ClaimHistory({ steps, items }: { steps: ClaimFile['steps']; items: readonly ClaimItem[] }) {
  const { t, lang } = useMessages();
  // A waiver names its line by its code.
  const inWords = (reason: string): string => reason.replace(/^([a-z0-9-]+)(?=: )/, (code) => items.find((item) => item.code === code)?.[lang] ?? code);
  return (
    <ol>
      {[...steps].reverse().map(({ verb, at, actorName, reason }, index) => (
        <li key={index} className="border-t border-line py-3 first:border-t-0">
          <p>
            {t(`claims.step.${verb}`)}{' '}
            <span className="text-base text-muted">
              <Instant iso={at} /> · <bdi>{actorName}</bdi>
            </span>
          </p>
          {reason !== null && (
            <p className="mt-1" dir="auto">
              {verb === 'waive' ? inWords(reason) : reason}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
