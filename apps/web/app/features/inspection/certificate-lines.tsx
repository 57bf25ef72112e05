import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { CertificateLine } from './desk-queries.js';
import { MakerName } from './maker-name.js';

const tones: Record<CertificateLine['status'], Tone> = { VALID: 'done', EXPIRED: 'waiting', WITHDRAWN: 'wrong', UNKNOWN: 'wrong' };

/** Certificates one by one; on a maker's own list her name says nothing. */
export function CertificateLines({ certificates, named = true }: { certificates: readonly CertificateLine[]; named?: boolean }) {
  const { t, lang } = useMessages();
  return (
    <ul>
      {certificates.map(({ number, description, name, status, validUntil, makerNameLatin, makerNameArabic }) => (
        <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-4">
          <div className="min-w-0">
            <Link to={`/${lang}/certificate/${number}`} className={linkLook}>
              <bdi>{number}</bdi>
            </Link>
            <p dir="auto">{name?.[lang] ?? description}</p>
            <p className="text-base text-muted">
              {named && (
                <>
                  <MakerName maker={{ nameLatin: makerNameLatin, nameArabic: makerNameArabic }} /> ·{' '}
                </>
              )}
              {t('certificates.until', { day: <Day iso={validUntil} /> })}
            </p>
          </div>
          <Pill tone={tones[status]}>{t(`certificate.${status}`)}</Pill>
        </li>
      ))}
    </ul>
  );
}
