import type { LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { askedOf, dimensionsOf } from '../../features/statistics/asked.js';
import { KINDS, tableQuery } from '../../features/statistics/queries.js';
import { csvRows } from '../../features/statistics/shares.js';
import { today } from '../../format.js';

/** Every table of the year under the filter, in one file. */
export async function loader(asked: LoaderFunctionArgs): Promise<Response> {
  const { year, region, branch } = askedOf(new URL(asked.request.url).searchParams, Number(today().slice(0, 4)));
  const question = { year, region, branch };
  const rows: string[] = ['counted,by,key,artisans,events,pieces,makers_mad'];
  for (const kind of KINDS) {
    for (const by of dimensionsOf(kind, question)) rows.push(...csvRows(kind, by, (await ask(asked, tableQuery, { ...question, of: kind, by })).statistics));
  }
  const name = ['dar-sanaa', question.year, question.region, question.branch].filter(Boolean).join('-');
  return new Response(`\uFEFF${rows.join('\r\n')}\r\n`, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"`, 'cache-control': 'private, no-store' } });
}
