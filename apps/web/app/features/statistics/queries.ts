import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';

export const KINDS = ['listing', 'order', 'export', 'payout', 'certificate', 'training', 'completion'] as const;
export type Kind = (typeof KINDS)[number];
export const DIMENSIONS = ['region', 'branch', 'sex', 'age', 'country'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Counts {
  artisans: number;
  events: number;
  pieces: number;
  makerMadMinor: number;
}

export interface Statistic {
  cells: { key: string; counts: Counts | null }[];
  total: Counts | null;
}

export interface Asked {
  year: number;
  region: string | null;
  branch: string | null;
}

const COUNTS = `
  artisans
  events
  pieces
  makerMadMinor
`;
const TABLE = `
  cells {
    key
    counts {
      ${COUNTS}
    }
  }
  total {
    ${COUNTS}
  }
`;

/** Each kind by sex: its totals, and how many of its people are women. */
export const overviewQuery = graphql<Record<Kind, Statistic> & { regions: (Named & { code: string })[]; branches: (Named & { code: string })[] }, Asked>(`
  query StatisticsOverview($year: Int!, $region: String, $branch: String) {
    ${KINDS.map((kind) => `${kind}: statistics(of: ${kind}, by: sex, year: $year, region: $region, branch: $branch) {\n${TABLE}\n}`).join('\n    ')}
    regions {
      code
      en
      fr
      ar
    }
    branches {
      code
      en
      fr
      ar
    }
  }
`);

export const tableQuery = graphql<{ statistics: Statistic }, Asked & { of: Kind; by: Dimension }>(`
  query StatisticsTable($of: CountedEvent!, $by: CountedBy!, $year: Int!, $region: String, $branch: String) {
    statistics(of: $of, by: $by, year: $year, region: $region, branch: $branch) {
      ${TABLE}
    }
  }
`);
