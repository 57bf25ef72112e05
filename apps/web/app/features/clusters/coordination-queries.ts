import { graphql } from '../../graphql.js';
import type { PageOf } from './queries.js';

export interface Coordination {
  restedAt: string | null;
  coordinators: { artisanId: string; name: string; active: boolean }[];
  electorate: number;
  needed: number;
  candidates: { artisanId: string; name: string; voices: number }[];
  named: string | null;
}

/** Somebody of the cluster, for who may name her. */
export interface Nameable {
  artisanId: string;
  name: string;
  coordinator: boolean;
}

interface Shown {
  cluster: { id: string; name: string; nameAr: string | null };
  clusterCoordination: Coordination;
  clusterMembers: PageOf<Nameable>;
}

export const coordinationQuery = graphql<Shown, { clusterId: string; after: string | null }>(`
  query ClusterCoordination($clusterId: ID!, $after: String) {
    cluster(id: $clusterId) {
      id
      name
      nameAr
    }
    clusterCoordination(clusterId: $clusterId) {
      restedAt
      coordinators {
        artisanId
        name
        active
      }
      electorate
      needed
      candidates {
        artisanId
        name
        voices
      }
      named
    }
    clusterMembers(clusterId: $clusterId, first: 40, after: $after, state: active, sort: OLDEST) {
      nodes {
        artisanId
        name
        coordinator
      }
      endCursor
      hasNextPage
    }
  }
`);

/** A cluster that nobody speaks for, as the administration finds it. */
export interface Resting {
  id: string;
  name: string;
  nameAr: string | null;
  city: string;
  restedAt: string;
}

export const restingQuery = graphql<{ restingClusters: PageOf<Resting> }, { after: string | null }>(`
  query RestingClusters($after: String) {
    restingClusters(first: 24, after: $after) {
      nodes {
        id
        name
        nameAr
        city
        restedAt
      }
      endCursor
      hasNextPage
    }
  }
`);

export const nameCoordinatorMutation = graphql<{ nameCoordinator: { clusterId: string } }, { clusterId: string; artisanId: string | null }>(`
  mutation NameCoordinator($clusterId: ID!, $artisanId: ID) {
    nameCoordinator(clusterId: $clusterId, artisanId: $artisanId) {
      clusterId
    }
  }
`);
