import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select } from '../../ui/form.js';
import { Progress, TableBox } from '../../ui/page.js';
import { inState, unallotted } from './allotted.js';
import { LotPill } from './my-lots.js';
import { RULES, type Allotment, type Lot } from './queries.js';

export interface Member {
  artisanId: string;
  name: string;
  capacity: number;
}

interface CardProps {
  allotment: Allotment;
  title: string;
  members: readonly Member[];
  refusal: Refusal | undefined;
}

/** One large order line, many hands: who has how many, and what nobody has yet. */
export function AllotmentCard({ allotment, title, members, refusal }: CardProps) {
  const { t, text } = useMessages();
  const left = unallotted(allotment);
  return (
    <section className="mb-10">
      <h2 className="border-b border-ink pb-1 text-xl">
        <bdi>{title}</bdi>
      </h2>
      <div className="mt-3">
        <Progress done={inState(allotment, 'inspected')} of={allotment.total} label={t('sharing.progress', { total: allotment.total, made: inState(allotment, 'made', 'inspected'), good: inState(allotment, 'inspected') })} />
      </div>
      <p className="mt-1 text-base text-muted">
        {t('sharing.states', { free: left, offered: inState(allotment, 'offered'), accepted: inState(allotment, 'accepted'), made: inState(allotment, 'made'), good: inState(allotment, 'inspected') })}
      </p>
      {allotment.lots.length > 0 && (
        <TableBox label={text('sharing.lots')}>
          <thead>
            <tr>
              <th scope="col">{t('sharing.member')}</th>
              <th scope="col">{t('lot.howMany')}</th>
              <th scope="col">{t('sharing.state')}</th>
              <th scope="col">{t('sharing.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {allotment.lots.map((lot) => (
              <tr key={lot.id}>
                <td>
                  <bdi>{lot.makerName || lot.artisanId}</bdi>
                  <span className="block text-base text-muted" dir="auto">
                    {lot.outcome ?? lot.reason}
                  </span>
                </td>
                <td className="tabular-nums">{lot.quantity}</td>
                <td>
                  <LotPill state={lot.state} />
                </td>
                <td>{lot.state === 'made' ? <InspectForm lot={lot} refusal={refusal} /> : <Day iso={lot.answerBy} form="short" />}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {allotment.state === 'open' && left > 0 && <ShareForm allotment={allotment} left={left} members={members} refusal={refusal} />}
    </section>
  );
}

function InspectForm({ lot, refusal }: { lot: Lot; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`inspect-${lot.id}`} className="grid gap-2">
      <input type="hidden" name="id" value={lot.id} />
      <Field name="good" label={t('sharing.good')} inputMode="numeric" dir="ltr" defaultValue={lot.quantity} />
      <Field name="reason" label={t('sharing.why')} optional />
      <Button intent="inspect" look="second">
        {t('sharing.inspect')}
      </Button>
    </FormBox>
  );
}

function ShareForm({ allotment, left, members, refusal }: { allotment: Allotment; left: number; members: readonly Member[]; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`share-${allotment.orderId}-${allotment.line}`} className="mt-4 grid gap-4 bg-plaster p-4 sm:grid-cols-2">
      <p className="col-span-full font-medium">{t('sharing.left', { count: left })}</p>
      <input type="hidden" name="orderId" value={allotment.orderId} />
      <input type="hidden" name="line" value={allotment.line} />
      <Select name="rule" label={t('sharing.rule')}>
        {RULES.map((rule) => (
          <option key={rule} value={rule}>
            {t(`rule.${rule}`)}
          </option>
        ))}
      </Select>
      <Field name="answerDays" label={t('sharing.days')} inputMode="numeric" dir="ltr" defaultValue={3} />
      <details className="col-span-full">
        <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t('sharing.byHand')}</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2">
          {members.map(({ artisanId, name, capacity }) => (
            <Field key={artisanId} name={`share-${artisanId}`} label={<bdi>{name}</bdi>} hint={t('sharing.capacity', { count: capacity })} inputMode="numeric" dir="ltr" optional />
          ))}
        </div>
      </details>
      <div className="col-span-full">
        <Field name="reason" label={t('sharing.reason')} optional />
      </div>
      <div>
        <Button intent="share">{t('sharing.offer')}</Button>
      </div>
    </FormBox>
  );
}
