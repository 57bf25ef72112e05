import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface PackedOrder {
  orderId: string;
  number: string;
  country: string | null;
  netWeightGrams: number | null;
  papersComplete: boolean;
  missingPapers: string[];
}

export interface Package {
  orderId: string;
  grossWeightGrams: number;
  lengthMm: number;
  widthMm: number;
  heightMm: number;
}

export interface Consignment {
  id: string;
  state: 'PACKED' | 'DISPATCHED' | 'DELIVERED';
  packedAt: string;
  dispatchedOn: string | null;
  deliveredOn: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  orders: PackedOrder[];
  packages: Package[];
}

export interface QuoteRequest {
  id: string;
  askedAt: string;
  country: string;
  email: string;
  message: string | null;
  reasons: string;
  answer: string | null;
}

export interface ExportDesk {
  ordersToPack: PackedOrder[];
  consignments: { nodes: Consignment[]; endCursor: string | null; hasNextPage: boolean };
  quoteRequests: QuoteRequest[];
}

const PACKED_FIELDS = `
  orderId
  number
  country
  netWeightGrams
  papersComplete
  missingPapers
`;

export const exportDeskQuery = graphql<ExportDesk, { after: string | null }>(`
  query ExportDesk($after: String) {
    ordersToPack(first: 40) {
      ${PACKED_FIELDS}
    }
    consignments(first: 24, after: $after) {
      nodes {
        id
        state
        packedAt
        dispatchedOn
        deliveredOn
        carrier
        trackingNumber
        trackingUrl
        orders {
          ${PACKED_FIELDS}
        }
        packages {
          orderId
          grossWeightGrams
          lengthMm
          widthMm
          heightMm
        }
      }
      endCursor
      hasNextPage
    }
    quoteRequests {
      id
      askedAt
      country
      email
      message
      reasons
      answer
    }
  }
`);

export const packMutation = graphql<{ packConsignment: { id: string } }, { input: { id: string; packages: Package[] } }>(`
  mutation PackConsignment($input: PackConsignmentInput!) {
    packConsignment(input: $input) {
      id
    }
  }
`);

export const dispatchMutation = graphql<{ dispatchConsignment: { id: string } }, { id: string; carrier: string; trackingNumber: string }>(`
  mutation DispatchConsignment($id: ID!, $carrier: String!, $trackingNumber: String!) {
    dispatchConsignment(id: $id, carrier: $carrier, trackingNumber: $trackingNumber) {
      id
    }
  }
`);

export const deliverMutation = graphql<{ deliverConsignment: { id: string } }, { id: string; deliveredOn: string | null }>(`
  mutation DeliverConsignment($id: ID!, $deliveredOn: String) {
    deliverConsignment(id: $id, deliveredOn: $deliveredOn) {
      id
    }
  }
`);

export const answerQuoteMutation = graphql<{ answerQuoteRequest: { id: string } }, { id: string; answer: string }>(`
  mutation AnswerQuoteRequest($id: ID!, $answer: String!) {
    answerQuoteRequest(id: $id, answer: $answer) {
      id
    }
  }
`);

export const retryPaperMutation = graphql<{ retryPaper: { id: string } | null }, { id: string }>(`
  mutation RetryPaper($id: ID!) {
    retryPaper(id: $id) {
      id
    }
  }
`);

export const recordOriginMutation = graphql<{ recordOrigin: { id: string } | null }, { orderId: string; reference: string }>(`
  mutation RecordOrigin($orderId: ID!, $reference: String!) {
    recordOrigin(orderId: $orderId, reference: $reference) {
      id
    }
  }
`);

export interface Carriage {
  way: string;
  carrier: string | null;
  number: string | null;
  from: string | null;
  to: string | null;
  vehicle: string | null;
  notify: string | null;
  containers: string[];
  wood: string | null;
  woodMark: string | null;
}

export interface PaperNamed {
  kind: string;
  title: string;
}

/** What only the desk puts on record: how it travels, and the papers beyond those the rules require. */
export interface DeskFile {
  carriage: Carriage | null;
  askable: PaperNamed[];
  asked: PaperNamed[];
}

export const deskFileQuery = graphql<{ exportFile: DeskFile | null }, { orderId: string }>(`
  query DeskFile($orderId: ID!) {
    exportFile(orderId: $orderId) {
      askable {
        kind
        title
      }
      asked {
        kind
        title
      }
      carriage {
        way
        carrier
        number
        from
        to
        vehicle
        notify
        containers
        wood
        woodMark
      }
    }
  }
`);

export const recordTransportMutation = graphql<{ recordTransport: { id: string } | null }, { orderId: string; input: Record<string, string | string[]> }>(`
  mutation RecordTransport($orderId: ID!, $input: TransportArgs!) {
    recordTransport(orderId: $orderId, input: $input) {
      id
    }
  }
`);

export const requestPaperMutation = graphql<{ requestPaper: { id: string } | null }, { orderId: string; kind: string }>(`
  mutation RequestPaper($orderId: ID!, $kind: PaperKind!) {
    requestPaper(orderId: $orderId, kind: $kind) {
      id
    }
  }
`);

export const dropPaperMutation = graphql<{ dropPaper: { id: string } | null }, { orderId: string; kind: string }>(`
  mutation DropPaper($orderId: ID!, $kind: PaperKind!) {
    dropPaper(orderId: $orderId, kind: $kind) {
      id
    }
  }
`);

export const correctLineMutation = graphql<{ correctLine: { id: string } | null }, { orderId: string; input: { line: number; field: string; value: string; reason: string } }>(`
  mutation CorrectLine($orderId: ID!, $input: CorrectLineInput!) {
    correctLine(orderId: $orderId, input: $input) {
      id
    }
  }
`);

export interface PayoutBatch {
  id: string;
  number: string;
  state: string;
  executeOn: string;
  createdAt: string;
  settledAt: string | null;
  createdName: string | null;
  mayDecide: boolean;
  decidedName: string | null;
  refusal: string | null;
  fileUrl: string;
  total: Money;
  payouts: { id: string; holder: string; account: string; amount: Money; state: string }[];
}

export const payoutBatchesQuery = graphql<{ payoutBatches: { nodes: PayoutBatch[]; endCursor: string | null; hasNextPage: boolean } }, { after: string | null }>(`
  query PayoutBatches($after: String) {
    payoutBatches(first: 12, after: $after) {
      nodes {
        id
        number
        state
        executeOn
        createdAt
        settledAt
        createdName
        mayDecide
        decidedName
        refusal
        fileUrl
        total {
          amountMinor
          currency
        }
        payouts {
          id
          holder
          account
          amount {
            amountMinor
            currency
          }
          state
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

export const createBatchMutation = graphql<{ createPayoutBatch: { id: string } }, { id: string }>(`
  mutation CreatePayoutBatch($id: ID!) {
    createPayoutBatch(id: $id) {
      id
    }
  }
`);

export const settleBatchMutation = graphql<{ settlePayoutBatch: { id: string } }, { input: { batchId: string; rejectedPayoutIds: string[] } }>(`
  mutation SettlePayoutBatch($input: SettlePayoutBatchInput!) {
    settlePayoutBatch(input: $input) {
      id
    }
  }
`);

export const approveBatchMutation = graphql<{ approvePayoutBatch: { id: string } }, { id: string }>(`
  mutation ApprovePayoutBatch($id: ID!) {
    approvePayoutBatch(id: $id) {
      id
    }
  }
`);

export const refuseBatchMutation = graphql<{ refusePayoutBatch: { id: string } }, { id: string; reason: string }>(`
  mutation RefusePayoutBatch($id: ID!, $reason: String!) {
    refusePayoutBatch(id: $id, reason: $reason) {
      id
    }
  }
`);
