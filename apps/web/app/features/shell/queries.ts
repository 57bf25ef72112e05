import { graphql } from '../../graphql.js';

export interface Country {
  code: string;
  name: string;
  currency: string;
}

export interface Me {
  accountId: string;
  name: string;
  roles: string[];
  artisanId: string | null;
  /** A session without an address: someone who buys without an account. */
  guest: boolean;
}

export interface Shell {
  me: Me | null;
  countries: Country[];
}

export const shellQuery = graphql<Shell>(`
  query Shell {
    me {
      accountId
      name
      roles
      artisanId
      guest
    }
    countries {
      code
      name
      currency
    }
  }
`);
