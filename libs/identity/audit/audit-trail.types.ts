import { ArgsType, Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';

@ObjectType({ description: 'One write that a person made.' })
export class AuditLineType {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => ID, { nullable: true, description: 'Null for the house itself.' })
  accountId!: string | null;

  @Field(() => String)
  actorName!: string;

  @Field(() => String, { description: 'product.withdraw-for' })
  action!: string;

  @Field(() => String)
  subjectType!: string;

  @Field(() => String)
  subjectId!: string;

  @Field(() => String, { description: 'What else was noted, as JSON.' })
  detail!: string;
}

@ObjectType()
export class AuditPageType {
  @Field(() => [AuditLineType])
  nodes!: AuditLineType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

export const AuditSortEnum = { NEWEST: 'newest', OLDEST: 'oldest' } as const;
export type AuditSort = (typeof AuditSortEnum)[keyof typeof AuditSortEnum];
registerEnumType(AuditSortEnum, { name: 'AuditSort' });

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'order, artisan, product, claim…' })
  subjectType?: string;

  @Field(() => String, { nullable: true })
  subjectId?: string;

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  accountId?: string;

  @Field(() => String, { nullable: true, description: 'A whole action, or its beginning up to a dot.' })
  action?: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, the first Moroccan day.' })
  from?: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, the last one.' })
  until?: string;

  @Field(() => AuditSortEnum, { defaultValue: 'newest' })
  sort!: AuditSort;
}
