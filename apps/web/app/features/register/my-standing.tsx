import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { ButtonLink } from '../../ui/button.js';
import type { Standing } from './queries.js';

/** Days before the end of a registration from which its holder sees it in her workshop. */
const SOON_MS = 60 * 86_400_000;

/** The way to her own entry; and above it, where her standing keeps her from selling or will soon. */
export function MyStanding({ mine: { standing, validUntil }, now }: { mine: { standing: Standing; validUntil: string | null }; now: string }) {
  const { t, lang } = useMessages();
  const ends = validUntil !== null && Date.parse(validUntil) - Date.parse(now) < SOON_MS ? validUntil : null;
  return (
    <>
      {standing !== 'REGISTERED' && (
        <p role="status" className="mt-4 border-s-4 border-terracotta bg-plaster p-4">
          {t(`mine.${standing}`)}
        </p>
      )}
      {standing === 'REGISTERED' && ends !== null && (
        <p role="status" className="mt-4 border-s-4 border-saffron bg-plaster p-4">
          {t('mine.ends', { day: <Day iso={ends} /> })}
        </p>
      )}
      <ButtonLink to={`/${lang}/workshop/standing`} look="second" className="mt-4 w-full">
        {t('mine.title')}
      </ButtonLink>
    </>
  );
}
