import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { ClaimPill } from '../claim/claim-pill.js';
import type { ClaimState } from '../claim/queries.js';

export interface RequestLine {
  id: string;
  state: ClaimState;
  openedAt: string;
  decisionReason: string | null;
}

/** Everybody who ever said that this entry is hers, the latest first. */
export function RequestsOf({ requests }: { requests: readonly RequestLine[] }) {
  const { lang } = useMessages();
  return (
    <ul>
      {requests.map(({ id, state, openedAt, decisionReason }) => (
        <li key={id} className="border-t border-line py-3 first:border-t-0">
          <p className="flex flex-wrap items-center justify-between gap-3">
            <Link to={`/${lang}/register/claims/${id}`} className={linkLook}>
              <Day iso={openedAt} />
            </Link>
            <ClaimPill state={state} />
          </p>
          {decisionReason !== null && <p dir="auto">{decisionReason}</p>}
        </li>
      ))}
    </ul>
  );
}
