import { Form, Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Picture } from '../../ui/picture.js';
import type { BasketLine } from './queries.js';

/** The pieces, by whoever sends them: each exporter's pieces travel as one order. */
export function BasketLines({ lines, bought = false }: { lines: readonly BasketLine[]; bought?: boolean }) {
  const { t } = useMessages();
  const exporters = [...new Set(lines.map(({ exporterName }) => exporterName))];
  return (
    <div className="grid gap-8">
      {exporters.map((exporter) => (
        <section key={exporter}>
          <h2 className="border-b border-ink pb-1 font-medium">{t('basket.from', { exporter })}</h2>
          <ul>
            {lines
              .filter(({ exporterName }) => exporterName === exporter)
              .map((line) => (
                <Line key={line.productId} line={line} bought={bought} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What was bought at a stall can be sent or not, but no longer changed. */
function Line({ line, bought }: { line: BasketLine; bought: boolean }) {
  const { t, lang } = useMessages();
  const gone = line.available < line.quantity;
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-4 border-b border-line py-4">
      <Picture id={line.photographId} alt="" sizes="5rem" />
      <div>
        <p className="font-medium" dir="auto">
          {line.slug === null ? line.title : <Link to={`/${lang}/p/${line.slug}`} className="underline-offset-4 hover:underline">{line.title}</Link>}
        </p>
        <p className="text-sm text-muted">{t('basket.by', { maker: line.makerName })}</p>
        {line.goods && (
          <p className="mt-1">
            <Amount money={line.goods} />
          </p>
        )}
        {line.notice !== null && <p className="mt-1 text-sm text-terracotta">{line.notice}</p>}
        {gone && line.notice === null && <p className="mt-1 text-sm text-terracotta">{t('basket.gone')}</p>}
        {!bought && <Changes line={line} />}
      </div>
    </li>
  );
}

function Changes({ line }: { line: BasketLine }) {
  const { t, text } = useMessages();
  return (
    <div className="mt-2 flex flex-wrap items-center gap-4">
      {!line.unique && (
        <Form method="post" className="flex items-center gap-2">
          <input type="hidden" name="productId" value={line.productId} />
          <label className="text-sm">
            {t('product.quantity')}{' '}
            <input name="quantity" inputMode="numeric" defaultValue={line.quantity} key={line.quantity} className="ms-1 min-h-12 w-16 border border-ink bg-transparent px-2 text-base" />
          </label>
          <button className={`${linkLook} min-h-12`}>{t('basket.update')}</button>
        </Form>
      )}
      <Form method="post">
        <input type="hidden" name="productId" value={line.productId} />
        <input type="hidden" name="quantity" value="0" />
        <button className={`${linkLook} min-h-12`} aria-label={text('basket.remove.piece', { piece: line.title })}>
          {t('basket.remove')}
        </button>
      </Form>
    </div>
  );
}
