import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ClusterCoordinator {
  @Field(() => ID)
  artisanId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'False while she may not sell: she coordinates again once she may.' })
  active!: boolean;
}

@ObjectType({ description: 'A member who would coordinate the cluster that nobody speaks for.' })
export class ClusterCandidacy {
  @Field(() => ID)
  artisanId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'How many members who may sell name her, herself among them.' })
  voices!: number;
}

@ObjectType({ description: 'Who coordinates a cluster; and while nobody can, how far its members are with naming somebody.' })
export class ClusterCoordination {
  @Field(() => ID)
  clusterId!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when nobody speaks for it.' })
  restedAt!: Date | null;

  @Field(() => [ClusterCoordinator])
  coordinators!: readonly ClusterCoordinator[];

  @Field(() => Int, { description: 'Members who may sell, while nobody speaks for it.' })
  electorate!: number;

  @Field(() => Int, { description: 'How many of them have to name the same one.' })
  needed!: number;

  @Field(() => [ClusterCandidacy], { description: 'Most voices first.' })
  candidates!: readonly ClusterCandidacy[];

  @Field(() => ID, { nullable: true, description: 'Whom the caller has named.' })
  named!: string | null;
}
