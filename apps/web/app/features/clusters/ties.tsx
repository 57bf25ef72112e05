import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { FormBox } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import { FeeWords, ReadFee } from './fee-words.js';
import { PERMISSIONS, type Cluster, type Tie } from './queries.js';
import { isSameFee } from './typed.js';

interface TieProps {
  tie: Tie;
  /** The cluster as it is today, when its fee may have moved. */
  cluster: Cluster | undefined;
  refusal: Refusal | undefined;
}

/** One cluster and its member: what she pays, what she lets it do, and the way out. */
export function TieCard({ tie, cluster, refusal }: TieProps) {
  const { t } = useMessages();
  return (
    <li className="border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-3">
        <strong className="font-medium">
          <bdi>{tie.clusterName}</bdi>
        </strong>
        <Pill tone={tie.state === 'active' ? 'done' : 'waiting'}>{t(`tie.${tie.state}`)}</Pill>
      </p>
      <div className="mt-2">
        <p className="text-base text-muted">{t('cluster.fee.yours')}</p>
        <FeeWords fees={tie.fees} />
      </div>
      <FormBox refusal={refusal} scope={`tie-${tie.clusterId}`} className="mt-3 flex flex-wrap items-center gap-3">
        <input type="hidden" name="clusterId" value={tie.clusterId} />
        <input type="hidden" name="artisanId" value={tie.artisanId} />
        <ReadFee fee={tie} />
        {tie.state === 'invited' && (
          <>
            <Button intent="accept">{t('tie.accept')}</Button>
            <Button intent="decline" look="danger">
              {t('tie.decline')}
            </Button>
          </>
        )}
        {tie.state === 'requested' && (
          <Button intent="retract" look="second">
            {t('tie.retract')}
          </Button>
        )}
        {tie.state === 'active' && (
          <Button intent="leave" look="danger">
            {t('tie.leave')}
          </Button>
        )}
      </FormBox>
      {tie.state === 'active' && cluster !== undefined && !isSameFee(cluster, tie) && <NewFee cluster={cluster} refusal={refusal} />}
      {tie.state === 'active' && <Permissions tie={tie} refusal={refusal} />}
    </li>
  );
}

function NewFee({ cluster, refusal }: { cluster: Cluster; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`fee-${cluster.id}`} className="mt-4 grid gap-3 bg-plaster p-4">
      <p className="font-medium">{t('tie.newFee')}</p>
      <FeeWords fees={cluster.fees} />
      <input type="hidden" name="clusterId" value={cluster.id} />
      <ReadFee fee={cluster} />
      <div>
        <Button intent="fee">{t('tie.acceptFee')}</Button>
      </div>
    </FormBox>
  );
}

function Permissions({ tie, refusal }: { tie: Tie; refusal: Refusal | undefined }) {
  const { t } = useMessages();
  return (
    <div className="mt-4">
      <p className="font-medium">{t('tie.lets')}</p>
      <ul className="mt-1 grid gap-2">
        {PERMISSIONS.map((permission) => {
          const granted = tie.permissions.includes(permission);
          return (
            <li key={permission}>
              <FormBox refusal={refusal} scope={`${permission}-${tie.clusterId}`} className="flex flex-wrap items-center justify-between gap-3">
                <span className={granted ? '' : 'text-muted'}>{t(`permission.${permission}`)}</span>
                <input type="hidden" name="clusterId" value={tie.clusterId} />
                <input type="hidden" name="permission" value={permission} />
                <Button intent={granted ? 'revoke' : 'grant'} look={granted ? 'danger' : 'second'}>
                  {t(granted ? 'tie.revoke' : 'tie.grant')}
                </Button>
              </FormBox>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** A cluster she might join, with its fee before she asks. */
export function Joinable({ cluster, refusal }: { cluster: Cluster; refusal: Refusal | undefined }) {
  const { t, lang } = useMessages();
  return (
    <li className="border-b border-line py-5">
      <p>
        <strong className="font-medium">
          <bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>
        </strong>{' '}
        <bdi className="text-muted">{cluster.city}</bdi>
      </p>
      <p className="whitespace-pre-line text-base text-muted" dir="auto">
        {cluster.rules}
      </p>
      <FeeWords fees={cluster.fees} />
      <FormBox refusal={refusal} scope={`join-${cluster.id}`} className="mt-3">
        <input type="hidden" name="clusterId" value={cluster.id} />
        <ReadFee fee={cluster} />
        <Button intent="request" look="second">
          {t('tie.request')}
        </Button>
      </FormBox>
    </li>
  );
}
