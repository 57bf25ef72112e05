import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { Lot, LotState } from './queries.js';

const tones: Record<LotState, Tone> = { offered: 'waiting', accepted: 'plain', made: 'done', inspected: 'done', declined: 'plain', failed: 'wrong', lapsed: 'wrong' };

function LotPill({ state }: { state: LotState }) {
  const { t } = useMessages();
  return <Pill tone={tones[state]}>{t(`lot.${state}`)}</Pill>;
}

/** What a part of a large order is, whoever looks at it: how many, where it stands, why it was given so and what came of it. */
export function LotLines({ lot, of }: { lot: Lot; of: ReactNode }) {
  const { t } = useMessages();
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <strong className="font-medium">
          {of} · {t('lot.quantity', { count: lot.quantity })}
        </strong>
        <LotPill state={lot.state} />
      </p>
      <p className="text-base text-muted" dir="auto">
        {lot.reason}
      </p>
      {lot.outcome !== null && (
        <p className="text-base" dir="auto">
          {lot.outcome}
        </p>
      )}
      {lot.state === 'offered' && <p className="text-base">{t('lot.answerBy', { day: <Instant iso={lot.answerBy} /> })}</p>}
    </>
  );
}
