import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';
import type { PieceSummary, Texts } from './queries.js';

export interface PieceMaterial {
  code: string;
  name: string | null;
  percent: number;
  originCountry: string;
  scientificName: string | null;
  hsCode: string | null;
  costMadMinor: number | null;
  originProof: boolean;
}

/** As it is typed: the cost in dirhams. */
export type PieceMaterialInput = Omit<PieceMaterial, 'costMadMinor'> & { cost: string | null };

/** What a destination's product rules say of the piece. */
export interface Finding {
  rule: string;
  outcome: 'needs_paper' | 'decorative_only' | 'refused';
  paper: string | null;
  says: string;
  source: string;
  confidence: string;
}

/** By country. */
export type Asked = Record<string, { screening: Finding[] }>;

/** Whether the piece is Moroccan in the sense of one corridor's agreement. */
export interface OriginVerdict {
  country: string;
  originating: 'yes' | 'no' | 'not_provable' | 'review';
  why: string;
  asks: string[];
}

export interface Piece extends PieceSummary {
  slug: string | null;
  story: Texts;
  branch: string | null;
  hsCode: string | null;
  netWeightGrams: number | null;
  grossWeightGrams: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
  unique: boolean;
  leadTimeDays: number;
  foodContact: boolean;
  sold: number;
  /** Units on offer under its certificate, where that is a lot's. */
  certifiedStock: number | null;
  certificateUntil: string | null;
  materials: PieceMaterial[];
  operations: string[];
  workMinor: number | null;
}

/** What a maker chooses from: crafts, customs codes, materials already in the shop, centres that can certify. */
export interface PieceWords {
  branches: (Named & { code: string })[];
  handicraftCodes: { code: string; description: string }[];
  makingOperations: { code: string; group: string; label: string }[];
  products: { facets: { name: string; values: { value: string; label: string }[] }[] };
  centres: (Named & { id: string; productTypes: string[] })[];
  inspectionVariants: (Named & { productType: string; code: string })[];
}

export const pieceQuery = graphql<{ myProduct: Piece } & PieceWords, { id: string; locale: string }>(`
  query MyPiece($id: ID!, $locale: String) {
    myProduct(id: $id) {
      id
      slug
      state
      suspendedFor
      title {
        en
        fr
        ar
      }
      story {
        en
        fr
        ar
      }
      branch
      hsCode
      priceMinor
      netWeightGrams
      grossWeightGrams
      lengthMm
      widthMm
      heightMm
      unique
      stock
      certifiedStock
      held
      sold
      leadTimeDays
      foodContact
      missing
      certificateNumber
      certificateUntil
      materials {
        code
        name
        percent
        originCountry
        scientificName
        hsCode
        costMadMinor
        originProof
      }
      operations
      workMinor
      photographs {
        id
        ready
      }
    }
    branches {
      code
      en
      fr
      ar
    }
    makingOperations(locale: $locale) {
      code
      group
      label
    }
    handicraftCodes(locale: $locale) {
      code
      description
    }
    products(first: 1, locale: $locale) {
      facets {
        name
        values {
          value
          label
        }
      }
    }
    centres {
      id
      en
      fr
      ar
      productTypes
    }
    inspectionVariants {
      productType
      code
      en
      fr
      ar
    }
  }
`);

export interface PieceInput {
  id: string;
  title?: Partial<Texts>;
  story?: Partial<Texts>;
  branch?: string | null;
  hsCode?: string | null;
  price?: string | null;
  netWeightGrams?: number | null;
  grossWeightGrams?: number | null;
  lengthMm?: number | null;
  widthMm?: number | null;
  heightMm?: number | null;
  unique?: boolean;
  stock?: number;
  leadTimeDays?: number;
  foodContact?: boolean;
  materials?: PieceMaterialInput[];
  operations?: string[];
  workCost?: string | null;
}

export const originQuery = graphql<{ productOrigin: OriginVerdict[] }, { id: string }>(`
  query PieceOrigin($id: ID!) {
    productOrigin(productId: $id) {
      country
      originating
      why
      asks
    }
  }
`);

export const savePieceMutation = graphql<{ saveProduct: { id: string } }, { input: PieceInput }>(`
  mutation SavePiece($input: SaveProductInput!) {
    saveProduct(input: $input) {
      id
    }
  }
`);

export const listPieceMutation = graphql<{ listProduct: { id: string } }, { id: string }>(`
  mutation ListPiece($id: ID!) {
    listProduct(id: $id) {
      id
    }
  }
`);

export const withdrawPieceMutation = graphql<{ withdrawProduct: { id: string } }, { id: string }>(`
  mutation WithdrawPiece($id: ID!) {
    withdrawProduct(id: $id) {
      id
    }
  }
`);

export const removePhotographMutation = graphql<{ removePhotograph: string }, { id: string }>(`
  mutation RemovePhotograph($id: ID!) {
    removePhotograph(id: $id)
  }
`);

export interface InspectionRequest {
  input: { id: string; centreId: string; productType: string; variant: string; pieceId: string | null; lotSize: number | null; description: string; name: Partial<Texts> | null; materials: string | null; madeFrom: string | null; madeUntil: string | null };
}

export const requestInspectionMutation = graphql<{ requestInspection: { id: string } }, InspectionRequest>(`
  mutation RequestInspection($input: RequestInspectionInput!) {
    requestInspection(input: $input) {
      id
    }
  }
`);

const SCREENING = `screening {
      rule
      outcome
      paper
      says
      source
      confidence
    }`;

/** The same piece to the corridors most pieces take. */
export const askedQuery = graphql<Asked, { lines: { productId: string; quantity: number }[] }>(`
  query PieceAsked($lines: [QuoteLineInput!]!) {
    ${['FR', 'GB', 'US', 'CH', 'CA', 'AE'].map((country) => `${country}: quote(input: { country: "${country}", lines: $lines }) {\n    ${SCREENING}\n  }`).join('\n  ')}
  }
`);
