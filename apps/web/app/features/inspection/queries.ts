import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';

export type InspectionState = 'REQUESTED' | 'APPOINTED' | 'EXAMINED' | 'RETURNED' | 'CERTIFIED' | 'REFUSED' | 'CANCELLED';
export type Outcome = 'MET' | 'NOT_MET' | 'NOT_SEEN';

export interface InspectionSummary {
  id: string;
  productType: string;
  variant: string;
  description: string;
  state: InspectionState;
  requestedAt: string;
  appointedFor: string | null;
  lotSize: number | null;
}

export interface QueueSearch {
  after: string | null;
  productType: string | null;
  states: InspectionState[] | null;
  sort: 'OLDEST' | 'NEWEST' | null;
}

export const queueQuery = graphql<{ inspectionQueue: { nodes: InspectionSummary[]; endCursor: string | null; hasNextPage: boolean }; branches: (Named & { code: string })[] }, QueueSearch>(`
  query InspectionQueue($after: String, $productType: String, $states: [InspectionState!], $sort: InspectionOrder) {
    inspectionQueue(first: 24, after: $after, productType: $productType, states: $states, sort: $sort) {
      nodes {
        id
        productType
        variant
        description
        state
        requestedAt
        appointedFor
        lotSize
      }
      endCursor
      hasNextPage
    }
    branches {
      code
      en
      fr
      ar
    }
  }
`);

export type MyInspection = Pick<InspectionSummary, 'id' | 'description' | 'state' | 'appointedFor'> & { pieceId: string | null; decisionReason: string | null };

export const myInspectionsQuery = graphql<{ myInspections: { nodes: MyInspection[] } }>(`
  query MyInspections {
    myInspections(first: 12) {
      nodes {
        id
        pieceId
        description
        state
        appointedFor
        decisionReason
      }
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

export interface Rule extends Named {
  code: string;
  /** measurement or observation */
  kind: string;
  unit: string | null;
  required: boolean;
  limitMax: number | null;
  limitExclusive: boolean;
  /** What a statement must look like. */
  form: 'COMPOSITION' | 'GEOLOCATION' | 'SPECIES' | null;
  source: string;
}

export interface Mark extends Named {
  code: string;
  scheme: string;
  level: number | null;
}

export interface Examination {
  id: string;
  at: string;
  inspectorName: string;
  place: string | null;
  note: string | null;
  findings: { rule: string; outcome: Outcome; value: number | null; unit: string | null; text: string | null }[];
}

export interface Inspection extends InspectionSummary {
  centreId: string;
  pieceId: string | null;
  decisionReason: string | null;
  examinations: Examination[];
}

export const inspectionQuery = graphql<{ inspection: Inspection; inspectionVariants: (Named & { productType: string; code: string })[] }, { id: string }>(`
  query Inspection($id: ID!) {
    inspection(id: $id) {
      id
      centreId
      pieceId
      productType
      variant
      description
      state
      requestedAt
      appointedFor
      lotSize
      decisionReason
      examinations {
        id
        at
        inspectorName
        place
        note
        findings {
          rule
          outcome
          value
          unit
          text
        }
      }
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

export const checklistQuery = graphql<{ checklist: Rule[]; marks: Mark[] }, { productType: string; variant: string; centreId: string }>(`
  query Checklist($productType: String!, $variant: String!, $centreId: String!) {
    checklist(productType: $productType, variant: $variant, centreId: $centreId) {
      code
      kind
      en
      fr
      ar
      unit
      required
      limitMax
      limitExclusive
      form
      source
    }
    marks(productType: $productType, centreId: $centreId) {
      code
      scheme
      level
      en
      fr
      ar
    }
  }
`);

export const appointMutation = graphql<{ appointInspection: { id: string } }, { input: { inspectionId: string; at: string } }>(`
  mutation AppointInspection($input: AppointInspectionInput!) {
    appointInspection(input: $input) {
      id
    }
  }
`);

export interface Seen {
  rule: string;
  value?: number;
  outcome?: Outcome;
  text?: string;
}

export const recordMutation = graphql<{ recordInspection: { id: string } }, { input: { id: string; inspectionId: string; place: string | null; note: string | null; seen: Seen[] } }>(`
  mutation RecordInspection($input: RecordInspectionInput!) {
    recordInspection(input: $input) {
      id
    }
  }
`);

export interface IssueInput {
  id: string;
  inspectionId: string;
  scheme: string;
  schemeName: string | null;
  schemeLevel: number | null;
  labelNumber: string | null;
  validUntil: string | null;
}

export const issueMutation = graphql<{ issueCertificate: { number: string } }, { input: IssueInput }>(`
  mutation IssueCertificate($input: IssueCertificateInput!) {
    issueCertificate(input: $input) {
      number
    }
  }
`);

export type VerdictInput = { input: { inspectionId: string; reason: string } };

export const returnMutation = graphql<{ returnInspection: { id: string } }, VerdictInput>(`
  mutation ReturnInspection($input: InspectionVerdictInput!) {
    returnInspection(input: $input) {
      id
    }
  }
`);

export const refuseMutation = graphql<{ refuseInspection: { id: string } }, VerdictInput>(`
  mutation RefuseInspection($input: InspectionVerdictInput!) {
    refuseInspection(input: $input) {
      id
    }
  }
`);

export const certificateIdQuery = graphql<{ certificate: { certificate: { id: string } | null } }, { number: string }>(`
  query CertificateId($number: String!) {
    certificate(number: $number) {
      certificate {
        id
      }
    }
  }
`);

export const withdrawMutation = graphql<{ withdrawCertificate: { number: string } }, { input: { certificateId: string; reason: string } }>(`
  mutation WithdrawCertificate($input: WithdrawCertificateInput!) {
    withdrawCertificate(input: $input) {
      number
    }
  }
`);
