import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { pieceRecordQuery } from '../../features/mandates/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Amount, Instant } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Empty, Page } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const id = asked.params.id ?? '';
  return { id, record: (await ask(asked, pieceRecordQuery, { id })).pieceRecord };
}

/** Every price of a piece and what was done to it in its maker's name: both names stand here. */
export default function PieceRecord() {
  const { id, record } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('pieceRecord.title')} lead={t('pieceRecord.lead')} width="text">
      <title>{text('pieceRecord.title')}</title>
      <p className="mb-4">
        <Link to={`/${lang}/workshop/pieces/${id}`} className={linkLook}>
          {t('pieceRecord.piece')}
        </Link>
      </p>
      {record.length === 0 && <Empty title={t('pieceRecord.none')}>{t('pieceRecord.none.lead')}</Empty>}
      <ol>
        {[...record].reverse().map(({ act, at, actorName, agentName, from, to }, index) => (
          <li key={index} className="border-t border-line py-3 first:border-t-0">
            <p className="text-lg">
              {t(`pieceRecord.${act}`)} {from !== null && <Amount money={from} />} {from !== null && to !== null && '→'} {to !== null && <Amount money={to} />}
            </p>
            <p className="text-base text-muted">
              <Instant iso={at} /> · <bdi>{actorName}</bdi>
              {agentName !== null && <> · {t('pieceRecord.agent', { name: <bdi>{agentName}</bdi> })}</>}
            </p>
          </li>
        ))}
      </ol>
    </Page>
  );
}
