import { Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RuleType, StatementFormEnum } from './checklists.types.js';
import type { StatementForm } from './statement-form.js';

export const RuleKindEnum = { MEASUREMENT: 'measurement', OBSERVATION: 'observation', STATEMENT: 'statement' } as const;
export type RuleKind = (typeof RuleKindEnum)[keyof typeof RuleKindEnum];
registerEnumType(RuleKindEnum, { name: 'RuleKind' });
export const ConfidenceEnum = { SOURCED: 'sourced', GENERAL: 'general' } as const;
export type Confidence = (typeof ConfidenceEnum)[keyof typeof ConfidenceEnum];
registerEnumType(ConfidenceEnum, { name: 'RuleConfidence', description: 'Whether the source was read, or the rule rests on general knowledge.' });

@ObjectType({ description: 'One rule as it stood, stands or will stand between two days.' })
export class RuleVersionType extends RuleType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  productType!: string;

  @Field(() => [String], { nullable: true, description: 'Null: for every kind of the type.' })
  variants!: readonly string[] | null;

  @Field(() => String)
  validFrom!: string;

  @Field(() => String, { nullable: true, description: 'Its last day; null while no end is known.' })
  validUntil!: string | null;
}

@InputType()
export class PublishRuleInput {
  @Field(() => ID, { description: 'Your own id of this version.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Your centre; left out by the administration, for every centre.' })
  centreId?: string | null;

  @Field(() => String)
  productType!: string;

  @Field(() => String, { description: 'A centre’s own begin with `own-`. A code that exists gets a new version.' })
  code!: string;

  @Field(() => [String], { nullable: true })
  variants?: string[] | null;

  @Field(() => RuleKindEnum)
  kind!: RuleKind;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => String, { nullable: true })
  unit?: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Float, { nullable: true })
  plausibleMin?: number | null;

  @Field(() => Float, { nullable: true })
  plausibleMax?: number | null;

  @Field(() => Float, { nullable: true })
  limitMax?: number | null;

  @Field(() => Boolean, { defaultValue: false })
  limitExclusive!: boolean;

  @Field(() => StatementFormEnum, { nullable: true })
  form?: StatementForm | null;

  @Field(() => String)
  source!: string;

  @Field(() => String, { description: 'YYYY-MM-DD: when somebody last read the source.' })
  checkedOn!: string;

  @Field(() => ConfidenceEnum, { defaultValue: 'sourced' })
  confidence!: Confidence;

  @Field(() => String, { description: 'YYYY-MM-DD, today or later.' })
  validFrom!: string;
}
