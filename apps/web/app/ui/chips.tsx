import { Link, useSearchParams } from 'react-router';

/** What may be chosen of a list, each choice an address of the same list: it works without JavaScript, and says what is shown. */
export function Chips({ name, label, options }: { name: string; label: string; options: readonly (readonly [value: string, words: string])[] }) {
  const [search] = useSearchParams();
  const chosen = search.get(name) ?? '';
  const to = (value: string): string => {
    const next = new URLSearchParams(search);
    // Another choice is another list: it begins at its first page.
    for (const gone of ['after', 'done', name]) next.delete(gone);
    if (value !== '') next.set(name, value);
    return `?${next}`;
  };
  return (
    <nav aria-label={label} className="mb-3 flex flex-wrap gap-2">
      {options.map(([value, words]) => (
        <Link
          key={value}
          to={to(value)}
          aria-current={value === chosen ? 'true' : undefined}
          className="inline-flex min-h-12 items-center rounded-full border border-ink px-4 hover:bg-plaster aria-[current]:border-indigo aria-[current]:bg-indigo aria-[current]:text-white"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
