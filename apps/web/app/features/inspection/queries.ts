import { graphql } from '../../graphql.js';
import type { Evidence, Named } from '../certificate/queries.js';

export type InspectionState = 'REQUESTED' | 'APPOINTED' | 'EXAMINED' | 'RETURNED' | 'CERTIFIED' | 'REFUSED' | 'CANCELLED';
export type Outcome = 'MET' | 'NOT_MET' | 'NOT_SEEN';

export interface InspectionSummary {
  id: string;
  productType: string;
  variant: string;
  description: string;
  /** In each language its maker has a name for it in. */
  name: Partial<Record<'en' | 'fr' | 'ar', string | null>> | null;
  state: InspectionState;
  requestedAt: string;
  appointedFor: string | null;
  lotSize: number | null;
}

/** Whose work it is. */
export interface Maker {
  nameLatin: string | null;
  nameArabic: string | null;
}

/** A line of the queue: whose work, of what kind, at which centre. */
export interface QueueLine extends InspectionSummary {
  maker: Maker;
  centre: Named;
}

export interface QueueSearch {
  after: string | null;
  centreId: string | null;
  productType: string | null;
  states: InspectionState[] | null;
  sort: 'OLDEST' | 'NEWEST' | null;
}

export const queueQuery = graphql<
  { inspectionQueue: { nodes: QueueLine[]; endCursor: string | null; hasNextPage: boolean }; productTypes: (Named & { code: string })[]; inspectionVariants: (Named & { productType: string; code: string })[] },
  QueueSearch
>(`
  query InspectionQueue($after: String, $centreId: String, $productType: String, $states: [InspectionState!], $sort: InspectionOrder) {
    inspectionQueue(first: 24, after: $after, centreId: $centreId, productType: $productType, states: $states, sort: $sort) {
      nodes {
        id
        productType
        variant
        description
        name {
          en
          fr
          ar
        }
        state
        requestedAt
        appointedFor
        lotSize
        maker {
          nameLatin
          nameArabic
        }
        centre {
          en
          fr
          ar
        }
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
    inspectionVariants {
      productType
      code
      en
      fr
      ar
    }
  }
`);

export interface Rule extends Named {
  code: string;
  /** measurement or observation */
  kind: string;
  unitName: string | null;
  required: boolean;
  limitMax: number | null;
  limitExclusive: boolean;
  /** What a statement must look like. */
  form: 'COMPOSITION' | 'GEOLOCATION' | 'SPECIES' | null;
  sourceName: string;
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
  /** What the knots come to, before anybody certifies it. */
  knotsPerM2: number | null;
  grade: string | null;
  findings: { rule: string; outcome: Outcome; value: number | null; unitName: string | null; text: string | null }[];
}

export interface Inspection extends InspectionSummary {
  centreId: string;
  pieceId: string | null;
  decisionReason: string | null;
  maker: Maker & { regionCode: string };
  centre: Named;
  materials: string | null;
  madeFrom: string | null;
  madeUntil: string | null;
  secondLookOf: string | null;
  photographs: Evidence[];
  examinations: Examination[];
}

export const inspectionQuery = graphql<{ inspection: Inspection; inspectionVariants: (Named & { productType: string; code: string })[]; regions: (Named & { code: string })[] }, { id: string }>(`
  query Inspection($id: ID!) {
    inspection(id: $id) {
      id
      centreId
      pieceId
      productType
      variant
      description
      name {
        en
        fr
        ar
      }
      state
      requestedAt
      appointedFor
      lotSize
      decisionReason
      maker {
        nameLatin
        nameArabic
        regionCode
      }
      centre {
        en
        fr
        ar
      }
      materials
      madeFrom
      madeUntil
      secondLookOf
      photographs {
        id
        url
        width
        height
      }
      examinations {
        id
        at
        inspectorName
        place
        note
        knotsPerM2
        grade
        findings {
          rule
          outcome
          value
          unitName
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
    regions {
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
      unitName
      required
      limitMax
      limitExclusive
      form
      sourceName
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
  examinationId: string | null;
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

interface Brought {
  id: string;
  centreId: string;
  identifier: string;
  productType: string;
  variant: string;
  description: string;
}

export const takeInMutation = graphql<{ requestInspection: { id: string } }, { input: Brought }>(`
  mutation TakeIn($input: RequestInspectionInput!) {
    requestInspection(input: $input) {
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
