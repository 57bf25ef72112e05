import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';
import type { InspectionSummary } from './queries.js';

/** What a maker asked for, and what she may do about it. */
export type MyInspection = Pick<InspectionSummary, 'id' | 'description' | 'name' | 'state' | 'appointedFor'> & { pieceId: string | null; decisionReason: string | null; secondLookOf: string | null };

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
        secondLookOf`;

export const inspectionsOfQuery = graphql<{ inspectionsOf: { nodes: MyInspection[] } }, { artisanId: string }>(`
  query InspectionsOf($artisanId: ID!) {
    inspectionsOf(artisanId: $artisanId, first: 12) {
      nodes {
        ${MINE}
      }
    }
  }
`);

export const myInspectionsQuery = graphql<{ myInspections: { nodes: MyInspection[] }; centres: (Named & { id: string; productTypes: string[] })[] }>(`
  query MyInspections {
    myInspections(first: 12) {
      nodes {
        ${MINE}
      }
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
