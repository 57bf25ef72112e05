import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export type LineKind = 'goods' | 'shipping' | 'insurance' | 'duty' | 'surcharge' | 'tax' | 'fee' | 'prepaid';

/** One figure of a delivered price, with all that is needed to check it. */
export interface QuoteLine {
  kind: LineKind;
  label: string;
  amountMinor: number;
  formula: string;
  rate: string;
  source: string;
  checkedOn: string;
  /** verified, secondary, general-knowledge, assumption or expired */
  confidence: string;
}

export interface Quote {
  known: boolean;
  reasons: string[];
  currency: string | null;
  lines: QuoteLine[];
  total: Money | null;
  fx: { rate: string; source: string; day: string } | null;
  etaDays: { min: number; max: number } | null;
  validUntil: string | null;
  /** Who answers in the European Union for the pieces: the law wants it in the offer. */
  responsible: { said: string; demonstration: boolean }[];
}

/** The other way to bring the same goods through customs. */
export interface Alternative {
  scheme: string;
  total: Money;
  moreMinor: number;
  etaDays: { min: number; max: number };
  lines: { kind: LineKind; amountMinor: number }[];
}

/** Something to know before relying on the price. */
export interface PriceWarning {
  code: string;
  text: string;
}

/** What the Moroccan origin of each piece does to its duty, and why. */
export interface Origin {
  preference: { applied: boolean; regime: string | null; why: string };
  saved: number | null;
}

export const QUOTE_FIELDS = `
  known
  reasons
  currency
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
  total {
    amountMinor
    currency
  }
  fx {
    rate
    source
    day
  }
  etaDays {
    min
    max
  }
  validUntil
  responsible {
    said
    demonstration
  }
`;

/** One piece, or as many as are sold at once, delivered with everything paid. */
export function onePiece(productId: string, country: string, quantity = 1): QuoteInput {
  return { input: { country, buyerKind: 'consumer', incoterm: 'DDP', lines: [{ productId, quantity }] } };
}

export interface QuoteInput {
  input: { country: string; buyerKind: 'consumer' | 'business'; incoterm: 'DDP'; lines: { productId: string; quantity: number }[] };
}

export const quoteQuery = graphql<{ quote: Quote & { perLine: Origin[]; scheme: string | null; alternative: Alternative | null; warnings: PriceWarning[] } }, QuoteInput>(`
  query Quote($input: QuoteInput!) {
    quote(input: $input) {
      ${QUOTE_FIELDS}
      perLine {
        preference {
          applied
          regime
          why
        }
        saved
      }
      scheme
      alternative {
        scheme
        total {
          amountMinor
          currency
        }
        moreMinor
        etaDays {
          min
          max
        }
        lines {
          kind
          amountMinor
        }
      }
      warnings {
        code
        text
      }
    }
  }
`);

export interface QuoteRequestInput {
  input: { id: string; country: string; buyerKind: 'consumer' | 'business'; email: string; message: string; productIds: string[] };
}

export const requestQuoteMutation = graphql<{ requestQuote: { id: string } }, QuoteRequestInput>(`
  mutation RequestQuote($input: QuoteRequestInput!) {
    requestQuote(input: $input) {
      id
    }
  }
`);
