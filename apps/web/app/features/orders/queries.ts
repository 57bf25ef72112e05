import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';
import { COMPLAINT_FIELDS, type Complaint, type ComplaintWindow } from '../complaints/queries.js';

export interface OrderStep {
  to: string;
  at: string;
}

export interface OrderLine {
  title: string;
  quantity: number;
  makerName: string;
  photographId: string | null;
  goods: Money;
}

export interface Order {
  id: string;
  basketId: string;
  number: string;
  state: string;
  exporterName: string;
  country: string;
  placedAt: string;
  total: Money;
  steps: OrderStep[];
  lines: OrderLine[];
  carrier: string | null;
  trackingNumber: string | null;
  validUntil: string;
  /** Its papers were complete and are drawn up again. */
  papersReopened: boolean;
  /** What may be done with it now, whoever asks: accept, decline, finish, cancel… */
  verbs: string[];
  progress: Progress | null;
  complaints: Complaint[];
  complaintWindow: ComplaintWindow;
}

/** A large order that members of a cluster make together, in pieces. */
export interface Progress {
  total: number;
  accepted: number;
  made: number;
  inspected: number;
}

export const ORDER_FIELDS = `
  id
  basketId
  number
  state
  exporterName
  country
  placedAt
  total {
    amountMinor
    currency
  }
  steps {
    to
    at
  }
  lines {
    title
    quantity
    makerName
    photographId
    goods {
      amountMinor
      currency
    }
  }
  carrier
  trackingNumber
  validUntil
  papersReopened
  verbs
  progress {
    total
    accepted
    made
    inspected
  }
  complaints {
    ${COMPLAINT_FIELDS}
  }
  complaintWindow {
    kinds
    until
  }
`;

export const orderQuery = graphql<{ order: Order }, { id: string }>(`
  query Order($id: ID!) {
    order(id: $id) {
      ${ORDER_FIELDS}
    }
  }
`);

export const orderByKeyQuery = graphql<{ orderByKey: Order }, { key: string }>(`
  query OrderByKey($key: String!) {
    orderByKey(key: $key) {
      ${ORDER_FIELDS}
    }
  }
`);

export interface OrderSummary {
  id: string;
  number: string;
  state: string;
  papersReopened: boolean;
  placedAt: string;
  total: Money;
  lines: { title: string; quantity: number }[];
}

export const myOrdersQuery = graphql<{ myOrders: { nodes: OrderSummary[]; endCursor: string | null; hasNextPage: boolean } }, { after: string | null }>(`
  query MyOrders($after: String) {
    myOrders(first: 24, after: $after) {
      nodes {
        id
        number
        state
        papersReopened
        placedAt
        total {
          amountMinor
          currency
        }
        lines {
          title
          quantity
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

export const cancelOrderMutation = graphql<{ cancelOrder: { id: string } }, { id: string }>(`
  mutation CancelOrder($id: ID!) {
    cancelOrder(id: $id) {
      id
    }
  }
`);

export const claimOrderMutation = graphql<{ claimOrder: { id: string } }, { key: string }>(`
  mutation ClaimOrder($key: String!) {
    claimOrder(key: $key) {
      id
    }
  }
`);

/** A rule of law or practice that asks for a paper. */
export interface PaperRule {
  why: string;
  source: string;
  checkedOn: string;
  confidence: string;
}

export interface Paper {
  id: string;
  kind: string;
  /** The kind, in the reader's words. */
  title: string;
  number: string;
  state: 'required' | 'rendering' | 'ready' | 'stale' | 'superseded' | 'failed';
  url: string | null;
  rules: PaperRule[];
  problems: string[];
}

export interface ExportFile {
  complete: boolean;
  progress: number;
  missing: string[];
  origin: string | null;
  zipUrl: string | null;
  /** Server-sent events of its progress. */
  eventsUrl: string;
  papers: Paper[];
}

export const EXPORT_FILE_FIELDS = `
  complete
  progress
  missing
  origin
  zipUrl
  eventsUrl
  papers {
    id
    kind
    title
    number
    state
    url
    rules {
      why
      source
      checkedOn
      confidence
    }
    problems
  }
`;

export const exportFileByKeyQuery = graphql<{ exportFileByKey: ExportFile | null }, { key: string }>(`
  query ExportFileByKey($key: String!) {
    exportFileByKey(key: $key) {
      ${EXPORT_FILE_FIELDS}
    }
  }
`);

export const exportFileQuery = graphql<{ exportFile: ExportFile | null }, { orderId: string }>(`
  query ExportFile($orderId: ID!) {
    exportFile(orderId: $orderId) {
      ${EXPORT_FILE_FIELDS}
    }
  }
`);
