import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Icon } from '../../ui/icons.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { OrderStep } from './queries.js';
import { stageName, type Audience } from './stage.js';

/** The stages a parcel goes through, also beyond the border, where other shops fall silent. */
const ROAD = ['placed', 'funded', 'in_production', 'ready', 'documented', 'dispatched', 'delivered'] as const;
const ENDED = ['refund_due', 'cancelled'];

/** `shown` is what the present stage is called, when that is not its own name. */
export function Timeline({ state, shown = state, steps, audience }: { state: string; shown?: string; steps: readonly OrderStep[]; audience: Audience }) {
  const { t } = useMessages();
  const ended = ENDED.includes(state);
  const reached = new Map(steps.map(({ to, at }) => [to, at]));
  const stages = ended ? [...reached.keys()].filter((to) => to !== 'draft') : ROAD;
  return (
    <ol>
      {stages.map((stage) => {
        const again = stage === state && shown !== state;
        const at = again ? undefined : reached.get(stage);
        return (
          <li key={stage} aria-current={stage === state ? 'step' : undefined} className="relative grid grid-cols-[2rem_1fr] gap-3 pb-5 last:pb-0">
            <span className={`grid size-8 place-items-center rounded-full border ${at === undefined ? 'border-line text-line' : 'border-mint-ink bg-mint-soft text-mint-ink'}`}>
              <Icon name={at === undefined ? 'clock' : 'check'} size={16} />
            </span>
            <div className={at === undefined ? 'text-muted' : ''}>
              <p className={stage === state ? 'font-semibold' : ''}>{t(stageName(again ? shown : stage, audience))}</p>
              <p className="text-sm text-muted">{at === undefined ? t(again ? 'stage.now' : 'stage.later') : <Instant iso={at} />}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

export function StatePill({ state, audience }: { state: string; audience: Audience }) {
  const { t } = useMessages();
  const tone: Tone = state === 'delivered' ? 'done' : state === 'cancelled' ? 'wrong' : ENDED.includes(state) || state === 'placed' || state === 'documented.again' ? 'waiting' : 'plain';
  return <Pill tone={tone}>{t(stageName(state, audience))}</Pill>;
}
