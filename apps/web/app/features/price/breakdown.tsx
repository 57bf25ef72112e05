import { useMessages } from '../../i18n/messages.js';
import { Amount, Day } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import type { Alternative, LineKind, Origin, PriceWarning, Quote, QuoteLine } from './queries.js';
import { Ways } from './ways.js';

/** A buyer reads four lines; customs and carriers count seven kinds. */
const groups: readonly { key: string; kinds: readonly LineKind[] }[] = [
  { key: 'goods', kinds: ['goods'] },
  { key: 'shipping', kinds: ['shipping', 'insurance'] },
  { key: 'border', kinds: ['duty', 'surcharge', 'tax', 'fee'] },
  { key: 'prepaid', kinds: ['prepaid'] },
];

/** What you pay, to the cent, and why each figure is what it is. */
export function Breakdown({ quote, country, origin = [] }: { quote: Quote & { scheme?: string | null; alternative?: Alternative | null; warnings?: readonly PriceWarning[] }; country: string; origin?: readonly Origin[] }) {
  const { t } = useMessages();
  const currency = quote.currency ?? '';
  return (
    <div>
      <dl>
        {groups.map(({ key, kinds }) => {
          const lines = quote.lines.filter(({ kind }) => kinds.includes(kind));
          if (key === 'prepaid' && lines.length === 0) return null;
          const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
          return (
            <div key={key} className="flex justify-between gap-4 border-t border-line py-2">
              <dt>{t(`price.${key}`)}</dt>
              <dd>
                <Amount money={{ amountMinor, currency }} cents="always" />
              </dd>
            </div>
          );
        })}
        {quote.total && (
          <div className="flex justify-between gap-4 border-t-2 border-ink py-2 text-lg font-semibold">
            <dt>{t('price.total')}</dt>
            <dd>
              <Amount money={quote.total} cents="always" />
            </dd>
          </div>
        )}
      </dl>
      <p className="text-sm text-muted">{t('price.promise', { country })}</p>
      <Responsible people={quote.responsible} />
      <Warnings said={quote.warnings?.filter(({ code }) => code !== UNCONFIRMED)} />
      <details className="mt-2">
        <summary className={`${linkLook} inline-flex min-h-12 items-center`}>{t('price.why')}</summary>
        <Derivation quote={quote} currency={currency} origin={origin} />
        {quote.alternative && <Ways quote={quote} scheme={quote.scheme ?? ''} other={quote.alternative} />}
        <Warnings said={quote.warnings?.filter(({ code }) => code === UNCONFIRMED)} />
      </details>
    </div>
  );
}

/** Who answers for the pieces in the Union (Regulation (EU) 2023/988, article 19). */
function Responsible({ people }: { people: Quote['responsible'] }) {
  const { t } = useMessages();
  return people.map(({ said, demonstration }) => (
    <p key={said} className="mt-1 text-sm text-muted">
      {t('price.responsible')} <bdi className="break-words">{said}</bdi>
      {demonstration && <> {t('price.responsible.demo')}</>}
    </p>
  ));
}

/** Rows nobody has confirmed are named among the derivation; whatever else there is to know stands beside the price. */
const UNCONFIRMED = 'ROWS_UNCONFIRMED';

function Warnings({ said = [] }: { said?: readonly PriceWarning[] }) {
  if (said.length === 0) return null;
  return (
    <ul className="mt-2 border-s-4 border-saffron ps-3 text-sm text-saffron-ink">
      {said.map(({ code, text }) => (
        <li key={code + text} className="break-words" dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}

/** Several exporters: each sends a consignment of its own, with its own freight, duty and tax. */
export function ByExporter({ parts }: { parts: readonly { exporterName: string; total: { amountMinor: number; currency: string }; lines: readonly QuoteLine[] }[] }) {
  const { t } = useMessages();
  if (parts.length < 2) return null;
  return (
    <details className="mt-2">
      <summary className={`${linkLook} inline-flex min-h-12 items-center`}>{t('price.parts', { count: parts.length })}</summary>
      {parts.map((part, at) => (
        <section key={at} className="mb-4 border-s-2 border-line ps-4">
          <p className="flex justify-between gap-4 font-medium">
            <bdi>{part.exporterName}</bdi>
            <Amount money={part.total} cents="always" />
          </p>
          <ul className="text-sm text-muted">
            {part.lines.map((line, n) => (
              <li key={n} className="flex justify-between gap-4">
                <span dir="auto">{line.label}</span>
                <Amount money={{ amountMinor: line.amountMinor, currency: part.total.currency }} cents="always" />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function Derivation({ quote, currency, origin }: { quote: Quote; currency: string; origin: readonly Origin[] }) {
  const { t } = useMessages();
  return (
    <div className="border-s-2 border-line ps-4">
      <ol className="grid gap-4">
        {quote.lines.map((line, at) => (
          <DerivedLine key={at} line={line} currency={currency} />
        ))}
      </ol>
      {origin.map(({ preference, saved }, at) => (
        <p key={at} className="mt-4 text-sm" dir="auto">
          {saved !== null && saved > 0 && <strong className="font-medium text-mint-ink">{t('price.saved', { amount: <Amount money={{ amountMinor: saved, currency }} cents="always" /> })} </strong>}
          {preference.why}
        </p>
      ))}
      {quote.fx && (
        <p className="mt-4 text-sm text-muted">
          {t('price.fx', { rate: quote.fx.rate, source: quote.fx.source, day: <Day iso={quote.fx.day} /> })}
        </p>
      )}
    </div>
  );
}

function DerivedLine({ line, currency }: { line: QuoteLine; currency: string }) {
  const { t } = useMessages();
  return (
    <li className="text-sm">
      <p className="flex justify-between gap-4 font-medium">
        <span dir="auto">{line.label}</span>
        <Amount money={{ amountMinor: line.amountMinor, currency }} cents="always" />
      </p>
      <p className="break-words text-muted">
        <bdi>{line.formula}</bdi>
        {' · '}
        {t('price.rate', { rate: line.rate })}
      </p>
      <p className="break-words text-muted">
        {t('price.source', { source: line.source })} · {t('price.checked', { day: <Day iso={line.checkedOn} /> })}
      </p>
      <p className={line.confidence === 'verified' ? 'text-mint-ink' : 'text-saffron-ink'}>{t(`confidence.${line.confidence}`)}</p>
    </li>
  );
}

/** We do not know this country's rule for this piece, and say so instead of "fees may apply". */
export function UnknownPrice({ quote, country }: { quote: Quote | null; country: string }) {
  const { t } = useMessages();
  return (
    <div className="border-s-4 border-saffron bg-plaster p-4">
      <p className="font-medium">{t('price.unknown', { country })}</p>
      <ul className="mt-1 list-disc ps-5 text-sm text-muted">
        {(quote?.reasons ?? []).map((reason) => (
          <li key={reason} dir="auto">
            {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
