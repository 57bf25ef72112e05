import { graphql } from '../../graphql.js';

/** Who answers in the European Union for exporters without a person of their own. */
export interface HouseResponsible {
  id: string;
  name: string;
  postalAddress: string;
  electronicAddress: string;
  demonstration: boolean;
  state: 'waiting' | 'in_force' | 'refused' | 'ended';
  proposedName: string;
  proposedAt: string;
  reviewedName: string | null;
  validFrom: string | null;
  endedOn: string | null;
  endedName: string | null;
  mayApprove: boolean;
}

export const houseResponsibleQuery = graphql<{ houseResponsible: HouseResponsible[] }, Record<string, never>>(`
  query HouseResponsible {
    houseResponsible {
      id
      name
      postalAddress
      electronicAddress
      demonstration
      state
      proposedName
      proposedAt
      reviewedName
      validFrom
      endedOn
      endedName
      mayApprove
    }
  }
`);

export const proposeResponsibleMutation = graphql<{ proposeResponsible: { id: string } }, { input: { id: string; name: string; postalAddress: string; electronicAddress: string } }>(`
  mutation ProposeResponsible($input: ProposeResponsibleInput!) {
    proposeResponsible(input: $input) {
      id
    }
  }
`);

export const approveResponsibleMutation = graphql<{ approveResponsible: { id: string } }, { id: string }>(`
  mutation ApproveResponsible($id: ID!) {
    approveResponsible(id: $id) {
      id
    }
  }
`);

export const endResponsibleMutation = graphql<{ endResponsible: { id: string } }, { id: string }>(`
  mutation EndResponsible($id: ID!) {
    endResponsible(id: $id) {
      id
    }
  }
`);

/** Rates, codes or rules that one person proposes and another approves. */
export interface ReferenceProposal {
  id: string;
  state: 'waiting' | 'approved' | 'refused';
  proposedName: string;
  proposedAt: string;
  machineUser: string | null;
  files: string[];
  added: number;
  changed: number;
  changes: { name: string; isNew: boolean; differences: string[] }[];
  decidedName: string | null;
  decidedAt: string | null;
  refusal: string | null;
  version: number | null;
  mayApprove: boolean;
}

export interface ReferenceDue {
  name: string;
  why: 'ended' | 'ends_soon' | 'no_source' | 'not_checked';
  day: string;
}

export const referenceQuery = graphql<{ referenceProposals: ReferenceProposal[]; referenceDue: ReferenceDue[] }, Record<string, never>>(`
  query Reference {
    referenceProposals {
      id
      state
      proposedName
      proposedAt
      machineUser
      files
      added
      changed
      changes {
        name
        isNew
        differences
      }
      decidedName
      decidedAt
      refusal
      version
      mayApprove
    }
    referenceDue {
      name
      why
      day
    }
  }
`);

export const proposeReferenceMutation = graphql<{ proposeReference: { id: string } }, { input: { id: string; file: string; text: string } }>(`
  mutation ProposeReference($input: ProposeReferenceInput!) {
    proposeReference(input: $input) {
      id
    }
  }
`);

export const approveReferenceMutation = graphql<{ approveReference: { id: string } }, { id: string }>(`
  mutation ApproveReference($id: ID!) {
    approveReference(id: $id) {
      id
    }
  }
`);

export const refuseReferenceMutation = graphql<{ refuseReference: { id: string } }, { id: string; reason: string }>(`
  mutation RefuseReference($id: ID!, $reason: String!) {
    refuseReference(id: $id, reason: $reason) {
      id
    }
  }
`);
