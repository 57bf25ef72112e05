import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';
import type { PiecesChosen } from '../workshop/piece-filters.js';

export const MANDATE_STATES = ['PROPOSED', 'LIVE', 'DECLINED', 'REVOKED', 'EXPIRED'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];
export const ACTS = ['LISTING_SAVE', 'LISTING_LIST', 'LISTING_WITHDRAW', 'INSPECTION_REQUEST', 'INSPECTION_FOLLOW', 'PRICE', 'PAYOUT', 'BANK'] as const;
export type MandateAct = (typeof ACTS)[number];
export const CONSENT_STATES = ['WAITING', 'GIVEN', 'FAILED', 'REFUSED', 'EXPIRED', 'DROPPED', 'WITHDRAWN'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
export type AgentKind = 'CHAMBER' | 'CLUSTER';

export interface Person {
  id: string;
  nameLatin: string | null;
  nameArabic: string | null;
}

export interface Mandate {
  id: string;
  agentKind: AgentKind;
  agentId: string;
  acts: MandateAct[];
  validFrom: string;
  validUntil: string;
  state: MandateState;
  proposedBy: string;
  artisan: Person;
}

export interface Consent {
  id: string;
  act: 'PRICE' | 'PAYOUT' | 'BANK';
  subjectId: string;
  words: Named;
  state: ConsentState;
  failureWords: Named | null;
  agentName: string;
  askedAt: string;
  until: string;
  artisan: Person;
}

export interface PageOf<T> {
  nodes: T[];
  endCursor: string | null;
  hasNextPage: boolean;
}

const PERSON = `
  id
  nameLatin
  nameArabic
`;
const MANDATE = `
  id
  agentKind
  agentId
  acts
  validFrom
  validUntil
  state
  proposedBy
  artisan {
    ${PERSON}
  }
`;
const CONSENT = `
  id
  act
  subjectId
  words {
    en
    fr
    ar
  }
  state
  failureWords {
    en
    fr
    ar
  }
  agentName
  askedAt
  until
  artisan {
    ${PERSON}
  }
`;

/** What chambers and clusters are called, by their id. */
export type AgentNames = Readonly<Record<string, Named>>;

export const regionNamesQuery = graphql<{ regions: (Named & { code: string })[] }, Record<string, never>>(`
  query RegionNames {
    regions {
      code
      en
      fr
      ar
    }
  }
`);

export const clusterNameQuery = graphql<{ cluster: { id: string; name: string; nameAr: string | null } | null }, { id: string }>(`
  query ClusterName($id: ID!) {
    cluster(id: $id) {
      id
      name
      nameAr
    }
  }
`);

export const myMandatesQuery = graphql<{ myMandates: PageOf<Mandate>; myConsents: PageOf<Consent> }, { after: string | null; mandatesAfter: string | null }>(`
  query MyMandates($after: String, $mandatesAfter: String) {
    myMandates(first: 50, after: $mandatesAfter) {
      nodes {
        ${MANDATE}
      }
      endCursor
      hasNextPage
    }
    myConsents(first: 24, after: $after) {
      nodes {
        ${CONSENT}
      }
      endCursor
      hasNextPage
    }
  }
`);

/** What waits for her own answer now. */
export const waitingQuery = graphql<{ myConsents: { nodes: Consent[] }; myMandates: { nodes: Mandate[] } }, Record<string, never>>(`
  query Waiting {
    myConsents(first: 20, state: WAITING) {
      nodes {
        ${CONSENT}
      }
    }
    myMandates(first: 20, state: PROPOSED) {
      nodes {
        ${MANDATE}
      }
    }
  }
`);

export interface ActingFor {
  agentKind: AgentKind;
  agentId: string;
  after: string | null;
  state: MandateState | null;
  askedAfter: string | null;
  askedState: ConsentState | null;
}

export const actingQuery = graphql<{ mandatesOfAgent: PageOf<Mandate>; consentsAsked: PageOf<Consent> }, ActingFor>(`
  query Acting($agentKind: AgentKind!, $agentId: ID!, $after: String, $state: MandateState, $askedAfter: String, $askedState: ConsentState) {
    mandatesOfAgent(agentKind: $agentKind, agentId: $agentId, first: 24, after: $after, state: $state) {
      nodes {
        ${MANDATE}
      }
      endCursor
      hasNextPage
    }
    consentsAsked(agentKind: $agentKind, agentId: $agentId, first: 24, after: $askedAfter, state: $askedState) {
      nodes {
        ${CONSENT}
      }
      endCursor
      hasNextPage
    }
  }
`);

/** What was proposed about one artisan. */
export const proposedQuery = graphql<{ consentsAsked: PageOf<Consent> }, { agentKind: AgentKind; agentId: string; artisanId: string; after: string | null }>(`
  query Proposed($agentKind: AgentKind!, $agentId: ID!, $artisanId: ID!, $after: String) {
    consentsAsked(agentKind: $agentKind, agentId: $agentId, artisanId: $artisanId, first: 24, after: $after) {
      nodes {
        ${CONSENT}
      }
      endCursor
      hasNextPage
    }
  }
`);

export const mandateQuery = graphql<{ mandate: Mandate }, { id: string }>(`
  query Mandate($id: ID!) {
    mandate(id: $id) {
      ${MANDATE}
    }
  }
`);

export interface PieceOf {
  id: string;
  state: string;
  title: { en: string | null; fr: string | null; ar: string | null };
  priceMinor: number | null;
}

export const piecesOfQuery = graphql<{ piecesOf: PageOf<PieceOf> }, { artisanId: string; after: string | null } & PiecesChosen>(`
  query PiecesOf($artisanId: ID!, $after: String, $state: ProductState, $query: String, $sort: MyProductSort) {
    piecesOf(artisanId: $artisanId, first: 24, after: $after, state: $state, query: $query, sort: $sort) {
      nodes {
        id
        state
        title {
          en
          fr
          ar
        }
        priceMinor
      }
      endCursor
      hasNextPage
    }
  }
`);

/** The centres that look at work, and what they look at it as. */
export interface InspectionWords {
  centres: (Named & { id: string })[];
  inspectionVariants: (Named & { productType: string; code: string })[];
}

export const inspectionWordsQuery = graphql<InspectionWords>(`
  query InspectionWords {
    centres {
      id
      en
      fr
      ar
    }
    inspectionVariants {
      productType
      code
      en
      fr
      ar
    }
  }
`);

export interface RecordLine {
  act: 'price' | 'save' | 'list' | 'withdraw';
  at: string;
  actorName: string;
  agentName: string | null;
  from: Money | null;
  to: Money | null;
}

export const pieceRecordQuery = graphql<{ pieceRecord: RecordLine[] }, { id: string }>(`
  query PieceRecord($id: ID!) {
    pieceRecord(id: $id) {
      act
      at
      actorName
      agentName
      from {
        amountMinor
        currency
      }
      to {
        amountMinor
        currency
      }
    }
  }
`);
