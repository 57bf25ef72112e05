import { graphql } from '../../graphql.js';
import type { Contact } from './contact-queries.js';
import type { Named } from '../certificate/queries.js';

export type ClaimState = 'OPEN' | 'SUBMITTED' | 'RETURNED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN' | 'UNDONE';

/** One line of what a chamber asks before it says: yes, this is her. */
export interface ClaimItem extends Named {
  code: string;
  kind: 'accept' | 'text' | 'document' | 'contact' | 'bank';
  required: boolean;
}

export interface Claim {
  id: string;
  state: ClaimState;
  decisionReason: string | null;
  submittedAt: string | null;
  dueAt: string | null;
  answers: { item: string; accepted: boolean; text: string | null }[];
  /** Their files are erased after that; null while the chamber reads them. */
  papersUntil: string | null;
  papers: { id: string; item: string; url: string; at: string; forgottenAt: string | null }[];
  entry: { id: string; nameLatin: string | null; nameArabic: string | null; registeredOn: string };
}

/** A claim as a list shows it. */
export type ClaimLine = Pick<Claim, 'id' | 'state' | 'decisionReason' | 'submittedAt' | 'dueAt' | 'entry'>;

/** With what was waived, and everything that happened to it: for its holder too. */
export interface MyClaim extends Claim {
  waivers: { item: string; reason: string; at: string; actorName: string }[];
  steps: { verb: string; at: string; actorName: string; reason: string | null }[];
}

/** What the chamber reads beside it: the checklist of its day. */
export interface ClaimFile extends MyClaim {
  checklist: ClaimItem[];
  contact: Contact;
}

const CLAIM_LINE = `
  id
  state
  decisionReason
  submittedAt
  dueAt
  entry {
    id
    nameLatin
    nameArabic
    registeredOn
  }
`;

const CLAIM_FIELDS = `
  ${CLAIM_LINE}
  answers {
    item
    accepted
    text
  }
  papers {
    id
    item
    url
    at
    forgottenAt
  }
  papersUntil
`;

const PAST_FIELDS = `
  waivers {
    item
    reason
    at
    actorName
  }
  steps {
    verb
    at
    actorName
    reason
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

export const myClaimQuery = graphql<{ myClaim: MyClaim | null; claimChecklist: ClaimItem[] }>(`
  query MyClaim {
    myClaim {
      ${CLAIM_FIELDS}
      ${PAST_FIELDS}
    }
    claimChecklist {
      ${ITEM_FIELDS}
    }
  }
`);

export const claimQueueQuery = graphql<{ claimQueue: { nodes: ClaimLine[]; endCursor: string | null; hasNextPage: boolean } }, { after: string | null; overdue: boolean | null; sort: 'DEADLINE' | 'LATEST' }>(`
  query ClaimQueue($after: String, $overdue: Boolean, $sort: ClaimQueueSort!) {
    claimQueue(first: 24, after: $after, overdue: $overdue, sort: $sort) {
      nodes {
        ${CLAIM_LINE}
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface ClaimsAsked {
  after: string | null;
  state: ClaimState | null;
  openedFrom: string | null;
  openedUntil: string | null;
  sort: 'NEWEST' | 'OLDEST';
}

export const claimHistoryQuery = graphql<{ claimHistory: { nodes: ClaimLine[]; endCursor: string | null; hasNextPage: boolean } }, ClaimsAsked>(`
  query ClaimHistory($after: String, $state: ClaimState, $openedFrom: String, $openedUntil: String, $sort: RegisterListSort!) {
    claimHistory(first: 24, after: $after, state: $state, openedFrom: $openedFrom, openedUntil: $openedUntil, sort: $sort) {
      nodes {
        ${CLAIM_LINE}
      }
      endCursor
      hasNextPage
    }
  }
`);

export const claimQuery = graphql<{ claim: ClaimFile }, { id: string }>(`
  query Claim($id: ID!) {
    claim(id: $id) {
      ${CLAIM_FIELDS}
      ${PAST_FIELDS}
      checklist {
        ${ITEM_FIELDS}
      }
      contact {
        phone
        email
        emailConfirmed
      }
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

export type Verdict = 'APPROVE' | 'RETURN' | 'REFUSE';

export interface ClaimOutcome {
  claimId: string;
  state: ClaimState | null;
  message: string | null;
}

export const decideClaimsMutation = graphql<{ decideClaims: ClaimOutcome[] }, { input: { claimIds: string[]; verdict: Verdict; reason: string | null } }>(`
  mutation DecideClaims($input: DecideClaimsInput!) {
    decideClaims(input: $input) {
      claimId
      state
      message
    }
  }
`);

export const undoClaimMutation = graphql<{ undoClaim: { id: string } }, { input: { claimId: string; reason: string } }>(`
  mutation UndoClaim($input: UndoClaimInput!) {
    undoClaim(input: $input) {
      id
    }
  }
`);

export const waiveMutation = graphql<{ waiveClaimItem: { id: string } }, { input: { claimId: string; item: string; reason: string } }>(`
  mutation WaiveClaimItem($input: WaiveClaimItemInput!) {
    waiveClaimItem(input: $input) {
      id
    }
  }
`);

export interface ChecklistLine extends ClaimItem {
  position: number;
  validFrom: string;
  validUntil: string | null;
}

export const checklistQuery = graphql<{ checklistVersions: ChecklistLine[] }>(`
  query Checklist {
    checklistVersions {
      ${ITEM_FIELDS}
      position
      validFrom
      validUntil
    }
  }
`);

export interface LineInput {
  code: string;
  kind: string;
  en: string;
  fr: string;
  ar: string;
  required: boolean;
  position: number;
  validFrom: string | null;
}

export const saveLineMutation = graphql<{ saveChecklistLine: { code: string } }, { input: LineInput }>(`
  mutation SaveChecklistLine($input: ChecklistLineInput!) {
    saveChecklistLine(input: $input) {
      code
    }
  }
`);

export const endLineMutation = graphql<{ endChecklistLine: { code: string } }, { input: { code: string; lastDay: string } }>(`
  mutation EndChecklistLine($input: EndChecklistLineInput!) {
    endChecklistLine(input: $input) {
      code
    }
  }
`);
