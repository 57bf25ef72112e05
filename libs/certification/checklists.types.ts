import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Outcome } from './examination.js';

export const OutcomeEnum = { MET: 'met', NOT_MET: 'not_met', NOT_SEEN: 'not_seen' } as const;
registerEnumType(OutcomeEnum, { name: 'Outcome', description: 'What an inspector can say of a rule. Not seen is not met.' });

@ObjectType({ description: 'A photograph an inspector took of the work.' })
export class EvidenceType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  url!: string;

  @Field(() => Int)
  width!: number;

  @Field(() => Int)
  height!: number;
}

@ObjectType()
export class CentreType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => [String])
  productTypes!: readonly string[];
}

@ObjectType({ description: 'A family of carpet, or the use of a pot: it decides which rules apply.' })
export class VariantType {
  @Field(() => String)
  productType!: string;

  @Field(() => String)
  code!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => Boolean)
  foodContact!: boolean;
}

@ObjectType()
export class RuleType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'measurement or observation' })
  kind!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Float, { nullable: true })
  limitMax!: number | null;

  @Field(() => Boolean, { description: 'True where the law says "less than".' })
  limitExclusive!: boolean;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  checkedOn!: string;

  @Field(() => String, { description: 'sourced, or general knowledge until the source is found' })
  confidence!: string;
}

@ObjectType()
export class FindingType {
  @Field(() => String)
  rule!: string;

  @Field(() => OutcomeEnum)
  outcome!: Outcome;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => String, { nullable: true })
  unit!: string | null;
}
