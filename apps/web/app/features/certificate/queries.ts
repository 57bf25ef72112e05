import { graphql } from '../../graphql.js';

/** A thing's name in the three languages, keyed by the page's language. */
export interface Named {
  en: string;
  fr: string;
  ar: string;
}

export type CertificateStatus = 'VALID' | 'EXPIRED' | 'WITHDRAWN' | 'UNKNOWN';

export interface CertifiedFact extends Named {
  rule: string;
  outcome: 'MET' | 'NOT_MET' | 'NOT_SEEN';
  value: number | null;
  unit: string | null;
  text: string | null;
  source: string;
}

export interface Certificate {
  centre: Named;
  maker: { nameLatin: string | null; nameArabic: string | null; regionCode: string };
  variant: Named;
  description: string;
  materials: string | null;
  madeFrom: string | null;
  madeUntil: string | null;
  inspectedOn: string | null;
  inspectedAt: string | null;
  scheme: string;
  schemeName: string | null;
  schemeLevel: number | null;
  labelNumber: string | null;
  grade: string | null;
  foodContact: boolean;
  inspectorName: string;
  validFrom: string;
  validUntil: string;
  endedAt: string | null;
  facts: CertifiedFact[];
  exportFiles: { number: string; version: number; sha256: string }[];
}

export interface CertificateAnswer {
  certificate: { number: string; status: CertificateStatus; certificate: Certificate | null };
  regions: (Named & { code: string })[];
}

export const certificateQuery = graphql<CertificateAnswer, { number: string }>(`
  query Certificate($number: String!) {
    certificate(number: $number) {
      number
      status
      certificate {
        centre {
          en
          fr
          ar
        }
        maker {
          nameLatin
          nameArabic
          regionCode
        }
        variant {
          en
          fr
          ar
        }
        description
        materials
        madeFrom
        madeUntil
        inspectedOn
        inspectedAt
        scheme
        schemeName
        schemeLevel
        labelNumber
        grade
        foodContact
        inspectorName
        validFrom
        validUntil
        endedAt
        facts {
          rule
          en
          fr
          ar
          outcome
          value
          unit
          text
          source
        }
        exportFiles {
          number
          version
          sha256
        }
      }
    }
    regions {
      code
      en
      fr
      ar
    }
  }
`);
