import { graphql } from '../../graphql.js';
import type { InspectionFor } from './ask-inspection-for.js';
import type { AgentKind, ConsentState, MandateAct } from './queries.js';

export interface MandateProposal {
  id: string;
  artisanId: string;
  agentKind: AgentKind;
  agentId: string;
  acts: MandateAct[];
  validFrom: string | null;
  validUntil: string;
}

export const proposeMandateMutation = graphql<{ proposeMandate: { id: string } }, { input: MandateProposal }>(`
  mutation ProposeMandate($input: ProposeMandateInput!) {
    proposeMandate(input: $input) {
      id
    }
  }
`);

export const confirmMandateMutation = graphql<{ confirmMandate: { id: string } }, { input: { mandateId: string; code: string } }>(`
  mutation ConfirmMandate($input: ConfirmMandateInput!) {
    confirmMandate(input: $input) {
      id
    }
  }
`);

export const endMandateMutation = graphql<{ endMandate: { id: string } }, { id: string }>(`
  mutation EndMandate($id: ID!) {
    endMandate(id: $id) {
      id
    }
  }
`);

export const answerConsentMutation = graphql<{ answerConsent: { state: ConsentState } }, { input: { id: string; yes: boolean; code?: string } }>(`
  mutation AnswerConsent($input: AnswerConsentInput!) {
    answerConsent(input: $input) {
      state
    }
  }
`);

export const withdrawConsentMutation = graphql<{ withdrawConsent: { id: string } }, { id: string }>(`
  mutation WithdrawConsent($id: ID!) {
    withdrawConsent(id: $id) {
      id
    }
  }
`);

export const proposePriceMutation = graphql<{ proposePrice: { id: string } }, { input: { id: string; productId: string; price: string } }>(`
  mutation ProposePrice($input: ProposePriceInput!) {
    proposePrice(input: $input) {
      id
    }
  }
`);

export const inspectForMutation = graphql<{ requestInspection: { id: string } }, { input: InspectionFor }>(`
  mutation InspectFor($input: RequestInspectionInput!) {
    requestInspection(input: $input) {
      id
    }
  }
`);

export const proposeBankMutation = graphql<{ proposeBankDetails: { id: string } }, { input: { id: string; artisanId: string; rib: string } }>(`
  mutation ProposeBankDetails($input: ProposeBankDetailsInput!) {
    proposeBankDetails(input: $input) {
      id
    }
  }
`);

export const proposePayoutMutation = graphql<{ proposePayout: { id: string } }, { input: { id: string; artisanId: string } }>(`
  mutation ProposePayout($input: ProposePayoutInput!) {
    proposePayout(input: $input) {
      id
    }
  }
`);

export interface PieceWords {
  artisanId: string;
  input: { id: string; title: { fr: string | null; ar: string | null } };
}

export const saveForMutation = graphql<{ saveProductFor: { id: string } }, PieceWords>(`
  mutation SaveProductFor($artisanId: ID!, $input: SaveProductInput!) {
    saveProductFor(artisanId: $artisanId, input: $input) {
      id
    }
  }
`);

export const listForMutation = graphql<{ listProductFor: { id: string } }, { id: string }>(`
  mutation ListProductFor($id: ID!) {
    listProductFor(id: $id) {
      id
    }
  }
`);

export const withdrawForMutation = graphql<{ withdrawProductFor: { id: string } }, { id: string }>(`
  mutation WithdrawProductFor($id: ID!) {
    withdrawProductFor(id: $id) {
      id
    }
  }
`);
