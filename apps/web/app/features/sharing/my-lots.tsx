import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { Lot, LotState } from './queries.js';

const tones: Record<LotState, Tone> = { offered: 'waiting', accepted: 'plain', made: 'done', inspected: 'done', declined: 'plain', failed: 'wrong', lapsed: 'wrong' };

export function LotPill({ state }: { state: LotState }) {
  const { t } = useMessages();
  return <Pill tone={tones[state]}>{t(`lot.${state}`)}</Pill>;
}

export function waitsForMe({ state }: Lot): boolean {
  return state === 'offered' || state === 'accepted';
}

/** A member's part of a large order: take it, all or some, or say no; then say when it is made. */
export function MyLots({ lots, refusal }: { lots: readonly Lot[]; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <ul>
      {lots.map((lot) => (
        <li key={lot.id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center gap-3">
            <strong className="font-medium">
              <span dir="auto">{lot.title}</span> · {t('lot.quantity', { count: lot.quantity })}
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
          {waitsForMe(lot) && (
            <FormBox refusal={refusal} scope={`lot-${lot.id}`} className="mt-2 flex flex-wrap items-end gap-3">
              <input type="hidden" name="id" value={lot.id} />
              <div className="w-28">
                <Field name="quantity" label={t('lot.howMany')} inputMode="numeric" dir="ltr" defaultValue={lot.quantity} />
              </div>
              <Button intent={lot.state === 'offered' ? 'lot-accept' : 'lot-finish'}>{t(lot.state === 'offered' ? 'lot.accept' : 'lot.finish')}</Button>
              <div className="w-full">
                <Field name="reason" label={t('lot.why')} hint={t('lot.why.hint')} optional />
              </div>
              <Button intent={lot.state === 'offered' ? 'lot-decline' : 'lot-fail'} look="danger">
                {t(lot.state === 'offered' ? 'lot.decline' : 'lot.fail')}
              </Button>
            </FormBox>
          )}
        </li>
      ))}
    </ul>
  );
}
