import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import type { HouseResponsible } from './law-queries.js';

const TONES = { waiting: 'waiting', in_force: 'done', refused: 'wrong', ended: 'plain' } as const;

/** One person: who proposed her, who looked her over, since when she answers and until when. */
export function Responsible({ person, refusal, isAdmin }: { person: HouseResponsible; refusal: Refusal | undefined; isAdmin: boolean }) {
  const { t } = useMessages();
  const { id, state } = person;
  return (
    <section className="mb-6 border-t border-line pt-4">
      <h3 className="flex flex-wrap items-center gap-3 font-medium">
        <bdi>{person.name}</bdi>
        <Pill tone={TONES[state]}>{t(`responsible.state.${state}`)}</Pill>
        {person.demonstration && <Pill tone="plain">{t('responsible.demonstration')}</Pill>}
      </h3>
      <p>
        <bdi>{person.postalAddress}</bdi>
      </p>
      <p>
        <bdi>{person.electronicAddress}</bdi>
      </p>
      <p className="text-sm text-muted">
        {t('responsible.proposed', { name: <bdi key="n">{person.proposedName}</bdi>, at: <Instant key="a" iso={person.proposedAt} /> })}
        {person.validFrom !== null && <> {t('responsible.reviewed', { name: <bdi key="n">{person.reviewedName}</bdi>, day: <Day key="d" iso={person.validFrom} /> })}</>}
        {person.endedOn !== null && <> {t('responsible.ended', { name: <bdi key="n">{person.endedName}</bdi>, day: <Day key="d" iso={person.endedOn} /> })}</>}
      </p>
      {state === 'waiting' && !person.mayApprove && <p className="my-3 border-s-4 border-saffron bg-plaster p-4">{t('twoPeople.needsOther')}</p>}
      {person.mayApprove && (
        <FormBox refusal={refusal} scope={`approve-${id}`} className="my-3 border-s-4 border-indigo-ink bg-plaster p-4">
          <input type="hidden" name="id" value={id} />
          <p className="mb-3">{t('responsible.decide.lead')}</p>
          <Button intent="approve">{t('responsible.approve')}</Button>
        </FormBox>
      )}
      {isAdmin && (state === 'waiting' || state === 'in_force') && (
        <FormBox refusal={refusal} scope={`end-${id}`} className="mt-2">
          <input type="hidden" name="id" value={id} />
          {state === 'in_force' && <p className="mb-2 text-sm text-muted">{t('responsible.end.lead')}</p>}
          <Button intent="end" look="danger">
            {t(state === 'waiting' ? 'responsible.refuse' : 'responsible.end')}
          </Button>
        </FormBox>
      )}
    </section>
  );
}
