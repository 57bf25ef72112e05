import { Form, Link, useSearchParams } from 'react-router';
import { useMessages } from '../../i18n/messages.js';
import { Button, buttonLook, linkLook } from '../../ui/button.js';
import { Tick } from '../../ui/form.js';
import { Icon } from '../../ui/icons.js';
import { isFiltered, SORTS, without } from './listing-search.js';
import type { Facet } from './queries.js';

const CHOSEN = ['branch', 'region', 'material'] as const;

/** Price and certificate have their own controls. */
function isChoice({ name }: Facet): boolean {
  return CHOSEN.some((known) => known === name);
}

/**
 * A column beside the wall on a wide screen, a full-height sheet on a phone. The sheet is the browser's own
 * popover: it opens, closes on Escape and returns the focus without any script of ours.
 */
export function Filters({ facets }: { facets: readonly Facet[] }) {
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  return (
    <div
      // A new search is a new sheet, closed.
      key={search.toString()}
      id="filters"
      popover="auto"
      role="group"
      aria-label={text('filter.title')}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto bg-lime p-4 text-ink lg:static lg:block lg:h-auto lg:w-56 lg:shrink-0 lg:overflow-visible lg:p-0"
    >
      <div className="flex items-center justify-between lg:hidden">
        <h2 className="text-xl">{t('filter.title')}</h2>
        <button type="button" popoverTarget="filters" popoverTargetAction="hide" className="inline-flex size-12 items-center justify-center" aria-label={text('filter.close')}>
          <Icon name="cross" />
        </button>
      </div>
      <Form method="get" action={`/${lang}`} className="grid gap-6">
        {search.get('q') && <input type="hidden" name="q" value={search.get('q') ?? ''} />}
        {search.get('sort') && <input type="hidden" name="sort" value={search.get('sort') ?? ''} />}
        <Tick name="certified" value="1" defaultChecked={search.get('certified') === '1'} label={t('filter.certified')} />
        {facets.filter(isChoice).map((facet) => (
          <FacetChoices key={facet.name} facet={facet} chosen={search.getAll(facet.name)} />
        ))}
        <fieldset className="grid grid-cols-2 gap-2">
          <legend className="mb-1 font-medium">{t('filter.price')}</legend>
          {(['min', 'max'] as const).map((edge) => (
            <label key={edge} className="text-sm text-muted">
              {t(`filter.${edge}`)}
              <input name={edge} inputMode="numeric" defaultValue={search.get(edge) ?? ''} className="block min-h-12 w-full border border-ink bg-transparent px-2 text-base text-ink" />
            </label>
          ))}
        </fieldset>
        <div className="grid gap-2 bg-lime py-2 max-lg:sticky max-lg:bottom-0">
          <Button>{t('filter.show')}</Button>
          {isFiltered(search) && (
            <Link to={`/${lang}`} className={buttonLook('second')}>
              {t('filter.clear')}
            </Link>
          )}
        </div>
      </Form>
    </div>
  );
}

const SHOWN = 6;

function FacetChoices({ facet, chosen }: { facet: Facet; chosen: readonly string[] }) {
  const { t } = useMessages();
  const choice = ({ value, label, count }: Facet['values'][number]) => (
    <Tick
      key={value}
      name={facet.name}
      value={value}
      defaultChecked={chosen.includes(value)}
      label={
        <>
          <bdi>{label}</bdi> <span className="text-sm text-muted tabular-nums">{count}</span>
        </>
      }
    />
  );
  const rest = facet.values.slice(SHOWN);
  return (
    <fieldset>
      <legend className="font-medium">{t(`facet.${facet.name}`)}</legend>
      {facet.values.slice(0, SHOWN).map(choice)}
      {rest.length > 0 && (
        <details open={rest.some(({ value }) => chosen.includes(value))}>
          <summary className={`${linkLook} inline-flex min-h-12 items-center text-sm`}>{t('filter.more', { count: rest.length })}</summary>
          {rest.map(choice)}
        </details>
      )}
    </fieldset>
  );
}

/** Search, order, and what is chosen, each removable with one tap. */
export function SearchBar({ facets, total }: { facets: readonly Facet[]; total: number }) {
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const chosen = CHOSEN.flatMap((name) => search.getAll(name).map((value) => ({ name, value })));
  const labelOf = ({ name, value }: (typeof chosen)[number]): string => facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value)?.label ?? value;
  return (
    <div className="mt-6">
      <Form method="get" action={`/${lang}`} role="search" className="flex flex-wrap gap-2" key={search.toString()}>
        {[...search].filter(([name]) => !['q', 'sort', 'after'].includes(name)).map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
        <input type="search" name="q" defaultValue={search.get('q') ?? ''} dir="auto" aria-label={text('search.label')} placeholder={text('search.label')} className="min-h-12 min-w-0 flex-1 basis-full border border-ink bg-transparent px-3 placeholder:text-muted sm:basis-56" />
        <select name="sort" defaultValue={search.get('sort') ?? 'NEWEST'} aria-label={text('sort.label')} className="min-h-12 min-w-0 flex-1 basis-24 border border-ink bg-lime px-2 sm:flex-none sm:basis-auto">
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {text(`sort.${sort}`)}
            </option>
          ))}
        </select>
        <Button look="second" className="max-sm:px-3">
          {t('search.go')}
        </Button>
        <button type="button" popoverTarget="filters" className={buttonLook('second', 'max-sm:px-3 lg:hidden')}>
          <Icon name="filter" /> {t('filter.open', { count: chosen.length })}
        </button>
      </Form>
      <p role="status" className="mt-4 flex flex-wrap items-center gap-2 text-sm text-muted">
        <span>{t('pieces', { count: total })}</span>
        {chosen.map((one) => (
          <Link key={one.name + one.value} to={`/${lang}${without(search, one.name, one.value)}`} className="inline-flex min-h-8 items-center gap-1 border border-line px-2 text-ink" aria-label={text('filter.remove', { label: labelOf(one) })}>
            <bdi>{labelOf(one)}</bdi> <Icon name="cross" size={12} />
          </Link>
        ))}
      </p>
    </div>
  );
}
