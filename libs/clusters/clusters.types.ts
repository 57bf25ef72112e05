import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FEE_ROLES, type FeeRole } from './fee.js';
import { LEGAL_FORMS, membershipLifecycle, PERMISSIONS, type LegalForm, type MembershipState, type Permission } from './membership.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const LegalFormEnum = enumOf(LEGAL_FORMS);
registerEnumType(LegalFormEnum, { name: 'LegalForm' });
export const PermissionEnum = enumOf(PERMISSIONS);
registerEnumType(PermissionEnum, { name: 'ClusterPermission', description: 'What a member lets a cluster do with her goods.' });
export const MembershipStateEnum = enumOf(membershipLifecycle.states);
registerEnumType(MembershipStateEnum, { name: 'MembershipState' });

export const FeeRoleEnum = enumOf(FEE_ROLES);
registerEnumType(FeeRoleEnum, { name: 'ClusterFeeRole' });

@ObjectType({ description: 'One part of a cluster’s fee.' })
export class ClusterFee {
  @Field(() => FeeRoleEnum)
  role!: FeeRole;

  @Field(() => Int)
  bp!: number;
}

@InputType()
export class ClusterFeeInput {
  @Field(() => FeeRoleEnum)
  role!: FeeRole;

  @Field(() => Int)
  bp!: number;
}

@ObjectType({ description: 'A grouping of artisans that exports under its own name.' })
export class ClusterType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameAr!: string | null;

  @Field(() => LegalFormEnum)
  legalForm!: LegalForm;

  @Field(() => String, { nullable: true, description: 'Identifiant commun de l’entreprise.' })
  ice!: string | null;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  city!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  rules!: string;

  @Field(() => Int, { description: 'In basis points of what the maker receives; on top of it, never out of it.' })
  feeBp!: number;

  @Field(() => [ClusterFee], { description: 'What the fee is made of.' })
  fees!: ClusterFee[];
}

@ObjectType({ description: 'One artisan and one cluster.' })
export class ClusterMember {
  @Field(() => ID)
  clusterId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => MembershipStateEnum)
  state!: MembershipState;

  @Field(() => Boolean)
  coordinator!: boolean;

  @Field(() => Int, { description: 'The fee she was shown, and pays once active.' })
  feeBp!: number;

  @Field(() => [ClusterFee], { description: 'What that fee is made of.' })
  fees!: ClusterFee[];

  @Field(() => Int, { description: 'Pieces she can have in hand at once, for shared orders.' })
  capacity!: number;

  @Field(() => Int, { nullable: true, description: 'Her agreed part of shared orders, as a weight.' })
  quota!: number | null;

  @Field(() => [PermissionEnum])
  permissions!: Permission[];
}

@ObjectType({ description: 'A member’s product under the cluster’s name.' })
export class ClusterOffer {
  @Field(() => ID)
  productId!: string;

  @Field(() => ID)
  clusterId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => Int)
  feeBp!: number;
}

@InputType()
export class CreateClusterInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameAr?: string | null;

  @Field(() => LegalFormEnum)
  legalForm!: LegalForm;

  @Field(() => String, { nullable: true })
  ice?: string | null;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  city!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  rules!: string;

  @Field(() => Int)
  feeBp!: number;
}
