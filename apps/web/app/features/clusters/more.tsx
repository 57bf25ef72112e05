import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { linkLook } from '../../ui/button.js';

export interface PageMark {
  endCursor: string | null;
  hasNextPage: boolean;
}

/** The next page of a list, by its own address. */
export function More({ page }: { page: PageMark }) {
  const { t } = useMessages();
  if (!page.hasNextPage || page.endCursor === null) return null;
  return (
    <Link to={`?after=${encodeURIComponent(page.endCursor)}`} className={`inline-flex min-h-12 items-center ${linkLook}`}>
      {t('paging.more')}
    </Link>
  );
}

/** Which page the address asks for. */
export function afterIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('after');
}
