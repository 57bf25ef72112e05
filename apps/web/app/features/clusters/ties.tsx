import { Link } from 'react-router';
import type { Refusal } from '../../ask.server.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Instant } from '../../ui/amount.js';
import { Button, linkLook } from '../../ui/button.js';
import { Field, FormBox } from '../../ui/form.js';
import { Pill } from '../../ui/pill.js';
import { FeeWords, ReadFee } from './fee-words.js';
import { PERMISSIONS, type Cluster, type Sale, type Tie } from './queries.js';
import { isSameFee } from './typed.js';

interface TieProps {
  tie: Tie;
  refusal: Refusal | undefined;
}

/** One cluster and its member: what she pays, what she lets it do, and the way out. */
export function TieCard({ tie, sales, refusal }: TieProps & { sales: readonly Sale[] }) {
  const { t, lang } = useMessages();
  return (
    <li className="border-b border-line py-5">
      <p className="flex flex-wrap items-center gap-3">
        <strong className="font-medium">
          <bdi>{tie.clusterName}</bdi>
        </strong>
        <Pill tone={tie.state === 'active' ? 'done' : 'waiting'}>{t(`tie.${tie.state}`)}</Pill>
      </p>
      {tie.state === 'active' && tie.cluster.restedAt !== null && (
        <p className="mt-2">
          {t('coordination.rests')}{' '}
          <Link to={`/${lang}/clusters/${tie.clusterId}/coordination`} className={`inline-flex min-h-12 items-center ${linkLook}`}>
            {t('coordination.agree')}
          </Link>
        </p>
      )}
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
      </FormBox>
      {tie.state === 'active' && !isSameFee(tie.cluster, tie) && <NewFee tie={tie} refusal={refusal} />}
      {sales.length > 0 && <MySales tie={tie} sales={sales} />}
      {tie.state === 'active' && <Capacity tie={tie} refusal={refusal} />}
      {tie.state === 'active' && <Permissions tie={tie} refusal={refusal} />}
      {tie.state === 'active' && (
        <FormBox refusal={refusal} scope={`leave-${tie.clusterId}`} className="mt-4 grid gap-2">
          <input type="hidden" name="clusterId" value={tie.clusterId} />
          <p className="max-w-[65ch] text-base text-muted">{t('tie.leave.lead')}</p>
          <div>
            <Button intent="leave" look="danger">
              {t('tie.leave')}
            </Button>
          </div>
        </FormBox>
      )}
    </li>
  );
}

function NewFee({ tie, refusal }: TieProps) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`fee-${tie.clusterId}`} className="mt-4 grid gap-3 bg-plaster p-4">
      <p className="font-medium">{t('tie.newFee')}</p>
      <FeeWords fees={tie.cluster.fees} />
      <input type="hidden" name="clusterId" value={tie.clusterId} />
      <ReadFee fee={tie.cluster} />
      <div>
        <Button intent="fee">{t('tie.acceptFee')}</Button>
      </div>
    </FormBox>
  );
}

/** What is on and what is coming, with her own pieces in it and the day to bring them. */
function MySales({ tie, sales }: { tie: Tie; sales: readonly Sale[] }) {
  const { t } = useMessages();
  return (
    <div className="mt-4">
      <p className="font-medium">{t('cluster.sales')}</p>
      <ul className="mt-1 grid gap-3">
        {sales.map((sale) => {
          const hers = sale.pieces.filter(({ artisanId }) => artisanId === tie.artisanId);
          return (
            <li key={sale.id}>
              <p dir="auto">{sale.title}</p>
              <p className="text-base">{t('sale.window', { from: <Instant iso={sale.opensAt} />, to: <Instant iso={sale.closesAt} /> })}</p>
              {hers.length === 0 ? (
                <p className="text-base text-muted">{t('sale.noneOfYours')}</p>
              ) : (
                <>
                  <p className="text-base">{t('sale.collection', { day: <Day iso={sale.collectionOn} /> })}</p>
                  <ul className="text-base text-muted">
                    {hers.map((piece) => (
                      <li key={piece.productId}>
                        <bdi>{piece.title}</bdi>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Who says nothing is asked for nothing when a large order is shared out by rule. */
function Capacity({ tie, refusal }: TieProps) {
  const { t } = useMessages();
  return (
    <FormBox refusal={refusal} scope={`work-${tie.clusterId}`} className="mt-4 flex flex-wrap items-end gap-3">
      <input type="hidden" name="clusterId" value={tie.clusterId} />
      <input type="hidden" name="artisanId" value={tie.artisanId} />
      <div className="w-full sm:w-80">
        <Field name="capacity" label={t('tie.capacity')} hint={t('tie.capacity.hint')} inputMode="numeric" dir="ltr" defaultValue={tie.capacity} />
      </div>
      <Button intent="work" look="second">
        {t('cluster.work')}
      </Button>
    </FormBox>
  );
}

function Permissions({ tie, refusal }: TieProps) {
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
      <p className="text-base text-muted">{t(`cluster.form.${cluster.legalForm}`)}</p>
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
