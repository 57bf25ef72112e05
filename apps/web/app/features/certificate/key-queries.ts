import { graphql } from '../../graphql.js';

export interface PassportKey {
  kid: string;
  madeAt: string;
  retiredAt: string | null;
  compromisedAt: string | null;
}

export const passportKeysQuery = graphql<{ passportKeys: PassportKey[] }>(`
  query PassportKeys {
    passportKeys {
      kid
      madeAt
      retiredAt
      compromisedAt
    }
  }
`);

export const rotatePassportKeyMutation = graphql<{ rotatePassportKey: PassportKey[] }, { input: { kid: string; reason: string; compromised: boolean } }>(`
  mutation RotatePassportKey($input: RotatePassportKeyInput!) {
    rotatePassportKey(input: $input) {
      kid
    }
  }
`);
