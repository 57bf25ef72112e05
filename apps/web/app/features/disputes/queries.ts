import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface Dispute {
  id: string;
  standing: 'open' | 'won' | 'lost';
  status: string;
  reason: string;
  amount: Money;
  covered: Money;
  dueAt: string | null;
  openedAt: string;
  closedAt: string | null;
  orders: { orderId: string; number: string }[];
}

export interface DisputePage {
  nodes: Dispute[];
  endCursor: string | null;
  hasNextPage: boolean;
}

export const disputesQuery = graphql<{ disputes: DisputePage }, { after: string | null; open: boolean }>(`
  query Disputes($after: String, $open: Boolean!) {
    disputes(first: 12, after: $after, open: $open) {
      nodes {
        id
        standing
        status
        reason
        amount {
          amountMinor
          currency
        }
        covered {
          amountMinor
          currency
        }
        dueAt
        openedAt
        closedAt
        orders {
          orderId
          number
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface CaseItem {
  kind: string;
  present: boolean;
  note: string;
}

export const orderEvidenceQuery = graphql<{ orderEvidence: CaseItem[] }, { orderId: string }>(`
  query OrderEvidence($orderId: ID!) {
    orderEvidence(orderId: $orderId) {
      kind
      present
      note
    }
  }
`);

export const askDisputeMutation = graphql<{ askDispute: { id: string } }, { id: string }>(`
  mutation AskDispute($id: ID!) {
    askDispute(id: $id) {
      id
    }
  }
`);
