import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface StallSale {
  id: string;
  quantity: number;
  paid: Money;
  soldOn: string;
  until: string;
  state: 'waiting' | 'sending' | 'undone' | 'expired';
  orderNumber: string | null;
  link: string | null;
  /** An SVG drawing of the link. */
  qr: string | null;
}

export const stallSalesQuery = graphql<{ stallSales: StallSale[] }, { productId: string }>(`
  query StallSales($productId: ID!) {
    stallSales(productId: $productId) {
      id
      quantity
      paid {
        amountMinor
        currency
      }
      soldOn
      until
      state
      orderNumber
      link
      qr
    }
  }
`);

export interface SellAtStall {
  input: { id: string; productId: string; quantity: number; paidEachMinor: number };
}

export const sellAtStallMutation = graphql<{ sellAtStall: { id: string } }, SellAtStall>(`
  mutation SellAtStall($input: SellAtStallInput!) {
    sellAtStall(input: $input) {
      id
    }
  }
`);

export const undoStallSaleMutation = graphql<{ undoStallSale: { id: string } }, { id: string }>(`
  mutation UndoStallSale($id: ID!) {
    undoStallSale(id: $id) {
      id
    }
  }
`);

export interface StallPiece {
  title: string;
  makerName: string;
  photographId: string | null;
  quantity: number;
  paid: Money;
  soldOn: string;
  until: string;
  state: StallSale['state'];
}

export const stallPieceQuery = graphql<{ stallPiece: StallPiece }, { key: string }>(`
  query StallPiece($key: String!) {
    stallPiece(key: $key) {
      title
      makerName
      photographId
      quantity
      paid {
        amountMinor
        currency
      }
      soldOn
      until
      state
    }
  }
`);

export const takeHomeMutation = graphql<{ takeHome: { id: string } }, { key: string; basketId: string; country: string }>(`
  mutation TakeHome($key: String!, $basketId: ID!, $country: String!) {
    takeHome(key: $key, basketId: $basketId, country: $country) {
      id
    }
  }
`);
