import type { Database } from '#libs/platform';

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** Between `begin` and `end` every statement of this database is kept; `end` explains them and answers how many rows the widest step went through. */
export function rowsTouched(db: Database): { begin(): Promise<null>; end(): Promise<number> } {
  const pool = db.pool;
  const own = pool.query.bind(pool) as (...asked: unknown[]) => Promise<{ rows: unknown[] }>;
  let kept: (readonly [sql: string, params: readonly unknown[]])[] = [];
  const watching = (...asked: [string | { text: string; values?: unknown[] }, unknown[]?]): unknown => {
    const [query, params = []] = asked;
    kept.push(typeof query === 'string' ? [query, params] : [query.text, query.values ?? []]);
    return own(...asked);
  };
  return {
    begin() {
      Object.assign(pool, { query: watching });
      return Promise.resolve(null);
    },
    async end() {
      Object.assign(pool, { query: own });
      const statements = kept.filter(([sql]) => /^\s*(select|with)/i.test(sql));
      kept = [];
      let most = 0;
      for (const [sql, params] of statements) {
        const [row] = (await own(`explain (analyze, format json) ${sql}`, params)).rows as { 'QUERY PLAN': { Plan: Plan }[] }[];
        most = Math.max(most, widest(row!['QUERY PLAN'][0]!.Plan));
      }
      return most;
    },
  };
}

function widest(plan: Plan): number {
  const left = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0);
  return Math.max(Math.round((plan['Actual Rows'] + left) * plan['Actual Loops']), ...(plan.Plans ?? []).map(widest));
}
