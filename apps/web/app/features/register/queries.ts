import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';
import type { RequestLine } from './requests-of.js';

export type Standing = 'PRE_REGISTERED' | 'REGISTERED' | 'SUSPENDED' | 'LAPSED' | 'STRUCK_OFF';
export const STANDINGS: readonly Standing[] = ['PRE_REGISTERED', 'REGISTERED', 'SUSPENDED', 'LAPSED', 'STRUCK_OFF'];

export interface Entry {
  id: string;
  identifier: string;
  nameLatin: string | null;
  nameArabic: string | null;
  category: string;
  branch: string;
  activity: string;
  provinceCode: string;
  regionCode: string;
  standing: Standing;
}

export interface RegisterPage {
  artisans: { nodes: Entry[]; bySound: boolean; endCursor: string | null; hasNextPage: boolean };
  regions: (Named & { code: string; provinces: (Named & { code: string })[] })[];
  branches: (Named & { code: string })[];
}

export interface RegisterSearch {
  after: string | null;
  filter: { query: string | null; standing: Standing | null; category: string | null; province: string | null; branch: string | null; endingBy: string | null };
  sort: 'NAME' | 'NEWEST';
}

const ENTRY_FIELDS = `
  id
  identifier
  nameLatin
  nameArabic
  category
  branch
  activity
  provinceCode
  regionCode
  standing
`;

export const registerQuery = graphql<RegisterPage, RegisterSearch>(`
  query Register($after: String, $filter: ArtisanFilterInput, $sort: ArtisanSort) {
    artisans(first: 24, after: $after, filter: $filter, sort: $sort) {
      nodes {
        ${ENTRY_FIELDS}
      }
      bySound
      endCursor
      hasNextPage
    }
    regions {
      code
      en
      fr
      ar
      provinces {
        code
        en
        fr
        ar
      }
    }
    branches {
      code
      en
      fr
      ar
    }
  }
`);

export interface EntryDetails extends Entry {
  sex: string | null;
  birthYear: number | null;
  registeredOn: string;
  validUntil: string | null;
  socialStanding: { cnss: boolean | null; amo: boolean | null };
  mayBecome: Standing[];
  history: { from: Standing | null; to: Standing; at: string; actorName: string; why: string; evidence: string | null; cause: 'OFFICER' | 'EXTRACT' | 'END' }[];
}

export interface EntryAnswer {
  artisanCategories: (Named & { category: string })[];
  artisan: EntryDetails;
  regions: (Named & { code: string; provinces: (Named & { code: string })[] })[];
  branches: (Named & { code: string; activities: (Named & { code: string })[] })[];
}

export const entryQuery = graphql<EntryAnswer, { id: string }>(`
  query Entry($id: ID!) {
    artisanCategories {
      category
      en
      fr
      ar
    }
    artisan(id: $id) {
      ${ENTRY_FIELDS}
      sex
      birthYear
      registeredOn
      validUntil
      mayBecome
      socialStanding {
        cnss
        amo
      }
      history {
        from
        to
        at
        actorName
        why
        evidence
        cause
      }
    }
    regions {
      code
      en
      fr
      ar
      provinces {
        code
        en
        fr
        ar
      }
    }
    branches {
      code
      en
      fr
      ar
      activities {
        code
        en
        fr
        ar
      }
    }
  }
`);

/** Her standing alone, for her workshop. */
export const myStandingQuery = graphql<{ artisan: { standing: Standing; validUntil: string | null; branch: string } }, { id: string }>(`
  query MyStanding($id: ID!) {
    artisan(id: $id) {
      standing
      validUntil
      branch
    }
  }
`);

export const requestsOfQuery = graphql<{ claimHistory: { nodes: RequestLine[] } }, { artisanId: string }>(`
  query RequestsOf($artisanId: ID!) {
    claimHistory(first: 24, artisanId: $artisanId) {
      nodes {
        id
        state
        openedAt
        decisionReason
      }
    }
  }
`);

export interface StandingDecision {
  input: { id: string; artisanId: string; from: Standing; to: Standing; why: string; evidence: string | null; validUntil: string | null };
}

export const setStandingMutation = graphql<{ setStanding: { standing: Standing } }, StandingDecision>(`
  mutation SetStanding($input: StandingInput!) {
    setStanding(input: $input) {
      standing
    }
  }
`);
