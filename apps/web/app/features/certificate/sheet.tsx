import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Icon, Star } from '../../ui/icons.js';
import { Covers } from './covers.js';
import { Evidences } from './evidences.js';
import { Measured } from './measured.js';
import { Facts, TableBox } from '../../ui/page.js';
import { Source } from '../../ui/source.js';
import type { Certificate, CertificateAnswer, CertificateStatus, CertifiedFact } from './queries.js';

const looks: Record<CertificateStatus, string> = {
  VALID: 'border-mint-ink bg-mint-soft text-mint-ink',
  EXPIRED: 'border-saffron bg-plaster text-ink',
  WITHDRAWN: 'border-terracotta bg-plaster text-terracotta',
  UNKNOWN: 'border-terracotta bg-plaster text-terracotta',
};

/** One glance answers: does this hold today? Everything else is who, what, when. Prints to one sheet. */
export function Sheet({ answer: { certificate, regions } }: { answer: CertificateAnswer }) {
  const { t, lang } = useMessages();
  const { status, certificate: details } = certificate;
  return (
    <>
      <div className={`flex items-center gap-3 border-s-4 p-4 ${looks[status]}`}>
        {status === 'VALID' ? <Star size={32} /> : <Icon name="warning" size={32} />}
        <p className="text-xl font-medium">
          {t(`certificate.${status}`)}
          <span className="block text-base font-normal text-ink">{verdict(t, status, details)}</span>
          {certificate.followedBy !== null && (
            <Link to={`/${lang}/certificate/${certificate.followedBy}`} className={`block text-base font-normal ${linkLook}`}>
              {t('certificate.followed', { number: certificate.followedBy })}
            </Link>
          )}
        </p>
      </div>
      {details && (
        <div className="mt-6">
          <Facts
            rows={[
              [t('certificate.scope'), <span key="a" dir="auto">{`${details.variant[lang]} · ${details.name?.[lang] ?? details.description}`}</span>],
              [t('certificate.covers'), <Covers key="s" {...details} />],
              [t('certificate.maker'), <bdi key="b">{(lang === 'ar' ? details.maker.nameArabic : details.maker.nameLatin) ?? details.maker.nameLatin ?? details.maker.nameArabic}</bdi>],
              [t('certificate.place'), regions.find(({ code }) => code === details.maker.regionCode)?.[lang]],
              details.materials !== null && [t('certificate.materials'), <span key="m" dir="auto">{details.materials}</span>],
              (details.madeFrom !== null || details.madeUntil !== null) && [t('certificate.made'), <Made key="w" from={details.madeFrom} until={details.madeUntil} />],
              [t('certificate.centre'), details.centre[lang]],
              [t('certificate.inspector'), <bdi key="c">{details.inspectorName}</bdi>],
              details.inspectedOn !== null && [t('certificate.inspected'), <span key="i"><Day iso={details.inspectedOn} />{details.inspectedAt !== null && <> · <bdi>{details.inspectedAt}</bdi></>}</span>],
              [t('certificate.scheme'), details.schemeName ?? <>{t(`scheme.${details.scheme}`)}{details.schemeLevel !== null && <> · {t('certificate.level', { level: details.schemeLevel })}</>}</>],
              details.grade !== null && [t('certificate.grade'), t(`grade.${details.grade}`)],
              details.labelNumber !== null && [t('certificate.label'), <bdi key="d">{details.labelNumber}</bdi>],
              (details.foodContact || details.productType === 'pottery') && [t('certificate.food'), t(details.foodContact ? 'certificate.food.yes' : 'certificate.food.no')],
              [t('certificate.from'), <Day key="e" iso={details.validFrom} />],
              [t('certificate.until'), <Day key="f" iso={details.validUntil} />],
              ...details.exportFiles.map((file) => [t('certificate.exportFile'), <ExportFile key={file.number} file={file} />] as const),
            ]}
          />
          <Evidences photographs={details.photographs} />
          {details.facts.length > 0 && <Findings facts={details.facts} />}
        </div>
      )}
    </>
  );
}

function Made({ from, until }: { from: string | null; until: string | null }) {
  return (
    <>
      {from !== null && <Day iso={from} />} – {until !== null && <Day iso={until} />}
    </>
  );
}

/** The file's number, and the checksum that a holder of its papers can compare. */
function ExportFile({ file: { number, version, sha256 } }: { file: Certificate['exportFiles'][number] }) {
  return (
    <>
      <bdi>{`${number} (${version})`}</bdi>
      <span className="block break-all text-sm text-muted" dir="ltr">
        {sha256}
      </span>
    </>
  );
}

function verdict(t: ReturnType<typeof useMessages>['t'], status: CertificateStatus, details: Certificate | null): ReactNode {
  if (details === null || status === 'UNKNOWN') return t('certificate.UNKNOWN.lead');
  return t(`certificate.${status}.lead`, { day: <Day iso={status === 'WITHDRAWN' ? (details.endedAt ?? details.validUntil) : details.validUntil} /> });
}

function Findings({ facts }: { facts: readonly CertifiedFact[] }) {
  const { t, text, lang } = useMessages();
  return (
    <>
      <h2 className="mb-2 mt-8 text-xl">{t('certificate.findings')}</h2>
      <TableBox label={text('certificate.findings')}>
        <thead>
          <tr>
            <th scope="col">{t('certificate.rule')}</th>
            <th scope="col">{t('certificate.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.rule}>
              <td>
                {fact[lang]}
                <span className="block text-sm text-muted">
                  <Source name={fact.sourceName} />
                </span>
              </td>
              <td>
                <Measured value={fact.value} unit={fact.unitName} words={fact.text} />
                {t(`verdict.${fact.outcome}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}
