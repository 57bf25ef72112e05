import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';
import { LOT_FIELDS, type Allotment } from '../sharing/queries.js';

export const ROLES = ['coordinator', 'collection', 'quality', 'packing'] as const;
export const PERMISSIONS = ['list', 'price', 'stock', 'photograph', 'act'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What one role is paid. */
export interface Fee {
  role: (typeof ROLES)[number];
  bp: number;
  itemMinor: number;
  kgMinor: number;
}

/** The sums over the roles, and the roles. */
export interface FeeSums {
  feeBp: number;
  feeItemMinor: number;
  feeKgMinor: number;
  fees: Fee[];
}

export interface Cluster extends FeeSums {
  id: string;
  name: string;
  nameAr: string | null;
  city: string;
  rules: string;
}

export interface Tie extends FeeSums {
  clusterId: string;
  clusterName: string;
  artisanId: string;
  name: string;
  state: 'outside' | 'invited' | 'requested' | 'active';
  coordinator: boolean;
  capacity: number;
  quota: number | null;
  permissions: Permission[];
}

const FEES = `
  feeBp
  feeItemMinor
  feeKgMinor
  fees {
    role
    bp
    itemMinor
    kgMinor
  }
`;
const CLUSTER = `
  id
  name
  nameAr
  city
  rules
  ${FEES}
`;
const TIE = `
  clusterId
  clusterName
  artisanId
  name
  state
  coordinator
  capacity
  quota
  permissions
  ${FEES}
`;

export const clustersQuery = graphql<{ clusters: Cluster[] }>(`
  query Clusters {
    clusters {
      ${CLUSTER}
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

export const membersQuery = graphql<{ clusterMembers: Tie[] }, { clusterId: string }>(`
  query ClusterMembers($clusterId: ID!) {
    clusterMembers(clusterId: $clusterId) {
      ${TIE}
    }
  }
`);

export interface Offer {
  productId: string;
  title: string;
  makerName: string;
  slug: string;
  onSale: boolean;
  maker: Money;
  cluster: Money;
  minimumQuantity: number;
  keptBack: number;
  text: { en: string | null; fr: string | null; ar: string | null } | null;
}

export const offersQuery = graphql<{ clusterOffers: Offer[] }, { clusterId: string }>(`
  query ClusterOffers($clusterId: ID!) {
    clusterOffers(clusterId: $clusterId) {
      productId
      title
      makerName
      slug
      onSale
      maker {
        amountMinor
        currency
      }
      cluster {
        amountMinor
        currency
      }
      minimumQuantity
      keptBack
      text {
        en
        fr
        ar
      }
    }
  }
`);

export interface Sale {
  id: string;
  title: string;
  opensAt: string;
  closesAt: string;
  collectionOn: string;
  state: 'planned' | 'open' | 'closed' | 'cancelled';
  pieces: { productId: string; feeBp: number; offered: boolean; leftOut: string | null }[];
}

export const salesQuery = graphql<{ collectiveSales: Sale[] }, { clusterId: string }>(`
  query CollectiveSales($clusterId: ID!) {
    collectiveSales(clusterId: $clusterId) {
      id
      title
      opensAt
      closesAt
      collectionOn
      state
      pieces {
        productId
        feeBp
        offered
        leftOut
      }
    }
  }
`);

export interface Lots {
  clusterAllotments: Allotment[];
  clusterMembers: { artisanId: string; name: string; capacity: number; state: string }[];
  salesOrders: { nodes: { id: string; number: string; lines: { title: string }[] }[] };
}

export const lotsQuery = graphql<Lots, { clusterId: string }>(`
  query ClusterLots($clusterId: ID!) {
    clusterAllotments(clusterId: $clusterId) {
      orderId
      line
      total
      state
      lots {
        ${LOT_FIELDS}
      }
    }
    clusterMembers(clusterId: $clusterId) {
      artisanId
      name
      capacity
      state
    }
    salesOrders(first: 40) {
      nodes {
        id
        number
        lines {
          title
        }
      }
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
