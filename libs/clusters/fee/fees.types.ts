import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';
import { FEE_ROLES, type FeeRole } from './fee.js';

export const FeeRoleEnum = Object.fromEntries(FEE_ROLES.map((role) => [role, role])) as Record<FeeRole, FeeRole>;
registerEnumType(FeeRoleEnum, { name: 'ClusterFeeRole' });

@ObjectType({ description: 'What one role of a cluster is paid. The parts add up.' })
export class ClusterFee {
  @Field(() => FeeRoleEnum)
  role!: FeeRole;

  @Field(() => Int, { description: 'Basis points of what the maker receives.' })
  bp!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham for each piece.' })
  itemMinor!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham for each kilogram, net.' })
  kgMinor!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham, once for each order.' })
  orderMinor!: number;
}

@InputType()
export class ClusterFeeInput {
  @Field(() => FeeRoleEnum)
  role!: FeeRole;

  @Field(() => Int, { defaultValue: 0 })
  bp!: number;

  @Field(() => MinorUnits, { defaultValue: 0 })
  itemMinor!: number;

  @Field(() => MinorUnits, { defaultValue: 0 })
  kgMinor!: number;

  @Field(() => MinorUnits, { defaultValue: 0 })
  orderMinor!: number;
}
