import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';
import type { PiecesChosen } from './piece-filters.js';

interface Standing {
  me: { artisanId: string | null; memberships: { kind: string; organisationId: string }[] } | null;
}

export const exporterQuery = graphql<Standing>(`
  query Exporter {
    me {
      artisanId
      memberships {
        kind
        organisationId
      }
    }
  }
`);

export interface PayoutAccount {
  holder: string;
  masked: string;
  usableFrom: string;
}

export interface EarningsSummary {
  held: Money;
  released: Money;
  sent: Money;
  paid: Money;
  /** Paid out, and since returned to a buyer: taken from the next payouts. */
  owed: Money;
  /** Delivered, but the buyer's bank disputes the payment. */
  frozen: Money;
  account: PayoutAccount | null;
}

export interface Earning {
  id: string;
  orderId: string;
  orderNumber: string;
  amount: Money;
  at: string;
  state: string;
  role: string | null;
  pieces: number | null;
}

export interface SalesOrder {
  id: string;
  number: string;
  state: string;
  papersReopened: boolean;
  placedAt: string;
  country: string;
  verbs: string[];
  lines: { title: string; quantity: number; photographId: string | null }[];
}

export interface Texts {
  en: string | null;
  fr: string | null;
  ar: string | null;
}

export interface PieceSummary {
  id: string;
  state: string;
  suspendedFor: string | null;
  title: Texts;
  priceMinor: number | null;
  stock: number;
  held: number;
  missing: string[];
  certificateNumber: string | null;
  photographs: { id: string; ready: boolean }[];
}

const EARNINGS_FIELDS = `
  held {
    amountMinor
    currency
  }
  released {
    amountMinor
    currency
  }
  sent {
    amountMinor
    currency
  }
  paid {
    amountMinor
    currency
  }
  owed {
    amountMinor
    currency
  }
  frozen {
    amountMinor
    currency
  }
  account {
    holder
    masked
    usableFrom
  }
`;

const SUMMARY_FIELDS = `
  id
  state
  suspendedFor
  title {
    en
    fr
    ar
  }
  priceMinor
  stock
  held
  missing
  certificateNumber
  photographs {
    id
    ready
  }
`;

export const salesQuery = graphql<{ myEarnings: EarningsSummary; salesOrders: { nodes: SalesOrder[] } }, { clusterId: string | null }>(`
  query Sales($clusterId: ID) {
    myEarnings(first: 1, clusterId: $clusterId) {
      ${EARNINGS_FIELDS}
    }
    salesOrders(first: 40) {
      nodes {
        id
        number
        state
        papersReopened
        placedAt
        country
        verbs
        lines {
          title
          quantity
          photographId
        }
      }
    }
  }
`);

export const myPiecesQuery = graphql<{ myProducts: { nodes: PieceSummary[]; endCursor: string | null; hasNextPage: boolean } }, { after: string | null } & PiecesChosen>(`
  query MyPieces($after: String, $state: ProductState, $query: String, $sort: MyProductSort) {
    myProducts(first: 40, after: $after, state: $state, query: $query, sort: $sort) {
      nodes {
        ${SUMMARY_FIELDS}
      }
      endCursor
      hasNextPage
    }
  }
`);

export type Earnings = EarningsSummary & { nodes: Earning[]; endCursor: string | null; hasNextPage: boolean };

export const earningsQuery = graphql<{ myEarnings: Earnings }, { after: string | null; clusterId: string | null }>(`
  query Earnings($after: String, $clusterId: ID) {
    myEarnings(first: 24, after: $after, clusterId: $clusterId) {
      ${EARNINGS_FIELDS}
      nodes {
        id
        orderId
        orderNumber
        amount {
          amountMinor
          currency
        }
        at
        state
        role
        pieces
      }
      endCursor
      hasNextPage
    }
  }
`);

export const saveAccountMutation = graphql<{ savePayoutAccount: PayoutAccount }, { rib: string; clusterId: string | null }>(`
  mutation SavePayoutAccount($rib: String!, $clusterId: ID) {
    savePayoutAccount(rib: $rib, clusterId: $clusterId) {
      holder
      masked
      usableFrom
    }
  }
`);

export const exporterDetailsMutation = graphql<{ saveExporterDetails: boolean }, { id: string; kind: 'artisan' | 'cluster'; input: Record<string, string | string[] | number> }>(`
  mutation SaveExporterDetails($id: ID!, $kind: ExporterKind!, $input: ExporterDetailsArgs!) {
    saveExporterDetails(id: $id, kind: $kind, input: $input)
  }
`);

export const acceptOrderMutation = graphql<{ acceptOrder: { id: string } }, { id: string }>(`
  mutation AcceptOrder($id: ID!) {
    acceptOrder(id: $id) {
      id
    }
  }
`);

export const declineOrderMutation = graphql<{ declineOrder: { id: string } }, { id: string; reason: string }>(`
  mutation DeclineOrder($id: ID!, $reason: String!) {
    declineOrder(id: $id, reason: $reason) {
      id
    }
  }
`);

export const finishOrderMutation = graphql<{ finishOrder: { id: string } }, { id: string }>(`
  mutation FinishOrder($id: ID!) {
    finishOrder(id: $id) {
      id
    }
  }
`);

export interface Share {
  /** artisan, cluster, centre, platform, freight, duty, tax or fees */
  to: string;
  beneficiaryId: string | null;
  amount: Money;
  /** In dirhams, for those who are paid in Morocco. */
  receives: Money | null;
  /** What of it went back to the buyer for accepted complaints, and the same in dirhams. */
  back: Money | null;
  receivesBack: Money | null;
}

export const sharesQuery = graphql<{ ledger: { shares: Share[] } }, { orderId: string }>(`
  query Shares($orderId: ID!) {
    ledger(orderId: $orderId) {
      shares {
        to
        beneficiaryId
        amount {
          amountMinor
          currency
        }
        receives {
          amountMinor
          currency
        }
        back {
          amountMinor
          currency
        }
        receivesBack {
          amountMinor
          currency
        }
      }
    }
  }
`);
