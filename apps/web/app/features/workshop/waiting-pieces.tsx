import { useMessages } from '../../i18n/messages.js';
import { Button, linkLook } from '../../ui/button.js';
import { Pill } from '../../ui/pill.js';
import type { Outbox } from './use-outbox.js';

const OLD_MS = 2 * 24 * 3600 * 1000;

/** A clock, as on any message that has not left. After two days the phone may clear it away, so it says so louder. */
export function WaitingPieces({ outbox }: { outbox: Outbox }) {
  const { t, text } = useMessages();
  if (outbox.pieces.length === 0) return null;
  const old = outbox.pieces.some(({ savedAt }) => Date.now() - savedAt > OLD_MS);
  return (
    <section className={`mb-6 border-s-4 p-4 ${old ? 'border-terracotta bg-plaster' : 'border-saffron bg-plaster'}`} aria-live="polite">
      <h2 className="text-lg">{t('outbox.waiting', { count: outbox.pieces.length })}</h2>
      {old && <p className="text-base text-terracotta">{t('outbox.old')}</p>}
      <ul className="my-3 grid gap-2">
        {outbox.pieces.map(({ id, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0" dir="auto">
              {title}
            </span>
            <span className="flex items-center gap-4">
              <Pill tone={outbox.refused.has(id) ? 'wrong' : 'waiting'}>{t(outbox.refused.has(id) ? 'outbox.refused' : 'outbox.here')}</Pill>
              <button type="button" className={`${linkLook} min-h-12`} onClick={() => void outbox.remove(id)} aria-label={text('outbox.remove.piece', { piece: title })}>
                {t('outbox.remove')}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <Button type="button" look="second" onClick={() => void outbox.flush()}>
        {t('outbox.send')}
      </Button>
    </section>
  );
}
