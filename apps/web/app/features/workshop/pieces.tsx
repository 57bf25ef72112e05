import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Amount } from '../../ui/amount.js';
import { Empty } from '../../ui/page.js';
import { Picture } from '../../ui/picture.js';
import { Pill, type Tone } from '../../ui/pill.js';
import { More } from '../clusters/more.js';
import { useNarrowed } from './piece-filters.js';
import type { PieceSummary } from './queries.js';

const tones: Readonly<Record<string, Tone>> = { listed: 'done', draft: 'waiting', suspended: 'wrong', withdrawn: 'plain', sold: 'plain' };

export function PiecePill({ state }: { state: string }) {
  const { t } = useMessages();
  return <Pill tone={tones[state] ?? 'plain'}>{t(`piece.${state}`)}</Pill>;
}

export function Pieces({ page }: { page: { nodes: PieceSummary[]; endCursor: string | null; hasNextPage: boolean } }) {
  const { t, lang } = useMessages();
  const narrowed = useNarrowed();
  if (page.nodes.length === 0 && narrowed) return null;
  if (page.nodes.length === 0) return <Empty title={t('workshop.pieces.none')}>{t('workshop.pieces.none.lead')}</Empty>;
  return (
    <>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3">
        {page.nodes.map((piece) => (
          <li key={piece.id}>
            <Link to={`/${lang}/workshop/pieces/${piece.id}`} className="block">
              <Picture id={piece.photographs.find(({ ready }) => ready)?.id ?? null} alt="" sizes="(min-width: 40rem) 13rem, 45vw" />
              <span className="mt-2 block font-medium" dir="auto">
                {piece.title[lang] ?? piece.title.fr ?? piece.title.ar ?? piece.title.en ?? t('piece.untitled')}
              </span>
            </Link>
            <p className="text-base">{piece.priceMinor !== null && <Amount money={{ amountMinor: piece.priceMinor, currency: 'MAD' }} />}</p>
            <PiecePill state={piece.state} />
          </li>
        ))}
      </ul>
      <More page={page} />
    </>
  );
}
