import type { Money } from '../../format.js';
import { graphql } from '../../graphql.js';

export interface ProductCard {
  id: string;
  slug: string;
  title: string;
  makerName: string;
  regionName: string;
  photographId: string | null;
  certified: boolean;
  unique: boolean;
  leadTimeDays: number;
}

/** What a card of the wall asks of a piece. */
export const CARD_FIELDS = `
  id
  slug
  title
  makerName
  regionName
  photographId
  certified
  unique
  leadTimeDays
`;

export interface Facet {
  name: string;
  values: { value: string; label: string; count: number }[];
}

export interface Listing {
  products: {
    nodes: ProductCard[];
    endCursor: string | null;
    hasNextPage: boolean;
    total: number;
    facets: Facet[];
  };
}

export interface ListingInput {
  first: number;
  after: string | null;
  query: string | null;
  branch: string[];
  region: string[];
  material: string[];
  priceMin: number | null;
  priceMax: number | null;
  certified: boolean | null;
  sort: string;
  locale: string;
}

export const listingQuery = graphql<Listing, ListingInput>(`
  query Listing(
    $first: Int!
    $after: String
    $query: String
    $branch: [String!]
    $region: [String!]
    $material: [String!]
    $priceMin: MinorUnits
    $priceMax: MinorUnits
    $certified: Boolean
    $sort: ProductSort
    $locale: String
  ) {
    products(
      first: $first
      after: $after
      query: $query
      branch: $branch
      region: $region
      material: $material
      priceMin: $priceMin
      priceMax: $priceMax
      certified: $certified
      sort: $sort
      locale: $locale
    ) {
      nodes {
        ${CARD_FIELDS}
      }
      endCursor
      hasNextPage
      total
      facets {
        name
        values {
          value
          label
          count
        }
      }
    }
  }
`);

export interface DeliveredPrice {
  productId: string;
  known: boolean;
  total: Money | null;
}

export const deliveredPricesQuery = graphql<{ deliveredPrices: DeliveredPrice[] }, { productIds: string[]; country: string }>(`
  query DeliveredPrices($productIds: [ID!]!, $country: String!) {
    deliveredPrices(productIds: $productIds, country: $country) {
      productId
      known
      total {
        amountMinor
        currency
      }
    }
  }
`);

export interface Material {
  code: string;
  name: string;
  percent: number;
  originCountry: string;
  scientificName: string | null;
}

export interface Product extends ProductCard {
  makerId: string;
  story: string | null;
  state: string;
  available: number;
  materials: Material[];
  techniques: string[];
  hsCode: string | null;
  netWeightGrams: number | null;
  lengthMm: number | null;
  widthMm: number | null;
  heightMm: number | null;
  foodContact: boolean;
  certificateNumber: string | null;
  certificateUntil: string | null;
  exporterName: string;
  /** The exporting cluster's own words. */
  exporterText: string | null;
  minimumQuantity: number;
  photographs: { id: string }[];
}

export const productQuery = graphql<{ product: Product }, { slug: string; locale: string }>(`
  query Product($slug: String!, $locale: String) {
    product(slug: $slug, locale: $locale) {
      id
      slug
      title
      makerName
      regionName
      photographId
      certified
      unique
      leadTimeDays
      makerId
      story
      state
      available
      materials {
        code
        name
        percent
        originCountry
        scientificName
      }
      techniques
      hsCode
      netWeightGrams
      lengthMm
      widthMm
      heightMm
      foodContact
      certificateNumber
      certificateUntil
      exporterName
      exporterText
      minimumQuantity
      photographs {
        id
      }
    }
  }
`);
