import { graphql } from '../../graphql.js';
import { CARD_FIELDS, type ProductCard } from '../catalog/queries.js';

interface Named {
  code: string;
  en: string;
  fr: string;
  ar: string;
}

export interface MakerPage {
  maker: { id: string; nameLatin: string | null; nameArabic: string | null; branch: string; regionCode: string; registeredOn: string };
  makerStory: { text: string; locale: string } | null;
  products: { nodes: ProductCard[]; endCursor: string | null; hasNextPage: boolean; total: number };
  branches: Named[];
  regions: Named[];
}

export const makerQuery = graphql<MakerPage, { id: string; after: string | null; locale: string }>(`
  query Maker($id: ID!, $after: String, $locale: String) {
    maker(id: $id) {
      id
      nameLatin
      nameArabic
      branch
      regionCode
      registeredOn
    }
    makerStory(artisanId: $id, locale: $locale) {
      text
      locale
    }
    products(first: 24, after: $after, maker: $id, locale: $locale) {
      nodes {
        ${CARD_FIELDS}
      }
      endCursor
      hasNextPage
      total
    }
    branches {
      code
      en
      fr
      ar
    }
    regions {
      code
      en
      fr
      ar
    }
  }
`);

export interface Story {
  en: string | null;
  fr: string | null;
  ar: string | null;
}

export const myStoryQuery = graphql<{ myStory: Story; me: { artisanId: string | null } | null }>(`
  query MyStory {
    myStory {
      en
      fr
      ar
    }
    me {
      artisanId
    }
  }
`);

export const saveStoryMutation = graphql<{ saveStory: Story }, { input: Story }>(`
  mutation SaveStory($input: StoryInputType!) {
    saveStory(input: $input) {
      en
    }
  }
`);
