import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';
import { CERTIFICATE_FIELDS, type CertificateLine } from './desk-queries.js';
import type { InspectionState, InspectionSummary } from './queries.js';

/** What a maker asked for, and what she may do about it. */
export type MyInspection = Pick<InspectionSummary, 'id' | 'description' | 'name' | 'state' | 'appointedFor'> & { pieceId: string | null; decisionReason: string | null; secondLookOf: string | null; secondLook: string | null };

interface PageOf<T> {
  nodes: T[];
  endCursor: string | null;
  hasNextPage: boolean;
}

const MINE = `id
        pieceId
        description
        name {
          en
          fr
          ar
        }
        state
        appointedFor
        decisionReason
        secondLookOf
        secondLook`;

export const inspectionsOfQuery = graphql<{ inspectionsOf: PageOf<MyInspection> }, { artisanId: string; after: string | null; states: InspectionState[] | null }>(`
  query InspectionsOf($artisanId: ID!, $after: String, $states: [InspectionState!]) {
    inspectionsOf(artisanId: $artisanId, first: 12, after: $after, states: $states) {
      nodes {
        ${MINE}
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface InspectionSearch {
  first: number;
  after: string | null;
  states: InspectionState[] | null;
  productType: string | null;
  sort: 'NEWEST' | 'OLDEST';
}

export interface MyInspectionsFound {
  myInspections: PageOf<MyInspection>;
  productTypes: (Named & { code: string })[];
  centres: (Named & { id: string; productTypes: string[] })[];
}

export const myInspectionsQuery = graphql<MyInspectionsFound, InspectionSearch>(`
  query MyInspections($first: Int!, $after: String, $states: [InspectionState!], $productType: String, $sort: InspectionOrder) {
    myInspections(first: $first, after: $after, states: $states, productType: $productType, sort: $sort) {
      nodes {
        ${MINE}
      }
      endCursor
      hasNextPage
    }
    productTypes {
      code
      en
      fr
      ar
    }
    centres {
      id
      en
      fr
      ar
      productTypes
    }
  }
`);

export interface MyCertificateSearch {
  after: string | null;
  filter: { status: 'VALID' | 'EXPIRED' | 'WITHDRAWN' | null; productType: string | null };
  sort: 'NEWEST' | 'ENDING';
}

export const myCertificatesQuery = graphql<{ myCertificates: PageOf<CertificateLine>; productTypes: (Named & { code: string })[] }, MyCertificateSearch>(`
  query MyCertificates($after: String, $filter: MyCertificateFilterInput, $sort: CertificateOrder) {
    myCertificates(first: 24, after: $after, filter: $filter, sort: $sort) {
      nodes {
        ${CERTIFICATE_FIELDS}
      }
      endCursor
      hasNextPage
    }
    productTypes {
      code
      en
      fr
      ar
    }
  }
`);

export const secondLookMutation = graphql<{ requestSecondLook: { id: string } }, { input: { id: string; inspectionId: string } }>(`
  mutation RequestSecondLook($input: SecondLookInput!) {
    requestSecondLook(input: $input) {
      id
    }
  }
`);

export const resubmitMutation = graphql<{ resubmitInspection: { id: string } }, { id: string }>(`
  mutation ResubmitInspection($id: ID!) {
    resubmitInspection(id: $id) {
      id
    }
  }
`);

export const cancelInspectionMutation = graphql<{ cancelInspection: { id: string } }, { id: string }>(`
  mutation CancelInspection($id: ID!) {
    cancelInspection(id: $id) {
      id
    }
  }
`);
