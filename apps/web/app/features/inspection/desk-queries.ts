import { graphql } from '../../graphql.js';
import type { CertificateStatus, Named } from '../certificate/queries.js';
import type { InspectionSummary, Rule } from './queries.js';

export interface CertificateLine {
  number: string;
  description: string;
  name: InspectionSummary['name'];
  productType: string;
  status: CertificateStatus;
  validUntil: string;
  makerNameLatin: string | null;
  makerNameArabic: string | null;
}

/** The fields of `CertificateLine`. */
export const CERTIFICATE_FIELDS = `
  number
  description
  name {
    en
    fr
    ar
  }
  productType
  status
  validUntil
  makerNameLatin
  makerNameArabic
`;

export interface CertificateSearch {
  after: string | null;
  filter: { status: string | null; productType: string | null; centreId: string | null };
  sort: 'NEWEST' | 'ENDING';
}

export const certificatesQuery = graphql<{ certificates: { nodes: CertificateLine[]; endCursor: string | null; hasNextPage: boolean }; productTypes: (Named & { code: string })[] }, CertificateSearch>(`
  query Certificates($after: String, $filter: CertificateFilterInput, $sort: CertificateOrder) {
    certificates(first: 24, after: $after, filter: $filter, sort: $sort) {
      nodes {
        ${CERTIFICATE_FIELDS}
      }
      endCursor
      hasNextPage
    }
    productTypes {
      code
      en
      fr
      ar
    }
  }
`);

export interface RuleVersion extends Rule {
  id: string;
  centreId: string | null;
  variants: string[] | null;
  validFrom: string;
  validUntil: string | null;
  checkedOn: string;
  confidence: string;
}

export const ruleVersionsQuery = graphql<{ ruleVersions: RuleVersion[]; productTypes: (Named & { code: string })[]; inspectionVariants: (Named & { productType: string; code: string })[] }, { productType: string; centreId: string | null }>(`
  query RuleVersions($productType: String!, $centreId: String) {
    ruleVersions(productType: $productType, centreId: $centreId) {
      id
      centreId
      code
      kind
      variants
      en
      fr
      ar
      unitName
      required
      limitMax
      limitExclusive
      form
      sourceName
      checkedOn
      confidence
      validFrom
      validUntil
    }
    productTypes {
      code
      en
      fr
      ar
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

export interface RuleInput {
  id: string;
  centreId: string | null;
  productType: string;
  code: string;
  variants: string[] | null;
  kind: string;
  en: string;
  fr: string;
  ar: string;
  unit: string | null;
  required: boolean;
  plausibleMin: number | null;
  plausibleMax: number | null;
  limitMax: number | null;
  limitExclusive: boolean;
  source: string;
  checkedOn: string;
  validFrom: string;
}

export const publishRuleMutation = graphql<{ publishRule: { id: string } }, { input: RuleInput }>(`
  mutation PublishRule($input: PublishRuleInput!) {
    publishRule(input: $input) {
      id
    }
  }
`);

export const retireRuleMutation = graphql<{ retireRule: { id: string } }, { ruleId: string; lastDay: string }>(`
  mutation RetireRule($ruleId: ID!, $lastDay: String!) {
    retireRule(ruleId: $ruleId, lastDay: $lastDay) {
      id
    }
  }
`);
