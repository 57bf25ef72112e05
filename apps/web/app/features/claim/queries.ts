import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';

export type ClaimState = 'OPEN' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';

/** One line of what a chamber asks before it says: yes, this is her. */
export interface ClaimItem extends Named {
  code: string;
  kind: 'accept' | 'text' | 'document';
  required: boolean;
}

export interface Claim {
  id: string;
  state: ClaimState;
  decisionReason: string | null;
  submittedAt: string | null;
  dueAt: string | null;
  answers: { item: string; accepted: boolean; text: string | null }[];
  papers: { id: string; item: string; url: string }[];
  entry: { nameLatin: string | null; nameArabic: string | null; registeredOn: string };
}

const CLAIM_FIELDS = `
  id
  state
  decisionReason
  submittedAt
  dueAt
  answers {
    item
    accepted
    text
  }
  papers {
    id
    item
    url
  }
  entry {
    nameLatin
    nameArabic
    registeredOn
  }
`;

const ITEM_FIELDS = `
  code
  kind
  en
  fr
  ar
  required
`;

export const myClaimQuery = graphql<{ myClaim: Claim | null; claimChecklist: ClaimItem[] }>(`
  query MyClaim {
    myClaim {
      ${CLAIM_FIELDS}
    }
    claimChecklist {
      ${ITEM_FIELDS}
    }
  }
`);

export const claimQueueQuery = graphql<{ claimQueue: { nodes: Claim[]; endCursor: string | null; hasNextPage: boolean } }, { after: string | null }>(`
  query ClaimQueue($after: String) {
    claimQueue(first: 24, after: $after) {
      nodes {
        ${CLAIM_FIELDS}
      }
      endCursor
      hasNextPage
    }
  }
`);

export const claimQuery = graphql<{ claim: Claim; claimChecklist: ClaimItem[] }, { id: string }>(`
  query Claim($id: ID!) {
    claim(id: $id) {
      ${CLAIM_FIELDS}
    }
    claimChecklist {
      ${ITEM_FIELDS}
    }
  }
`);

export const openClaimMutation = graphql<{ openClaim: { id: string } }, { input: { id: string; identifier: string; birthYear: number } }>(`
  mutation OpenClaim($input: OpenClaimInput!) {
    openClaim(input: $input) {
      id
    }
  }
`);

export interface ClaimAnswers {
  input: { claimId: string; answers: { item: string; accepted?: boolean; text?: string }[] };
}

export const answerClaimMutation = graphql<{ answerClaim: { id: string } }, ClaimAnswers>(`
  mutation AnswerClaim($input: AnswerClaimInput!) {
    answerClaim(input: $input) {
      id
    }
  }
`);

export const submitClaimMutation = graphql<{ submitClaim: { id: string } }, { id: string }>(`
  mutation SubmitClaim($id: ID!) {
    submitClaim(id: $id) {
      id
    }
  }
`);

export const withdrawClaimMutation = graphql<{ withdrawClaim: { id: string } }, { id: string }>(`
  mutation WithdrawClaim($id: ID!) {
    withdrawClaim(id: $id) {
      id
    }
  }
`);

export const decideClaimMutation = graphql<{ decideClaim: { id: string } }, { input: { claimId: string; verdict: 'APPROVE' | 'RETURN' | 'REFUSE'; reason: string | null } }>(`
  mutation DecideClaim($input: DecideClaimInput!) {
    decideClaim(input: $input) {
      id
    }
  }
`);
