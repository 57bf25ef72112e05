import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { Empty, Section } from '../../ui/page.js';
import { Pill } from '../../ui/pill.js';
import { More } from './more.js';
import type { Coordination, Nameable, Resting } from './coordination-queries.js';
import type { PageOf } from './queries.js';

/** Who coordinates, and who does not while she may not sell. */
export function Coordinators({ coordination }: { coordination: Coordination }) {
  const { t } = useMessages();
  return (
    <ul>
      {coordination.coordinators.map(({ artisanId, name, active }) => (
        <li key={artisanId} className="flex flex-wrap items-center gap-3 border-b border-line py-3">
          <bdi className="font-medium">{name}</bdi>
          <Pill tone={active ? 'done' : 'waiting'}>{t(active ? 'cluster.coordinator' : 'coordination.barred')}</Pill>
        </li>
      ))}
    </ul>
  );
}

/** While nobody speaks for the cluster: what goes on, what waits, and how members agree on somebody. */
export function Agreement({ coordination, me, refusal }: { coordination: Coordination; me: string | null; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const stands = coordination.candidates.some(({ artisanId }) => artisanId === me);
  return (
    <div className="grid gap-4">
      <p className="max-w-[65ch]">{t('coordination.agree.lead', { needed: coordination.needed, electorate: coordination.electorate })}</p>
      {coordination.candidates.length === 0 && <Empty title={t('coordination.nobody')}>{t('coordination.nobody.lead')}</Empty>}
      <ul>
        {coordination.candidates.map(({ artisanId, name, voices }) => (
          <Choice key={artisanId} name={name} artisanId={artisanId} aside={t('coordination.voices', { count: voices, needed: coordination.needed })} refusal={refusal}>
            {me !== null && (coordination.named === artisanId ? <Button intent="name-none" look="second">{t('coordination.takeBack')}</Button> : artisanId !== me && <Button intent="name">{t('coordination.name')}</Button>)}
          </Choice>
        ))}
      </ul>
      {me !== null && !stands && (
        <FormBox refusal={refusal} scope="stand" className="grid gap-2">
          <input type="hidden" name="artisanId" value={me} />
          <p className="max-w-[65ch] text-base text-muted">{t('coordination.stand.lead')}</p>
          <div>
            <Button intent="name" {...(coordination.candidates.length > 0 && { look: 'second' as const })}>
              {t('coordination.stand')}
            </Button>
          </div>
        </FormBox>
      )}
    </div>
  );
}

/** The administration names one of the members. */
export function NameOne({ members, refusal }: { members: PageOf<Nameable>; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <>
      {members.nodes.length === 0 && <Empty title={t('coordination.noMembers')}>{t('coordination.noMembers.lead')}</Empty>}
      <ul>
        {members.nodes.map(({ artisanId, name, coordinator }) => (
          <Choice key={artisanId} name={name} artisanId={artisanId} refusal={refusal}>
            <Button intent={coordinator ? 'step-down' : 'coordinate'} look="second">
              {t(coordinator ? 'cluster.stepDown' : 'cluster.coordinate')}
            </Button>
          </Choice>
        ))}
      </ul>
      <More page={members} />
    </>
  );
}

function Choice({ name, artisanId, aside, refusal, children }: { name: string; artisanId: string; aside?: ReactNode; refusal: Refusal | undefined; children: ReactNode }) {
  return (
    <li id={`choose-${artisanId}-artisanId`} className="border-b border-line py-3">
      <FormBox refusal={refusal} scope={`choose-${artisanId}`} className="flex flex-wrap items-center justify-between gap-3">
        <input type="hidden" name="artisanId" value={artisanId} />
        <span>
          <bdi className="font-medium">{name}</bdi> {aside !== undefined && <span className="text-muted">{aside}</span>}
        </span>
        {children}
      </FormBox>
    </li>
  );
}

/** Clusters that nobody speaks for, for the administration. */
export function RestingList({ page }: { page: PageOf<Resting> }) {
  const { t, lang } = useMessages();
  return (
    <Section title={t('coordination.resting')}>
      <p className="mb-4 max-w-[65ch] text-muted">{t('coordination.resting.lead')}</p>
      {page.nodes.length === 0 && <Empty title={t('coordination.resting.none')}>{t('coordination.resting.none.lead')}</Empty>}
      <ul>
        {page.nodes.map((cluster) => (
          <li key={cluster.id} className="border-b border-line py-3">
            <Link to={`/${lang}/clusters/${cluster.id}/coordination`} className={linkLook}>
              <bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>
            </Link>
            <p className="text-base text-muted">
              <bdi>{cluster.city}</bdi> · {t('coordination.since', { day: <Day iso={cluster.restedAt} /> })}
            </p>
          </li>
        ))}
      </ul>
      <More page={page} name="resting" />
    </Section>
  );
}
