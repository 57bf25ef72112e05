import { graphql } from '../../graphql.js';
import type { Fee, LegalForm, Permission } from './queries.js';

interface ReadFee {
  clusterId: string;
  feeBp: number;
  feeItemMinor: number;
  feeKgMinor: number;
  feeOrderMinor: number;
}

type Of<Name extends string> = Record<Name, { clusterId: string }>;

export const answerInvitationMutation = graphql<Of<'answerInvitation'>, ReadFee & { accept: boolean }>(`
  mutation AnswerInvitation($clusterId: ID!, $accept: Boolean!, $feeBp: Int!, $feeItemMinor: MinorUnits!, $feeKgMinor: MinorUnits!, $feeOrderMinor: MinorUnits!) {
    answerInvitation(clusterId: $clusterId, accept: $accept, feeBp: $feeBp, feeItemMinor: $feeItemMinor, feeKgMinor: $feeKgMinor, feeOrderMinor: $feeOrderMinor) {
      clusterId
    }
  }
`);

export const requestMembershipMutation = graphql<Of<'requestMembership'>, ReadFee>(`
  mutation RequestMembership($clusterId: ID!, $feeBp: Int!, $feeItemMinor: MinorUnits!, $feeKgMinor: MinorUnits!, $feeOrderMinor: MinorUnits!) {
    requestMembership(clusterId: $clusterId, feeBp: $feeBp, feeItemMinor: $feeItemMinor, feeKgMinor: $feeKgMinor, feeOrderMinor: $feeOrderMinor) {
      clusterId
    }
  }
`);

export const acceptFeeMutation = graphql<{ acceptClusterFee: { clusterId: string }[] }, ReadFee>(`
  mutation AcceptClusterFee($clusterId: ID!, $feeBp: Int!, $feeItemMinor: MinorUnits!, $feeKgMinor: MinorUnits!, $feeOrderMinor: MinorUnits!) {
    acceptClusterFee(clusterId: $clusterId, feeBp: $feeBp, feeItemMinor: $feeItemMinor, feeKgMinor: $feeKgMinor, feeOrderMinor: $feeOrderMinor) {
      clusterId
    }
  }
`);

export const leaveMutation = graphql<Of<'leaveCluster'>, { clusterId: string }>(`
  mutation LeaveCluster($clusterId: ID!) {
    leaveCluster(clusterId: $clusterId) {
      clusterId
    }
  }
`);

export const permissionMutation = graphql<Of<'setClusterPermission'>, { clusterId: string; permission: Permission; granted: boolean }>(`
  mutation SetClusterPermission($clusterId: ID!, $permission: ClusterPermission!, $granted: Boolean!) {
    setClusterPermission(clusterId: $clusterId, permission: $permission, granted: $granted) {
      clusterId
    }
  }
`);

interface Who {
  clusterId: string;
  artisanId: string;
}

export const inviteMutation = graphql<Of<'inviteMember'>, Who>(`
  mutation InviteMember($clusterId: ID!, $artisanId: ID!) {
    inviteMember(clusterId: $clusterId, artisanId: $artisanId) {
      clusterId
    }
  }
`);

export const inviteByNumberMutation = graphql<Of<'inviteByNumber'>, { clusterId: string; identifier: string }>(`
  mutation InviteByNumber($clusterId: ID!, $identifier: String!) {
    inviteByNumber(clusterId: $clusterId, identifier: $identifier) {
      clusterId
    }
  }
`);

export const answerRequestMutation = graphql<Of<'answerMembershipRequest'>, Who & { approve: boolean }>(`
  mutation AnswerMembershipRequest($clusterId: ID!, $artisanId: ID!, $approve: Boolean!) {
    answerMembershipRequest(clusterId: $clusterId, artisanId: $artisanId, approve: $approve) {
      clusterId
    }
  }
`);

export const retractMutation = graphql<Of<'retractMembership'>, Who>(`
  mutation RetractMembership($clusterId: ID!, $artisanId: ID!) {
    retractMembership(clusterId: $clusterId, artisanId: $artisanId) {
      clusterId
    }
  }
`);

export const removeMutation = graphql<Of<'removeMember'>, Who>(`
  mutation RemoveMember($clusterId: ID!, $artisanId: ID!) {
    removeMember(clusterId: $clusterId, artisanId: $artisanId) {
      clusterId
    }
  }
`);

export const coordinatorMutation = graphql<Of<'setCoordinator'>, Who & { coordinator: boolean }>(`
  mutation SetCoordinator($clusterId: ID!, $artisanId: ID!, $coordinator: Boolean!) {
    setCoordinator(clusterId: $clusterId, artisanId: $artisanId, coordinator: $coordinator) {
      clusterId
    }
  }
`);

export const workMutation = graphql<Of<'setMemberWork'>, Who & { capacity: number | null; quota: number | null }>(`
  mutation SetMemberWork($clusterId: ID!, $artisanId: ID!, $capacity: Int, $quota: Int) {
    setMemberWork(clusterId: $clusterId, artisanId: $artisanId, capacity: $capacity, quota: $quota) {
      clusterId
    }
  }
`);

export const feesMutation = graphql<{ setClusterFees: { id: string } | null }, { clusterId: string; fees: Fee[] }>(`
  mutation SetClusterFees($clusterId: ID!, $fees: [ClusterFeeInput!]!) {
    setClusterFees(clusterId: $clusterId, fees: $fees) {
      id
    }
  }
`);

export interface OfferInput {
  clusterId: string;
  productId: string;
  /** The cluster's own price, where the maker lets it set one. */
  feeBp: number | null;
  feeItemMinor: number | null;
  text: { en: string | null; fr: string | null; ar: string | null };
  minimumQuantity: number;
  keptBack: number;
}

export const offerMutation = graphql<{ offerProduct: { productId: string } }, OfferInput>(`
  mutation OfferProduct($clusterId: ID!, $productId: ID!, $feeBp: Int, $feeItemMinor: MinorUnits, $text: ClusterOfferTextInput, $minimumQuantity: Int!, $keptBack: Int!) {
    offerProduct(clusterId: $clusterId, productId: $productId, feeBp: $feeBp, feeItemMinor: $feeItemMinor, text: $text, minimumQuantity: $minimumQuantity, keptBack: $keptBack) {
      productId
    }
  }
`);

export const withdrawOfferMutation = graphql<{ withdrawOffer: boolean }, { productId: string }>(`
  mutation WithdrawOffer($productId: ID!) {
    withdrawOffer(productId: $productId)
  }
`);

export interface PlanSale {
  input: { id: string; clusterId: string; title: string; opensAt: string; closesAt: string; collectionOn: string; pieces: { productId: string; feeBp: number; itemMinor: number | null; minimumQuantity: number }[]; outlets: { name: string; city: string }[] };
}

export const planSaleMutation = graphql<{ planCollectiveSale: { id: string } }, PlanSale>(`
  mutation PlanCollectiveSale($input: PlanSaleInput!) {
    planCollectiveSale(input: $input) {
      id
    }
  }
`);

export const cancelSaleMutation = graphql<{ cancelCollectiveSale: { id: string } }, { id: string }>(`
  mutation CancelCollectiveSale($id: ID!) {
    cancelCollectiveSale(id: $id) {
      id
    }
  }
`);

export interface Movement {
  input: { id: string; saleId: string; productId: string; outlet: number | null; back: boolean; quantity: number };
}

export const movementMutation = graphql<{ recordSaleMovement: { id: string } }, Movement>(`
  mutation RecordSaleMovement($input: SaleMovementInput!) {
    recordSaleMovement(input: $input) {
      id
    }
  }
`);

export const memberStockMutation = graphql<{ setMemberStock: number }, { clusterId: string; productId: string; stock: number }>(`
  mutation SetMemberStock($clusterId: ID!, $productId: ID!, $stock: Int!) {
    setMemberStock(clusterId: $clusterId, productId: $productId, stock: $stock)
  }
`);

export interface Founding {
  input: { id: string; name: string; nameAr: string | null; legalForm: LegalForm; ice: string | null; address: string; city: string; regionCode: string; branch: string; rules: string; feeBp: number };
}

export const foundMutation = graphql<{ createCluster: { id: string } }, Founding>(`
  mutation FoundCluster($input: CreateClusterInput!) {
    createCluster(input: $input) {
      id
    }
  }
`);
