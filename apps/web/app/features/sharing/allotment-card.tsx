import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox, Select } from '../../ui/form.js';
import { Progress } from '../../ui/page.js';
import { More, type PageMark } from '../clusters/more.js';
import type { Permission } from '../clusters/queries.js';
import { inState, unallotted } from './allotted.js';
import { LotLines } from './lot-lines.js';
import { RULES, type Allotment, type Lot } from './queries.js';

export interface Member {
  artisanId: string;
  name: string;
  capacity: number;
  permissions: Permission[];
}

interface CardProps {
  allotment: Allotment;
  title: string;
  members: PageMark & { nodes: readonly Member[] };
  /** Of the next sharing out, so that a second press offers nothing twice. */
  next: string;
  refusal: Refusal | undefined;
}

/** One large order line, many hands: who has how many, and what nobody has yet. */
export function AllotmentCard({ allotment, title, members, next, refusal }: CardProps) {
  const { t } = useMessages();
  const left = unallotted(allotment);
  const lets = new Set(members.nodes.filter(({ permissions }) => permissions.includes('act')).map(({ artisanId }) => artisanId));
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
      <ul>
        {allotment.lots.map((lot) => (
          <LotRow key={lot.id} lot={lot} open={allotment.state === 'open'} lets={lets.has(lot.artisanId)} refusal={refusal} />
        ))}
      </ul>
      {allotment.state === 'open' && left > 0 && <ShareForm key={next} allotment={allotment} left={left} members={members} next={next} refusal={refusal} />}
    </section>
  );
}

function LotRow({ lot, open, lets, refusal }: { lot: Lot; open: boolean; lets: boolean; refusal: Refusal | undefined }) {
  return (
    <li className="border-b border-line py-3">
      <LotLines lot={lot} of={<bdi>{lot.makerName || lot.artisanId}</bdi>} />
      {open && lot.state === 'made' && <InspectForm lot={lot} refusal={refusal} />}
      {open && ((lot.state === 'offered' && lets) || lot.state === 'accepted') && <ForHer lot={lot} lets={lets} refusal={refusal} />}
    </li>
  );
}

/** Where she lets the cluster act, her answer; and always the way to take back what nobody hears of any more. */
function ForHer({ lot, lets, refusal }: { lot: Lot; lets: boolean; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const offered = lot.state === 'offered';
  return (
    <details>
      <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">{t(lets ? 'sharing.forHer' : 'sharing.takeBack')}</summary>
      <FormBox refusal={refusal} scope={`lot-${lot.id}`} className="mt-2 grid gap-3">
        <input type="hidden" name="id" value={lot.id} />
        {lets && (
          <>
            <div className="w-28">
              <Field name="quantity" label={t('lot.howMany')} inputMode="numeric" dir="ltr" defaultValue={lot.quantity} />
            </div>
            <div>
              <Button intent={offered ? 'lot-accept' : 'lot-finish'} look="second">
                {t(offered ? 'sharing.sheTakes' : 'sharing.sheMade')}
              </Button>
            </div>
          </>
        )}
        <Field name="reason" label={t('sharing.takeBack.why')} hint={t('sharing.takeBack.hint')} optional={offered} />
        <div>
          <Button intent={offered ? 'lot-decline' : 'lot-fail'} look="danger">
            {t(offered ? 'sharing.sheDeclines' : 'sharing.takeBack')}
          </Button>
        </div>
      </FormBox>
    </details>
  );
}

function InspectForm({ lot, refusal }: { lot: Lot; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`inspect-${lot.id}`} className="mt-2 grid gap-2">
      <input type="hidden" name="id" value={lot.id} />
      <Field name="good" label={t('sharing.good')} inputMode="numeric" dir="ltr" defaultValue={lot.quantity} />
      <Field name="reason" label={t('sharing.why')} hint={t('sharing.why.hint')} optional />
      <div>
        <Button intent="inspect" look="second">
          {t('sharing.inspect')}
        </Button>
      </div>
    </FormBox>
  );
}

function ShareForm({ allotment, left, members, next, refusal }: { allotment: Allotment; left: number; members: CardProps['members']; next: string; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`share-${allotment.orderId}-${allotment.line}`} className="mt-4 grid gap-4 bg-plaster p-4 sm:grid-cols-2">
      <p className="col-span-full font-medium">{t('sharing.left', { count: left })}</p>
      <input type="hidden" name="share" value={next} />
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
          {members.nodes.map(({ artisanId, name, capacity }) => (
            <Field key={artisanId} name={`share-${artisanId}`} label={<bdi>{name}</bdi>} hint={t('sharing.capacity', { count: capacity })} inputMode="numeric" dir="ltr" optional />
          ))}
        </div>
        <More page={members} name="members" />
      </details>
      <div className="col-span-full">
        <Field name="reason" label={t('sharing.reason')} hint={t('sharing.reason.hint')} optional />
      </div>
      <div>
        <Button intent="share">{t('sharing.offer')}</Button>
      </div>
    </FormBox>
  );
}
