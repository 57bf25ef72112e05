import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { LotLines } from './lot-lines.js';
import type { Lot } from './queries.js';

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
          <LotLines lot={lot} of={<span dir="auto">{lot.title}</span>} />
          <p className="mt-1 max-w-[65ch] text-base text-muted">{t(`lot.next.${lot.state}`)}</p>
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
