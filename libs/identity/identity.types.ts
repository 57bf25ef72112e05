import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class MembershipType {
  @Field(() => String, { description: 'cluster, centre, chamber or desk' })
  kind!: string;

  @Field(() => ID)
  organisationId!: string;
}

@ObjectType({ description: 'Who is signed in, as the server sees it.' })
export class Me {
  @Field(() => ID)
  accountId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [String])
  roles!: string[];

  @Field(() => [MembershipType])
  memberships!: MembershipType[];

  @Field(() => ID, { nullable: true })
  artisanId?: string | null;

  @Field(() => Boolean, { description: 'True for a session without an address.' })
  guest!: boolean;
}
