import { Form } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import { FeeWords } from './fee-words.js';
import { ROLES, type Candidate, type Cluster, type Member } from './queries.js';

/** One member or candidate, and what a coordinator may do about her. */
export function MemberCard({ tie, refusal }: { tie: Member; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <li className="border-b border-line py-4">
      <p className="flex flex-wrap items-center gap-3">
        <strong className="font-medium">
          <bdi>{tie.name || tie.artisanId}</bdi>
        </strong>
        <Pill tone={tie.state === 'active' ? 'done' : 'waiting'}>{t(`tie.${tie.state}`)}</Pill>
        {tie.coordinator && <Pill tone="plain">{t('cluster.coordinator')}</Pill>}
      </p>
      <FeeWords fees={tie.fees} />
      {tie.permissions.length > 0 && (
        <ul className="mt-1 text-base text-muted">
          {tie.permissions.map((permission) => (
            <li key={permission}>{t(`permission.${permission}`)}</li>
          ))}
        </ul>
      )}
      <FormBox refusal={refusal} scope={`member-${tie.artisanId}`} className="mt-3 flex flex-wrap items-end gap-3">
        <input type="hidden" name="artisanId" value={tie.artisanId} />
        {tie.state === 'active' && (
          <>
            <div className="w-40">
              <Field name="capacity" label={t('cluster.capacity')} inputMode="numeric" dir="ltr" defaultValue={tie.capacity} />
            </div>
            <div className="w-40">
              <Field name="quota" label={t('cluster.quota')} inputMode="numeric" dir="ltr" optional defaultValue={tie.quota || ''} />
            </div>
            <Button intent="work" look="second">
              {t('cluster.work')}
            </Button>
            <Button intent={tie.coordinator ? 'step-down' : 'coordinate'} look="second">
              {t(tie.coordinator ? 'cluster.stepDown' : 'cluster.coordinate')}
            </Button>
            <Button intent="remove" look="danger">
              {t('cluster.remove')}
            </Button>
          </>
        )}
        {tie.state === 'invited' && (
          <Button intent="retract" look="second">
            {t('tie.retract')}
          </Button>
        )}
        {tie.state === 'requested' && (
          <>
            <Button intent="approve">{t('cluster.approve')}</Button>
            <Button intent="refuse" look="danger">
              {t('cluster.refuse')}
            </Button>
          </>
        )}
      </FormBox>
    </li>
  );
}

interface InviteProps {
  /** Names of regions by their code. */
  regions: Readonly<Record<string, string>>;
  /** Who was found under the name that was looked for; null when none was. */
  found: readonly Candidate[] | null;
  sought: string;
  problem: string | null;
  refusal: Refusal | undefined;
}

/** By the number on her card, or by her name among those who may sell. */
export function InviteForm({ regions, found, sought, problem, refusal }: InviteProps) {
  const { t } = useMessages();
  return (
    <div className="grid gap-6">
      <FormBox refusal={refusal} scope="invite" className="grid gap-3">
        <Field name="identifier" label={t('cluster.invite.number')} hint={t('cluster.invite.hint')} dir="ltr" />
        <div>
          <Button intent="invite-number">{t('cluster.invite')}</Button>
        </div>
      </FormBox>
      <Form method="get" className="grid gap-3">
        <Field name="name" label={t('cluster.invite.name')} defaultValue={sought} />
        {problem !== null && <p className="text-terracotta">{problem}</p>}
        <div>
          <Button look="second">{t('cluster.invite.search')}</Button>
        </div>
      </Form>
      {found !== null && found.length === 0 && problem === null && <p className="text-muted">{t('cluster.invite.nobody')}</p>}
      {found !== null && found.length > 0 && (
        <ul>
          {found.map((one) => (
            <li key={one.artisanId} className="border-t border-line py-2">
              <FormBox refusal={refusal} scope={`invite-${one.artisanId}`} className="flex flex-wrap items-center justify-between gap-3">
                <span>
                  <bdi>{one.name}</bdi> <bdi className="text-muted">{regions[one.regionCode] ?? one.regionCode}</bdi>
                </span>
                <input type="hidden" name="artisanId" value={one.artisanId} />
                {one.state === 'outside' ? (
                  <Button intent="invite" look="second">
                    {t('cluster.invite')}
                  </Button>
                ) : (
                  <Pill tone="plain">{t(`tie.${one.state}`)}</Pill>
                )}
              </FormBox>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the cluster takes, role by role; members pay what they accepted until they accept this. */
export function FeeForm({ cluster, refusal }: { cluster: Cluster; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  const had = (hundredths: number | undefined): string => (hundredths ? String(hundredths / 100) : '');
  return (
    <FormBox refusal={refusal} scope="fees" className="grid gap-5">
      {ROLES.map((role) => {
        const fee = cluster.fees.find((one) => one.role === role);
        return (
          <fieldset key={role}>
            <legend className="font-medium">{t(`feeRole.${role}`)}</legend>
            <div className="mt-1 grid gap-3 sm:grid-cols-4">
              <Field name={`${role}-part`} label={t('cluster.fee.partBox')} inputMode="decimal" dir="ltr" optional defaultValue={had(fee?.bp)} />
              <Field name={`${role}-item`} label={t('cluster.fee.itemBox')} inputMode="decimal" dir="ltr" optional defaultValue={had(fee?.itemMinor)} />
              <Field name={`${role}-kg`} label={t('cluster.fee.kgBox')} inputMode="decimal" dir="ltr" optional defaultValue={had(fee?.kgMinor)} />
              <Field name={`${role}-order`} label={t('cluster.fee.orderBox')} inputMode="decimal" dir="ltr" optional defaultValue={had(fee?.orderMinor)} />
            </div>
          </fieldset>
        );
      })}
      <div>
        <Button intent="fees" look="second">
          {t('cluster.fee.save')}
        </Button>
      </div>
    </FormBox>
  );
}
