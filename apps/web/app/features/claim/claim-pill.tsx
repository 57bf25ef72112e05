import { useMessages } from '../../i18n/messages.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { ClaimState } from './queries.js';

const tones: Record<ClaimState, Tone> = { OPEN: 'plain', SUBMITTED: 'waiting', RETURNED: 'wrong', APPROVED: 'done', REFUSED: 'wrong', WITHDRAWN: 'plain', UNDONE: 'wrong' };

export function ClaimPill({ state }: { state: ClaimState }) {
  const { t } = useMessages();
  return <Pill tone={tones[state]}>{t(`claim.${state}`)}</Pill>;
}
