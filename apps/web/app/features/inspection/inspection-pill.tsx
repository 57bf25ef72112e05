import { useMessages } from '../../i18n/messages.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { InspectionState } from './queries.js';

const tones: Record<InspectionState, Tone> = {
  REQUESTED: 'waiting',
  APPOINTED: 'waiting',
  EXAMINED: 'plain',
  RETURNED: 'wrong',
  CERTIFIED: 'done',
  REFUSED: 'wrong',
  CANCELLED: 'plain',
};

export function InspectionPill({ state }: { state: InspectionState }) {
  const { t } = useMessages();
  return <Pill tone={tones[state]}>{t(`inspection.${state}`)}</Pill>;
}
