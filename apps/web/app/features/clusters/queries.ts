import { graphql } from '../../graphql.js';
import { LOT_FIELDS, type Allotment } from '../sharing/queries.js';
import type { PageMark } from './more.js';

export type ListSort = 'NEWEST' | 'OLDEST';
export type PageOf<T> = PageMark & { nodes: T[] };

export const ROLES = ['coordinator', 'collection', 'quality', 'packing'] as const;
export const PERMISSIONS = ['list', 'price', 'stock', 'photograph', 'act'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const LEGAL_FORMS = ['cooperative', 'cooperative_union', 'association', 'economic_interest_group', 'company'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/** What one role is paid. */
export interface Fee {
  role: (typeof ROLES)[number];
  bp: number;
  itemMinor: number;
  kgMinor: number;
  orderMinor: number;
}

/** The sums over the roles, and the roles. */
export interface FeeSums {
  feeBp: number;
  feeItemMinor: number;
  feeKgMinor: number;
  feeOrderMinor: number;
  fees: Fee[];
}

export interface Cluster extends FeeSums {
  id: string;
  name: string;
  nameAr: string | null;
  city: string;
  regionCode: string;
  legalForm: LegalForm;
  rules: string;
}

export interface Member {
  artisanId: string;
  name: string;
  state: 'outside' | 'invited' | 'requested' | 'active';
  coordinator: boolean;
  capacity: number;
  quota: number | null;
  permissions: Permission[];
  /** What she accepted. */
  fees: Fee[];
}

/** A member's own tie, with the sums that she answers with. */
export interface Tie extends Member, FeeSums {
  clusterId: string;
  clusterName: string;
  /** As it is today: its fee may have moved. */
  cluster: FeeSums & { restedAt: string | null };
}

const FEES = `
  feeBp
  feeItemMinor
  feeKgMinor
  feeOrderMinor
  fees {
    role
    bp
    itemMinor
    kgMinor
    orderMinor
  }
`;
const CLUSTER = `
  id
  name
  nameAr
  city
  regionCode
  legalForm
  rules
  ${FEES}
`;
const MEMBER = `
  artisanId
  name
  state
  coordinator
  capacity
  quota
  permissions
`;
/** Of one of many: what a coordinator looks at, and no more than a page of them may cost. */
const ONE_OF_MANY = `
  ${MEMBER}
  fees {
    role
    bp
    itemMinor
    kgMinor
    orderMinor
  }
`;
const TIE = `
  clusterId
  clusterName
  ${MEMBER}
  cluster {
    restedAt
    ${FEES}
  }
  ${FEES}
`;

export const clustersQuery = graphql<{ clusters: PageOf<Cluster> }, { after: string | null; name: string | null }>(`
  query Clusters($after: String, $name: String) {
    clusters(first: 24, after: $after, query: $name) {
      nodes {
        ${CLUSTER}
      }
      endCursor
      hasNextPage
    }
  }
`);

interface Named {
  code: string;
  en: string;
  fr: string;
  ar: string;
}
const NAMED = `
  code
  en
  fr
  ar
`;

/** Where a cluster can be, and what its members make. */
export const foundingQuery = graphql<{ regions: Named[]; branches: Named[] }>(`
  query Founding {
    regions {
      ${NAMED}
    }
    branches {
      ${NAMED}
    }
  }
`);

export const regionsQuery = graphql<{ regions: Named[] }>(`
  query ClusterRegions {
    regions {
      ${NAMED}
    }
  }
`);

export const coordinatedQuery = graphql<{ coordinatedClusters: Cluster[] }>(`
  query CoordinatedClusters {
    coordinatedClusters {
      ${CLUSTER}
    }
  }
`);

export const myTiesQuery = graphql<{ myMemberships: Tie[] }>(`
  query MyTies {
    myMemberships {
      ${TIE}
    }
  }
`);

/** Those whom an agent may ask for a mandate. */
export const membersQuery = graphql<{ clusterMembers: PageOf<{ artisanId: string; name: string }> }, { clusterId: string; after: string | null }>(`
  query ClusterMembers($clusterId: ID!, $after: String) {
    clusterMembers(clusterId: $clusterId, first: 50, after: $after, state: active) {
      nodes {
        artisanId
        name
      }
      endCursor
      hasNextPage
    }
  }
`);

/** Ties waiting for an answer of the cluster's stand apart: on a later page of all members nobody would see them. */
export const rollQuery = graphql<{ waiting: PageOf<Member>; clusterMembers: PageOf<Member> }, { clusterId: string; after: string | null; waitingAfter: string | null; state: Member['state'] | null }>(`
  query ClusterRoll($clusterId: ID!, $after: String, $waitingAfter: String, $state: MembershipState) {
    waiting: clusterMembers(clusterId: $clusterId, first: 12, after: $waitingAfter, state: requested, sort: OLDEST) {
      nodes {
        ${ONE_OF_MANY}
      }
      endCursor
      hasNextPage
    }
    clusterMembers(clusterId: $clusterId, first: 40, after: $after, state: $state) {
      nodes {
        ${ONE_OF_MANY}
      }
      endCursor
      hasNextPage
    }
  }
`);

/** An artisan of the register whom a cluster may invite. */
export interface Candidate {
  artisanId: string;
  name: string;
  regionCode: string;
  state: Tie['state'];
}

export const candidatesQuery = graphql<{ memberCandidates: PageOf<Candidate> }, { clusterId: string; query: string }>(`
  query MemberCandidates($clusterId: ID!, $query: String!) {
    memberCandidates(clusterId: $clusterId, query: $query, first: 20) {
      nodes {
        artisanId
        name
        regionCode
        state
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface SalePiece {
  productId: string;
  artisanId: string;
  title: string;
  feeBp: number;
  minimumQuantity: number;
  offered: boolean;
  leftOut: string | null;
  sold: number;
  broughtIn: number;
  sentOut: number;
  goneBack: number;
}

export interface Outlet {
  number: number;
  name: string;
  city: string;
  received: number;
}

export interface Sale {
  id: string;
  title: string;
  opensAt: string;
  closesAt: string;
  collectionOn: string;
  state: 'planned' | 'open' | 'closed' | 'cancelled';
  pieces: SalePiece[];
  outlets: Outlet[];
}

export const SALE_STATES = ['planned', 'open', 'closed', 'cancelled'] as const;

export const salesQuery = graphql<{ collectiveSales: PageOf<Sale> }, { clusterId: string; after: string | null; states: readonly Sale['state'][]; sort?: ListSort | null }>(`
  query CollectiveSales($clusterId: ID!, $after: String, $states: [CollectiveSaleState!], $sort: ClusterListSort) {
    collectiveSales(clusterId: $clusterId, first: 10, after: $after, states: $states, sort: $sort) {
      nodes {
        id
        title
        opensAt
        closesAt
        collectionOn
        state
        pieces {
          productId
          artisanId
          title
          feeBp
          minimumQuantity
          offered
          leftOut
          sold
          broughtIn
          sentOut
          goneBack
        }
        outlets {
          number
          name
          city
          received
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface Lots {
  clusterAllotments: PageOf<Allotment>;
  clusterMembers: PageOf<{ artisanId: string; name: string; capacity: number; permissions: Permission[] }>;
}

export const lotsQuery = graphql<Lots, { clusterId: string; after: string | null; membersAfter: string | null; states: readonly string[]; sort: ListSort | null }>(`
  query ClusterLots($clusterId: ID!, $after: String, $membersAfter: String, $states: [AllotmentState!], $sort: ClusterListSort) {
    clusterAllotments(clusterId: $clusterId, first: 12, after: $after, states: $states, sort: $sort) {
      nodes {
        orderId
        line
        title
        total
        state
        lots {
          ${LOT_FIELDS}
        }
      }
      endCursor
      hasNextPage
    }
    clusterMembers(clusterId: $clusterId, first: 100, after: $membersAfter, state: active) {
      nodes {
        artisanId
        name
        capacity
        permissions
      }
      endCursor
      hasNextPage
    }
  }
`);

export const pieceQuery = graphql<{ product: { id: string; makerId: string } }, { slug: string }>(`
  query PieceAt($slug: String!) {
    product(slug: $slug) {
      id
      makerId
    }
  }
`);
