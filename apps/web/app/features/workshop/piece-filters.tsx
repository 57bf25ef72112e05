import { Form, useSearchParams } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Button } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { Empty } from '../../ui/page.js';

export const PIECE_STATES = ['listed', 'draft', 'suspended', 'sold', 'withdrawn'] as const;
/** On a shorter list everything is in sight. */
const MOST_IN_SIGHT = 6;

export interface PiecesChosen {
  state: (typeof PIECE_STATES)[number] | null;
  query: string | null;
  sort: 'NEWEST' | 'OLDEST';
}

/** What the address says of a maker's pieces: their state, some letters of a name, from which end. */
export function piecesChosen(request: Request): PiecesChosen {
  const search = new URL(request.url).searchParams;
  return { state: PIECE_STATES.find((known) => known === search.get('state')) ?? null, query: search.get('name') || null, sort: search.get('order') === 'oldest' ? 'OLDEST' : 'NEWEST' };
}

/** An empty list that was narrowed is no empty workshop. */
export function useNarrowed(): boolean {
  const [search] = useSearchParams();
  return ['state', 'name'].some((name) => search.get(name));
}

/** Narrows a maker's pieces by links and a name. Nothing is shown while the list is short and whole. */
export function PieceFilters({ page }: { page: { nodes: readonly unknown[]; hasNextPage: boolean } }) {
  const { t, text } = useMessages();
  const [search] = useSearchParams();
  const narrowed = useNarrowed();
  if (!narrowed && !search.get('after') && !search.get('order') && !page.hasNextPage && page.nodes.length <= MOST_IN_SIGHT) return null;
  return (
    <>
      <Chips name="state" label={text('pieces.state')} options={[['', text('pieces.any')], ...PIECE_STATES.map((state) => [state, text(`piece.${state}`)] as const)]} />
      <Chips name="order" label={text('pieces.order')} options={[['', text('pieces.newest')], ['oldest', text('pieces.oldest')]]} />
      <Form method="get" role="search" className="mb-6 flex gap-2" key={search.toString()}>
        {['state', 'order'].map((name) => search.get(name) && <input key={name} type="hidden" name={name} value={search.get(name) ?? ''} />)}
        <input type="search" name="name" defaultValue={search.get('name') ?? ''} aria-label={text('pieces.name')} placeholder={text('pieces.name')} dir="auto" className="min-h-14 w-full min-w-0 border border-ink bg-transparent px-3" />
        <Button look="second">{t('pieces.find')}</Button>
      </Form>
      {narrowed && page.nodes.length === 0 && <Empty title={t('pieces.none')}>{t('pieces.none.lead')}</Empty>}
    </>
  );
}
