import { graphql } from '../../graphql.js';

export interface Contact {
  phone: string | null;
  email: string | null;
  emailConfirmed: boolean;
}

export const myContactQuery = graphql<{ myContact: Contact }>(`
  query MyContact {
    myContact {
      phone
      email
      emailConfirmed
    }
  }
`);

export const sendContactCodeMutation = graphql<{ sendContactCode: { id: string } }, { input: { id: string; kind: 'PHONE' | 'MAIL'; phone: string | null } }>(`
  mutation SendContactCode($input: SendContactCodeInput!) {
    sendContactCode(input: $input) {
      id
    }
  }
`);

export const confirmContactMutation = graphql<{ confirmContact: Contact }, { input: { id: string; code: string } }>(`
  mutation ConfirmContact($input: ConfirmContactInput!) {
    confirmContact(input: $input) {
      phone
      email
      emailConfirmed
    }
  }
`);
