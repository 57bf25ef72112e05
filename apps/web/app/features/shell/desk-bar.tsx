import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { deskOf, desksFor } from './desks.js';
import { useShell } from './shell.js';

/** The desks of whoever is signed in, on every page of work; a narrow screen scrolls it sideways. */
export function DeskBar() {
  const { t, text, lang } = useMessages();
  const { me } = useShell();
  const here = deskOf(useLocation().pathname);
  const open = desksFor(me?.roles ?? []);
  const list = useRef<HTMLUListElement>(null);
  // Sideways only: asking the desk itself to come into view would also move the page.
  useEffect(() => {
    const [bar, desk] = [list.current?.getBoundingClientRect(), list.current?.querySelector('[aria-current]')?.getBoundingClientRect()];
    if (bar && desk) list.current?.scrollBy({ left: desk.left + desk.width / 2 - bar.left - bar.width / 2 });
  }, [here]);
  if (open.length < 2) return null;
  return (
    <nav aria-label={text('desk.nav')} className="border-b border-line print:hidden">
      <ul ref={list} className="mx-auto flex max-w-6xl gap-1 overflow-x-auto px-2 sm:px-4">
        {open.map(({ key, path }) => (
          <li key={key} className="shrink-0">
            <Link
              to={`/${lang}/${path}`}
              aria-current={key === here ? 'page' : undefined}
              className="inline-flex min-h-12 items-center border-b-2 border-transparent px-2 text-base hover:underline hover:underline-offset-4 aria-[current]:border-indigo aria-[current]:font-medium"
            >
              {t(`desk.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
