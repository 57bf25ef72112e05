import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface ComplaintStep {
  verb: string;
  side: string;
  at: string;
  words: string | null;
  amount: Money | null;
}

export interface Complaint {
  id: string;
  orderId: string;
  orderNumber: string;
  exporterName: string;
  line: number;
  title: string;
  quantity: number;
  kind: string;
  state: string;
  asked: Money;
  amount: Money | null;
  goods: string | null;
  dueAt: string | null;
  creditNote: string | null;
  refundedGoods: Money | null;
  photographIds: string[];
  steps: ComplaintStep[];
  /** What the reader may say now. */
  verbs: string[];
}

/** What may be complained of now; null when nothing. */
export type ComplaintWindow = { kinds: string[]; until: string | null } | null;

export const COMPLAINT_FIELDS = `
  id
  orderId
  orderNumber
  exporterName
  line
  title
  quantity
  kind
  state
  asked {
    amountMinor
    currency
  }
  amount {
    amountMinor
    currency
  }
  goods
  dueAt
  creditNote
  refundedGoods {
    amountMinor
    currency
  }
  photographIds
  steps {
    verb
    side
    at
    words
    amount {
      amountMinor
      currency
    }
  }
  verbs
`;

export interface OpenComplaintInput {
  input: { id: string; orderId: string; line: number; quantity: number; kind: string; words: string; key?: string };
}

export const openComplaintMutation = graphql<{ openComplaint: { id: string } }, OpenComplaintInput>(`
  mutation OpenComplaint($input: OpenComplaintInput!) {
    openComplaint(input: $input) {
      id
    }
  }
`);

export interface ComplaintWord {
  input: { id: string; amountMinor?: number; goods?: string; words?: string; key?: string };
}

export const acceptComplaintMutation = graphql<{ acceptComplaint: { id: string } }, ComplaintWord>(`
  mutation AcceptComplaint($input: ComplaintWordInput!) {
    acceptComplaint(input: $input) {
      id
    }
  }
`);

export const offerForComplaintMutation = graphql<{ offerForComplaint: { id: string } }, ComplaintWord>(`
  mutation OfferForComplaint($input: ComplaintWordInput!) {
    offerForComplaint(input: $input) {
      id
    }
  }
`);

export const refuseComplaintMutation = graphql<{ refuseComplaint: { id: string } }, ComplaintWord>(`
  mutation RefuseComplaint($input: ComplaintWordInput!) {
    refuseComplaint(input: $input) {
      id
    }
  }
`);

export const agreeToOfferMutation = graphql<{ agreeToOffer: { id: string } }, ComplaintWord>(`
  mutation AgreeToOffer($input: ComplaintWordInput!) {
    agreeToOffer(input: $input) {
      id
    }
  }
`);

export const takeComplaintToDeskMutation = graphql<{ takeComplaintToDesk: { id: string } }, ComplaintWord>(`
  mutation TakeComplaintToDesk($input: ComplaintWordInput!) {
    takeComplaintToDesk(input: $input) {
      id
    }
  }
`);

export const withdrawComplaintMutation = graphql<{ withdrawComplaint: { id: string } }, ComplaintWord>(`
  mutation WithdrawComplaint($input: ComplaintWordInput!) {
    withdrawComplaint(input: $input) {
      id
    }
  }
`);

export const awardComplaintMutation = graphql<{ awardComplaint: { id: string } }, ComplaintWord>(`
  mutation AwardComplaint($input: ComplaintWordInput!) {
    awardComplaint(input: $input) {
      id
    }
  }
`);

export const dismissComplaintMutation = graphql<{ dismissComplaint: { id: string } }, ComplaintWord>(`
  mutation DismissComplaint($input: ComplaintWordInput!) {
    dismissComplaint(input: $input) {
      id
    }
  }
`);

export const receiveReturnMutation = graphql<{ receiveReturn: { id: string } }, ComplaintWord>(`
  mutation ReceiveReturn($input: ComplaintWordInput!) {
    receiveReturn(input: $input) {
      id
    }
  }
`);

export const complaintsToAnswerQuery = graphql<{ complaintsToAnswer: Complaint[] }>(`
  query ComplaintsToAnswer {
    complaintsToAnswer {
      ${COMPLAINT_FIELDS}
    }
  }
`);

export interface ComplaintPage {
  nodes: Complaint[];
  endCursor: string | null;
  hasNextPage: boolean;
}

export const complaintsQuery = graphql<{ complaints: ComplaintPage }, { after: string | null; waiting: boolean }>(`
  query Complaints($after: String, $waiting: Boolean!) {
    complaints(first: 12, after: $after, waiting: $waiting) {
      nodes {
        ${COMPLAINT_FIELDS}
      }
      endCursor
      hasNextPage
    }
  }
`);
