import { countryName } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import type { Asked, Finding } from './piece-queries.js';

/** What each country asks of this piece before it may be sold there: a paper, a mark, or nothing; with the rule it comes from. */
export function PieceAsked({ asked }: { asked: Asked }) {
  const { t, lang } = useMessages();
  const countries = Object.entries(asked).filter(([, { screening }]) => screening.length > 0);
  if (countries.length === 0) return <p className="text-muted">{t('asked.nothing')}</p>;
  return (
    <div className="grid gap-1">
      {countries.map(([code, { screening }]) => (
        <details key={code}>
          <summary className="inline-flex min-h-12 items-center text-indigo-ink underline underline-offset-4">
            {countryName(lang, code)} · {t('asked.count', { count: screening.length })}
          </summary>
          <ul className="grid gap-3 border-s-2 border-line ps-3">
            {screening.map((finding) => (
              <One key={finding.rule} finding={finding} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function One({ finding: { outcome, paper, says, source, confidence } }: { finding: Finding }) {
  const { t } = useMessages();
  return (
    <li>
      <p className="font-medium">{paper === null ? t(`asked.${outcome}`) : t('asked.paper', { paper })}</p>
      <p className="text-sm" dir="auto">
        {says}
      </p>
      <p className="text-sm break-words text-muted">
        {t('price.source', { source })} · {t(`confidence.${confidence}`)}
      </p>
    </li>
  );
}
