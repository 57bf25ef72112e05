import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Icon, Star } from '../../ui/icons.js';
import { Facts, TableBox } from '../../ui/page.js';
import type { PublicCertificate } from './queries.js';

const looks = {
  valid: 'border-mint-ink bg-mint-soft text-mint-ink',
  expired: 'border-saffron bg-plaster text-ink',
  withdrawn: 'border-terracotta bg-plaster text-terracotta',
  unknown: 'border-terracotta bg-plaster text-terracotta',
} as const;

/** One glance answers: does this hold today? Everything else is who, what, when. Prints to one sheet. */
export function Sheet({ certificate }: { certificate: PublicCertificate }) {
  const { t } = useMessages();
  const { state } = certificate;
  return (
    <>
      <p className={`flex items-center gap-3 border-s-4 p-4 text-xl font-medium ${looks[state]}`}>
        {state === 'valid' ? <Star size={32} /> : <Icon name="warning" size={32} />}
        <span>
          {t(`certificate.${state}`)}
          <span className="block text-base font-normal text-ink">{verdict(t, certificate)}</span>
        </span>
      </p>
      {state !== 'unknown' && (
        <div className="mt-6">
          <Facts
            rows={[
              certificate.scheme !== null && [t('certificate.scheme'), <bdi key="a">{certificate.scheme}</bdi>],
              certificate.scope !== null && [t('certificate.scope'), <bdi key="b">{certificate.scope}</bdi>],
              certificate.artisanName !== null && [t('certificate.maker'), <bdi key="c">{certificate.artisanName}</bdi>],
              certificate.regionName !== null && [t('certificate.place'), <bdi key="d">{certificate.regionName}</bdi>],
              certificate.centreName !== null && [t('certificate.centre'), <bdi key="e">{certificate.centreName}</bdi>],
              certificate.inspectorName !== null && [t('certificate.inspector'), <bdi key="f">{certificate.inspectorName}</bdi>],
              certificate.inspectedOn !== null && [t('certificate.inspected'), <Day key="g" iso={certificate.inspectedOn} />],
              certificate.validFrom !== null && [t('certificate.from'), <Day key="h" iso={certificate.validFrom} />],
              certificate.validUntil !== null && [t('certificate.until'), <Day key="i" iso={certificate.validUntil} />],
            ]}
          />
          {certificate.findings.length > 0 && <Findings findings={certificate.findings} />}
        </div>
      )}
    </>
  );
}

function verdict(t: ReturnType<typeof useMessages>['t'], { state, validUntil, withdrawnOn, withdrawnReason }: PublicCertificate) {
  if (state === 'valid' && validUntil !== null) return t('certificate.valid.lead', { day: <Day iso={validUntil} /> });
  if (state === 'expired' && validUntil !== null) return t('certificate.expired.lead', { day: <Day iso={validUntil} /> });
  if (state === 'withdrawn' && withdrawnOn !== null) return t('certificate.withdrawn.lead', { day: <Day iso={withdrawnOn} />, reason: withdrawnReason ?? '' });
  return t('certificate.unknown.lead');
}

function Findings({ findings }: { findings: PublicCertificate['findings'] }) {
  const { t, text } = useMessages();
  return (
    <>
      <h2 className="mb-2 mt-8 text-xl">{t('certificate.findings')}</h2>
      <TableBox label={text('certificate.findings')}>
        <thead>
          <tr>
            <th scope="col">{t('certificate.rule')}</th>
            <th scope="col">{t('certificate.measured')}</th>
            <th scope="col">{t('certificate.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ rule, value, verdict: met }) => (
            <tr key={rule}>
              <td dir="auto">{rule}</td>
              <td>
                <bdi>{value ?? '–'}</bdi>
              </td>
              <td>{t(`verdict.${met}`)}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}
