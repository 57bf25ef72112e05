import { graphql } from '../../graphql.js';

export const LOT_STATES = ['offered', 'accepted', 'made', 'inspected', 'declined', 'failed', 'lapsed'] as const;
export type LotState = (typeof LOT_STATES)[number];
export const RULES = ['capacity', 'turn', 'quota', 'hand'] as const;
export type SharingRule = (typeof RULES)[number];

/** One member's part of a shared order line. */
export interface Lot {
  id: string;
  orderId: string;
  line: number;
  artisanId: string;
  makerName: string;
  title: string;
  quantity: number;
  state: LotState;
  reason: string;
  outcome: string | null;
  answerBy: string;
}

export const LOT_FIELDS = `
  id
  orderId
  line
  artisanId
  makerName
  title
  quantity
  state
  reason
  outcome
  answerBy
`;

export const myLotsQuery = graphql<{ myLots: { nodes: Lot[]; endCursor: string | null; hasNextPage: boolean } }, { after: string | null; states: readonly LotState[] | null; sort?: 'OLDEST' | null }>(`
  query MyLots($after: String, $states: [LotState!], $sort: ClusterListSort) {
    myLots(first: 24, after: $after, states: $states, sort: $sort) {
      nodes {
        ${LOT_FIELDS}
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface Allotment {
  orderId: string;
  line: number;
  title: string;
  total: number;
  /** open, finished or closed */
  state: string;
  lots: Lot[];
}

export interface ShareOut {
  input: { id: string | null; orderId: string; line: number; rule: SharingRule; answerDays: number; reason: string | null; shares: { artisanId: string; quantity: number }[] | null };
}

export const shareOutMutation = graphql<{ shareOutOrder: { quantity: number }[] }, ShareOut>(`
  mutation ShareOut($input: ShareOutInput!) {
    shareOutOrder(input: $input) {
      quantity
    }
  }
`);

export const acceptLotMutation = graphql<{ acceptLot: { id: string } }, { id: string; quantity: number | null }>(`
  mutation AcceptLot($id: ID!, $quantity: Int) {
    acceptLot(id: $id, quantity: $quantity) {
      id
    }
  }
`);

export const declineLotMutation = graphql<{ declineLot: { id: string } }, { id: string; reason: string | null }>(`
  mutation DeclineLot($id: ID!, $reason: String) {
    declineLot(id: $id, reason: $reason) {
      id
    }
  }
`);

export const finishLotMutation = graphql<{ finishLot: { id: string } }, { id: string; quantity: number | null }>(`
  mutation FinishLot($id: ID!, $quantity: Int) {
    finishLot(id: $id, quantity: $quantity) {
      id
    }
  }
`);

export const failLotMutation = graphql<{ failLot: { id: string } }, { id: string; reason: string | null }>(`
  mutation FailLot($id: ID!, $reason: String) {
    failLot(id: $id, reason: $reason) {
      id
    }
  }
`);

export const inspectLotMutation = graphql<{ inspectLot: { id: string } }, { id: string; good: number; reason: string | null }>(`
  mutation InspectLot($id: ID!, $good: Int!, $reason: String) {
    inspectLot(id: $id, good: $good, reason: $reason) {
      id
    }
  }
`);
