import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface Placement {
  basketId: string;
  orders: { id: string; number: string }[];
  total: Money;
}

export interface PlaceOrderInput {
  input: {
    basketId: string;
    email: string;
    buyerKind: 'consumer' | 'business';
    taxId: string | null;
    /** The total on the page the buyer sent: another one now is refused, not charged. */
    shownTotalMinor: number | null;
    consignee: {
      name: string;
      line1: string;
      line2: string | null;
      city: string;
      postalCode: string;
      region: string | null;
      country: string;
      phone: string;
    };
  };
}

export const placeOrderMutation = graphql<{ placeOrder: Placement }, PlaceOrderInput>(`
  mutation PlaceOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      basketId
      orders {
        id
        number
      }
      total {
        amountMinor
        currency
      }
    }
  }
`);

export const startPaymentMutation = graphql<{ startPayment: { url: string } }, { basketId: string; returnUrl: string }>(`
  mutation StartPayment($basketId: ID!, $returnUrl: String) {
    startPayment(basketId: $basketId, returnUrl: $returnUrl) {
      url
    }
  }
`);

export interface Payment {
  state: 'not_started' | 'open' | 'paid' | 'expired' | 'refunding' | 'refunded' | 'unresolved';
  orderIds: string[];
  declineCode: string | null;
  /** The provider's page, while it is open. */
  url: string | null;
}

export interface PaymentAnswer {
  payment: Payment;
  myOrders: { nodes: { id: string; number: string }[] };
}

export const paymentQuery = graphql<PaymentAnswer, { basketId: string }>(`
  query Payment($basketId: ID!) {
    payment(basketId: $basketId) {
      state
      orderIds
      declineCode
      url
    }
    myOrders(first: 20) {
      nodes {
        id
        number
      }
    }
  }
`);
