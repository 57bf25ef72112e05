import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { InspectionPill } from './inspection-pill.js';
import type { PieceSummary } from '../workshop/queries.js';
import type { MyInspection } from './maker-queries.js';
import type { InspectionState } from './queries.js';

interface Asked {
  inspections: readonly MyInspection[];
  /** Her own pieces, by whose titles she knows what she asked for. */
  pieces: readonly Pick<PieceSummary, 'id' | 'title'>[];
  refusal: Refusal | undefined;
  /** False for an agent who may ask, and not follow. */
  follows?: boolean;
}

/** What may still be given up. */
const OPEN: readonly InspectionState[] = ['REQUESTED', 'APPOINTED', 'RETURNED'];

/** What a maker asked centres to look at: when they come, what they want mended. */
export function MyInspections({ inspections, pieces, refusal, follows = true }: Asked) {
  const { t, lang } = useMessages();
  const titles = new Map(pieces.map(({ id, title }) => [id, title[lang]]));
  return (
    <ul>
      {inspections.map(({ id, pieceId, description, name, state, appointedFor, decisionReason, secondLookOf, secondLook }) => (
        <li key={id} className="border-b border-line py-4">
          <p className="flex flex-wrap items-center justify-between gap-3">
            <span dir="auto">{titles.get(pieceId ?? '') ?? name?.[lang] ?? description}</span>
            <InspectionPill state={state} />
          </p>
          {appointedFor !== null && state === 'APPOINTED' && <p className="text-base text-muted">{t('inspection.appointed', { when: <Instant iso={appointedFor} /> })}</p>}
          {decisionReason !== null && (
            <p className="mt-1 border-s-4 border-terracotta ps-3 text-base" dir="auto">
              {decisionReason}
            </p>
          )}
          {follows && (OPEN.includes(state) || (state === 'REFUSED' && secondLookOf === null && secondLook === null)) && (
            <FormBox refusal={refusal} scope={`mine-${id}`} className="mt-2 flex flex-wrap gap-3">
              <input type="hidden" name="id" value={id} />
              {state === 'RETURNED' && <Button intent="inspection-resubmit">{t('inspection.resubmit')}</Button>}
              {state === 'REFUSED' ? (
                <Button intent="inspection-second-look" look="second">
                  {t('inspection.secondLook')}
                </Button>
              ) : (
                <Button intent="inspection-cancel" look="second">
                  {t('inspection.cancel')}
                </Button>
              )}
            </FormBox>
          )}
        </li>
      ))}
    </ul>
  );
}
