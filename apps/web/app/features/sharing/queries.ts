import { graphql } from '../../graphql.js';

export type LotState = 'offered' | 'accepted' | 'declined' | 'failed' | 'lapsed' | 'made' | 'inspected';
export const RULES = ['capacity', 'turn', 'quota', 'hand'] as const;
export type SharingRule = (typeof RULES)[number];

/** One member's part of a shared order line. */
export interface Lot {
  id: string;
  orderId: string;
  line: number;
  artisanId: string;
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
  quantity
  state
  reason
  outcome
  answerBy
`;

export const myLotsQuery = graphql<{ myLots: Lot[] }>(`
  query MyLots {
    myLots {
      ${LOT_FIELDS}
    }
  }
`);

export interface Allotment {
  orderId: string;
  line: number;
  total: number;
  /** open, finished or closed */
  state: string;
  lots: Lot[];
}

export interface Sharing {
  clusterAllotments: Allotment[];
  clusterMembers: { artisanId: string; capacity: number; state: string }[];
  salesOrders: { nodes: { id: string; number: string; lines: { title: string }[] }[] };
}

export const sharingQuery = graphql<Sharing, { clusterId: string }>(`
  query Sharing($clusterId: ID!) {
    clusterAllotments(clusterId: $clusterId) {
      orderId
      line
      total
      state
      lots {
        ${LOT_FIELDS}
      }
    }
    clusterMembers(clusterId: $clusterId) {
      artisanId
      capacity
      state
    }
    salesOrders(first: 40) {
      nodes {
        id
        number
        lines {
          title
        }
      }
    }
  }
`);

export const makerQuery = graphql<{ maker: { nameLatin: string | null; nameArabic: string | null } }, { id: string }>(`
  query MakerName($id: ID!) {
    maker(id: $id) {
      nameLatin
      nameArabic
    }
  }
`);

export interface ShareOut {
  input: { orderId: string; line: number; rule: SharingRule; answerDays: number; reason: string | null; shares: { artisanId: string; quantity: number }[] | null };
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
