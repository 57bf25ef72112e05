import { graphql } from '../../graphql.js';

export interface PublicCertificate {
  number: string;
  state: 'valid' | 'expired' | 'withdrawn' | 'unknown';
  scheme: string | null;
  scope: string | null;
  artisanName: string | null;
  regionName: string | null;
  centreName: string | null;
  inspectorName: string | null;
  inspectedOn: string | null;
  validFrom: string | null;
  validUntil: string | null;
  withdrawnOn: string | null;
  withdrawnReason: string | null;
  findings: { rule: string; verdict: string; value: string | null }[];
}

export const certificateQuery = graphql<{ certificate: PublicCertificate | null }, { number: string }>(`
  query Certificate($number: String!) {
    certificate(number: $number) {
      number
      state
      scheme
      scope
      artisanName
      regionName
      centreName
      inspectorName
      inspectedOn
      validFrom
      validUntil
      withdrawnOn
      withdrawnReason
      findings {
        rule
        verdict
        value
      }
    }
  }
`);
