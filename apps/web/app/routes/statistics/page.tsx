import { Form, useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { askedOf, dimensionsOf, firstToShow } from '../../features/statistics/asked.js';
import { Bars } from '../../features/statistics/bars.js';
import { Overview, Share } from '../../features/statistics/overview.js';
import { KINDS, overviewQuery, tableQuery, type Dimension, type Kind, type Statistic } from '../../features/statistics/queries.js';
import { RegionMap } from '../../features/statistics/region-map.js';
import { shareOf, UNDER_35, WOMEN } from '../../features/statistics/shares.js';
import { countryName, today } from '../../format.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, linkLook } from '../../ui/button.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: LoaderFunctionArgs) {
  const thisYear = Number(today().slice(0, 4));
  const { kind: wanted, ...question } = askedOf(new URL(asked.request.url).searchParams, thisYear);
  const overview = await ask(asked, overviewQuery, question);
  const table = async (of: Kind, by: Dimension): Promise<Statistic> => (await ask(asked, tableQuery, { ...question, of, by })).statistics;
  const kind = wanted ?? (await firstToShow((of) => table(of, question.region === null ? 'region' : 'branch')));
  const tables = await Promise.all(dimensionsOf(kind, question).map(async (by) => [by, await table(kind, by)] as const));
  const lang = langOf(asked.params);
  const codes = tables.flatMap(([by, table]) => (by === 'country' ? table.cells.map(({ key }) => key) : []));
  return { kind, question, overview, thisYear, tables: Object.fromEntries(tables) as Partial<Record<Dimension, Statistic>>, countries: Object.fromEntries(codes.map((code) => [code, countryName(lang, code)])) };
}

/** What programmes want to know, each figure with what it counts. */
export default function Statistics() {
  const { kind, question, overview, tables, countries, thisYear } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  const [search] = useSearchParams();
  const names = new Map([...overview.regions, ...overview.branches].map((one) => [one.code, one[lang]]));
  const money = kind === 'order' || kind === 'export' || kind === 'payout';
  const name = (key: string): string => names.get(key) ?? countries[key] ?? text(`statistics.key.${key}`);
  return (
    <Page title={t('statistics.title', { year: String(question.year) })} lead={t('statistics.lead')}>
      <title>{text('statistics.title', { year: String(question.year) })}</title>
      <Form method="get" className="mb-6 flex flex-wrap gap-3" key={search.toString()}>
        <Choice name="year" chosen={String(question.year)} options={Array.from({ length: 5 }, (_, i) => String(thisYear - i)).map((year) => [year, year])} />
        <Choice name="of" chosen={kind} options={KINDS.map((one) => [one, text(`statistics.${one}`)])} />
        <Choice name="region" chosen={question.region ?? ''} options={[['', text('statistics.region.any')], ...overview.regions.map((one): [string, string] => [one.code, one[lang]])]} />
        <Choice name="branch" chosen={question.branch ?? ''} options={[['', text('statistics.branch.any')], ...overview.branches.map((one): [string, string] => [one.code, one[lang]])]} />
        <Button look="second">{t('statistics.show')}</Button>
      </Form>
      <Overview tables={overview} />
      <p className="mt-4 text-sm text-muted">{t('statistics.rule')}</p>
      <p className="mt-4">
        <a href={`/${lang}/statistics.csv?${search}`} className={`${linkLook} inline-flex min-h-12 items-center`} download>
          {t('statistics.csv')}
        </a>
      </p>
      <h2 className="mt-10 font-display text-2xl">{t(`statistics.${kind}`)}</h2>
      <p className="text-muted">{t(`statistics.${kind}.what`)}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {tables.sex && <Share share={shareOf(tables.sex, WOMEN)} label={text('statistics.women')} />}
        {tables.age && <Share share={shareOf(tables.age, UNDER_35)} label={text('statistics.youth')} />}
      </div>
      {tables.region && (
        <Section title={t('statistics.by.region')}>
          <div className="grid gap-6 md:grid-cols-[18rem_1fr]">
            <RegionMap table={tables.region} names={names} />
            <Bars table={tables.region} name={name} label={text('statistics.by.region')} money={money} />
          </div>
        </Section>
      )}
      {(['branch', 'country', 'age', 'sex'] as const).map((by) => {
        const table = tables[by];
        return (
          table && (
            <Section key={by} title={t(`statistics.by.${by}`)}>
              {table.cells.length === 0 ? <p className="text-muted">{t('statistics.few')}</p> : <Bars table={table} name={name} label={text(`statistics.by.${by}`)} money={money} />}
            </Section>
          )
        );
      })}
    </Page>
  );
}

function Choice({ name, chosen, options }: { name: 'year' | 'of' | 'region' | 'branch'; chosen: string; options: readonly (readonly [value: string, label: string])[] }) {
  const { text } = useMessages();
  return (
    <select name={name} defaultValue={chosen} aria-label={text(`statistics.choose.${name}`)} className="min-h-14 min-w-0 max-w-full border border-ink bg-lime px-2">
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
