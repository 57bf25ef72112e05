import { Link, useSearchParams } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { linkLook } from '../../ui/button.js';

export interface PageMark {
  endCursor: string | null;
  hasNextPage: boolean;
}

/** The next page of a list, by its own address: what narrows it stays. `name` is another than `after` where a page has two lists. */
export function More({ page, name = 'after' }: { page: PageMark; name?: string }) {
  const { t } = useMessages();
  const [search] = useSearchParams();
  if (!page.hasNextPage || page.endCursor === null) return null;
  const next = new URLSearchParams(search);
  next.delete('done');
  next.set(name, page.endCursor);
  return (
    <Link to={`?${next}`} className={`inline-flex min-h-12 items-center ${linkLook}`}>
      {t('paging.more')}
    </Link>
  );
}

/** Which page the address asks for. */
export function afterIn(request: Request, name = 'after'): string | null {
  return new URL(request.url).searchParams.get(name);
}
