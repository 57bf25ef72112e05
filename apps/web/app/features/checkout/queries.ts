import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface Placement {
  basketId: string;
  orders: { id: string; number: string; key: string | null }[];
  total: Money;
}

export interface PlaceOrderInput {
  input: {
    basketId: string;
    email: string;
    buyerKind: 'consumer' | 'business';
    taxId: string | null;
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

export interface BasketPayment {
  state: string;
  orders: { id: string; number: string; state: string }[];
}

export const basketPaymentQuery = graphql<{ basketPayment: BasketPayment }, { basketId: string }>(`
  query BasketPayment($basketId: ID!) {
    basketPayment(basketId: $basketId) {
      state
      orders {
        id
        number
        state
      }
    }
  }
`);
