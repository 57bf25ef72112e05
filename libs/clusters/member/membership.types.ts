import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';
import { ClusterType } from '../clusters.types.js';
import { ClusterFee } from '../fee/fees.types.js';
import { membershipLifecycle, PERMISSIONS, type MembershipState, type Permission } from './membership.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const PermissionEnum = enumOf(PERMISSIONS);
registerEnumType(PermissionEnum, { name: 'ClusterPermission', description: 'What a member lets a cluster do with her goods.' });
export const MembershipStateEnum = enumOf(membershipLifecycle.states);
registerEnumType(MembershipStateEnum, { name: 'MembershipState' });

@ObjectType({ description: 'One artisan and one cluster.' })
export class ClusterMember {
  @Field(() => ID)
  clusterId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => String, { description: 'As the register has her, in the reader’s script; empty when it no longer has her.' })
  name!: string;

  @Field(() => String)
  clusterName!: string;

  @Field(() => ClusterType, { description: 'As it is today: its fee may have moved since she accepted hers.' })
  cluster!: ClusterType;

  @Field(() => MembershipStateEnum)
  state!: MembershipState;

  @Field(() => Boolean)
  coordinator!: boolean;

  @Field(() => Int, { description: 'The fee she was shown, and pays once active.' })
  feeBp!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham for each piece.' })
  feeItemMinor!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham for each kilogram, net.' })
  feeKgMinor!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham, once for each order.' })
  feeOrderMinor!: number;

  @Field(() => [ClusterFee], { description: 'What that fee is made of.' })
  fees!: ClusterFee[];

  @Field(() => Int, { description: 'Pieces she can have in hand at once, for shared orders.' })
  capacity!: number;

  @Field(() => Int, { nullable: true, description: 'Her agreed part of shared orders, as a weight.' })
  quota!: number | null;

  @Field(() => [PermissionEnum])
  permissions!: Permission[];
}

@ObjectType()
export class ClusterMemberPage {
  @Field(() => [ClusterMember])
  nodes!: readonly ClusterMember[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType({ description: 'An artisan of the register whom a cluster may invite: what her signboard would say.' })
export class Candidate {
  @Field(() => ID)
  artisanId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  branch!: string;

  @Field(() => MembershipStateEnum, { description: 'Her tie with this cluster today.' })
  state!: MembershipState;
}

@ObjectType()
export class CandidatePage {
  @Field(() => [Candidate])
  nodes!: readonly Candidate[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
