import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';
import type { ListSort, PageOf } from './queries.js';

/** A member's piece that the cluster may offer and nobody offers yet. */
export interface Offerable {
  productId: string;
  title: string;
  makerName: string;
  slug: string;
  unique: boolean;
  maker: Money;
  photographId: string | null;
}

export const offerableQuery = graphql<{ offerablePieces: PageOf<Offerable> }, { clusterId: string; after: string | null; query: string | null; sort: ListSort | null }>(`
  query OfferablePieces($clusterId: ID!, $after: String, $query: String, $sort: ClusterListSort) {
    offerablePieces(clusterId: $clusterId, first: 12, after: $after, query: $query, sort: $sort) {
      nodes {
        productId
        title
        makerName
        slug
        unique
        maker {
          amountMinor
          currency
        }
        photographId
      }
      endCursor
      hasNextPage
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
  clusterPerOrder: Money;
  paused: boolean;
  resting: boolean;
  minimumQuantity: number;
  keptBack: number;
  ownFeeBp: number | null;
  ownFeeItemMinor: number | null;
  text: { en: string | null; fr: string | null; ar: string | null } | null;
}

export const offersQuery = graphql<{ clusterOffers: PageOf<Offer> }, { clusterId: string; after: string | null; paused: boolean | null; sort: ListSort | null }>(`
  query ClusterOffers($clusterId: ID!, $after: String, $paused: Boolean, $sort: ClusterListSort) {
    clusterOffers(clusterId: $clusterId, after: $after, paused: $paused, sort: $sort) {
      nodes {
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
        clusterPerOrder {
          amountMinor
          currency
        }
        paused
        resting
        minimumQuantity
        keptBack
        ownFeeBp
        ownFeeItemMinor
        text {
          en
          fr
          ar
        }
      }
      endCursor
      hasNextPage
    }
  }
`);
