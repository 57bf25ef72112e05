import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';
import { QUOTE_FIELDS, type PriceWarning, type Quote, type QuoteLine } from '../price/queries.js';

export interface BasketLine {
  productId: string;
  quantity: number;
  title: string;
  slug: string | null;
  makerName: string;
  exporterName: string;
  photographId: string | null;
  available: number;
  unique: boolean;
  goods: Money | null;
  notice: string | null;
}

/** One exporter’s part of the price: a consignment of its own at the border. */
export interface BasketPart {
  exporterName: string;
  total: Money;
  lines: QuoteLine[];
}

export interface Basket {
  id: string;
  country: string;
  /** open, or placed once it has become orders */
  state: string;
  lines: BasketLine[];
  quote: (Quote & { warnings: PriceWarning[]; parts: BasketPart[] }) | null;
  /** Bought by hand at a stall: the pieces are paid, their journey is not. */
  stall: { soldOn: string } | null;
}

const BASKET_FIELDS = `
  id
  country
  state
  lines {
    productId
    quantity
    title
    slug
    makerName
    exporterName
    photographId
    available
    unique
    goods {
      amountMinor
      currency
    }
    notice
  }
  quote {
    ${QUOTE_FIELDS}
    warnings {
      code
      text
    }
    parts {
      exporterName
      total {
        amountMinor
        currency
      }
      lines {
        kind
        label
        amountMinor
        formula
        rate
        source
        checkedOn
        confidence
      }
    }
  }
  stall {
    soldOn
  }
`;

export const basketQuery = graphql<{ basket: Basket }, { id: string }>(`
  query Basket($id: ID!) {
    basket(id: $id) {
      ${BASKET_FIELDS}
    }
  }
`);

export const createBasketMutation = graphql<{ createBasket: { id: string } }, { id: string; country: string }>(`
  mutation CreateBasket($id: ID!, $country: String!) {
    createBasket(id: $id, country: $country) {
      id
    }
  }
`);

export const setCountryMutation = graphql<{ setBasketCountry: { id: string } }, { basketId: string; country: string }>(`
  mutation SetBasketCountry($basketId: ID!, $country: String!) {
    setBasketCountry(basketId: $basketId, country: $country) {
      id
    }
  }
`);

export interface SetLineInput {
  basketId: string;
  productId: string;
  quantity: number;
}

export const setLineMutation = graphql<{ setBasketLine: { lines: { quantity: number }[] } }, SetLineInput>(`
  mutation SetBasketLine($basketId: ID!, $productId: ID!, $quantity: Int!) {
    setBasketLine(basketId: $basketId, productId: $productId, quantity: $quantity) {
      lines {
        quantity
      }
    }
  }
`);
