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
  unitName: string | null;
  text: string | null;
  sourceName: string;
}

/** What an inspector photographed. */
export interface Evidence {
  id: string;
  url: string;
  width: number;
  height: number;
}

export interface Certificate {
  centre: Named;
  maker: { nameLatin: string | null; nameArabic: string | null; regionCode: string };
  variant: Named;
  /** Null for all that its maker makes of the type, or for her workshop. */
  pieceId: string | null;
  lotSize: number | null;
  description: string;
  name: Partial<Named> | null;
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
  productType: string;
  inspectorName: string;
  validFrom: string;
  validUntil: string;
  endedAt: string | null;
  facts: CertifiedFact[];
  photographs: Evidence[];
  exportFiles: { number: string; version: number; sha256: string }[];
}

export interface CertificateAnswer {
  certificate: { number: string; status: CertificateStatus; followedBy: string | null; certificate: Certificate | null };
  regions: (Named & { code: string })[];
}

export const certificateQuery = graphql<CertificateAnswer, { number: string }>(`
  query Certificate($number: String!) {
    certificate(number: $number) {
      number
      status
      followedBy
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
        pieceId
        lotSize
        description
        name {
          en
          fr
          ar
        }
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
        productType
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
          unitName
          text
          sourceName
        }
        photographs {
          id
          url
          width
          height
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
