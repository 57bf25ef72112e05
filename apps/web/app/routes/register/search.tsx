import { Form, Link, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import type { Named as NamedValue } from '../../features/certificate/queries.js';
import { agentsOf } from '../../features/mandates/agents.server.js';
import { registerQuery, STANDINGS, type Standing } from '../../features/register/queries.js';
import { StandingPill } from '../../features/register/standing.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, buttonLook, linkLook } from '../../ui/button.js';
import { chosenIn } from '../../ui/narrow.js';
import { Empty, Page, TableBox } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const search = new URL(asked.request.url).searchParams;
  const standing = STANDINGS.find((known) => known === search.get('standing')) ?? null;
  const filter = { query: search.get('q')?.trim() || null, standing, category: search.get('category') || null, province: search.get('province') || null, branch: search.get('branch') || null, endingBy: dayAhead(Number(chosenIn(asked.request, 'ending', ENDS) ?? 0)) };
  const { artisans, regions, branches } = await ask(asked, registerQuery, { after: search.get('after'), filter, sort: search.get('sort') === 'NEWEST' ? 'NEWEST' : 'NAME' });
  const chambers = (await agentsOf(asked)).filter(({ kind }) => kind === 'CHAMBER').map(({ id }) => id);
  // An officer looks through her own region; the operator through all of them.
  return { ...artisans, places: regions.filter(({ code }) => chambers.length === 0 || chambers.includes(code)).flatMap(({ provinces }) => provinces), branches };
}

const ENDS = ['30', '90'] as const;

function dayAhead(days: number): string | null {
  return days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The register of the officer's own chamber; the search is in the address, so it can be kept as a bookmark. */
export default function RegisterSearch() {
  const { nodes, bySound, endCursor, hasNextPage, places, branches } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const next = new URLSearchParams(search);
  if (endCursor !== null) next.set('after', endCursor);
  return (
    <Page title={t('register.title')} lead={t('register.lead')}>
      <title>{text('register.title')}</title>
      <p className="mb-4">
        <Link to={`/${lang}/register/claims`} className={linkLook}>
          {t('claims.title')}
        </Link>
      </p>
      <Form method="get" role="search" className="flex flex-wrap gap-3" key={search.toString()}>
        <input name="q" type="search" dir="auto" defaultValue={search.get('q') ?? ''} aria-label={text('register.query')} placeholder={text('register.query')} className="min-h-14 min-w-0 flex-1 basis-64 border border-ink bg-transparent px-3 placeholder:text-muted" />
        <Choice name="standing" values={STANDINGS} chosen={search.get('standing')} />
        <Choice name="category" values={['ARTISAN', 'MAALEM', 'COOPERATIVE', 'ENTERPRISE']} chosen={search.get('category')} />
        <Named name="province" values={places} chosen={search.get('province')} />
        <Named name="branch" values={branches} chosen={search.get('branch')} />
        <select name="ending" defaultValue={search.get('ending') ?? ''} aria-label={text('register.ending')} className="min-h-14 border border-ink bg-lime px-2">
          <option value="">{text('register.ending.any')}</option>
          {ENDS.map((days) => (
            <option key={days} value={days}>
              {text('register.ending.in', { days: Number(days) })}
            </option>
          ))}
        </select>
        <select name="sort" defaultValue={search.get('sort') ?? 'NAME'} aria-label={text('register.sort')} className="min-h-14 border border-ink bg-lime px-2">
          <option value="NAME">{text('register.sort.NAME')}</option>
          <option value="NEWEST">{text('register.sort.NEWEST')}</option>
        </select>
        <Button>{t('register.search')}</Button>
      </Form>
      {bySound && <p className="mt-4 text-muted">{t('register.bySound')}</p>}
      <div className="mt-6">{nodes.length === 0 ? <Empty title={t('register.none')}>{t('register.none.lead')}</Empty> : <Entries nodes={nodes} />}</div>
      {hasNextPage && (
        <Link to={`?${next}`} className={buttonLook('second', 'mt-6')}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}

function Choice({ name, values, chosen }: { name: 'standing' | 'category'; values: readonly string[]; chosen: string | null }) {
  const { text } = useMessages();
  return (
    <select name={name} defaultValue={chosen ?? ''} aria-label={text(`register.${name}`)} className="min-h-14 border border-ink bg-lime px-2">
      <option value="">{text(`register.${name}.any`)}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {text(`${name}.${value}`)}
        </option>
      ))}
    </select>
  );
}

/** Places and crafts, by their names in the reader's language. */
function Named({ name, values, chosen }: { name: 'province' | 'branch'; values: readonly (NamedValue & { code: string })[]; chosen: string | null }) {
  const { text, lang } = useMessages();
  return (
    <select name={name} defaultValue={chosen ?? ''} aria-label={text(`register.${name}`)} className="min-h-14 max-w-full border border-ink bg-lime px-2">
      <option value="">{text(`register.${name}.any`)}</option>
      {values.map((value) => (
        <option key={value.code} value={value.code}>
          {value[lang]}
        </option>
      ))}
    </select>
  );
}

function Entries({ nodes }: { nodes: { id: string; identifier: string; nameLatin: string | null; nameArabic: string | null; category: string; standing: Standing }[] }) {
  const { t, text, lang } = useMessages();
  return (
    <TableBox label={text('register.title')}>
      <thead>
        <tr>
          <th scope="col">{t('register.identifier')}</th>
          <th scope="col">{t('register.name')}</th>
          <th scope="col">{t('register.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ id, identifier, nameLatin, nameArabic, category, standing }) => (
          <tr key={id}>
            <td>
              <Link to={`/${lang}/register/${id}`} className={linkLook}>
                <bdi>{identifier}</bdi>
              </Link>
            </td>
            <td>
              <span className="block">
                <bdi>{nameLatin}</bdi>
              </span>
              <span className="block">
                <bdi lang="ar">{nameArabic}</bdi>
              </span>
              <span className="block text-base text-muted">{t(`category.${category}`)}</span>
            </td>
            <td>
              <StandingPill standing={standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
