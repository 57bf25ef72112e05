import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Scheme } from '../certificate/certificate.js';
import type { Outcome } from './examination.js';
import { STATEMENT_FORMS, type StatementForm } from './statement-form.js';

export const SchemeEnum = { CENTRE: 'centre', MOROCCO_HANDMADE: 'morocco_handmade', COLLECTIVE_MARK: 'collective_mark', ESTAMPILLAGE: 'estampillage' } as const;
registerEnumType(SchemeEnum, { name: 'CertificateScheme' });
export const StatementFormEnum = Object.fromEntries(STATEMENT_FORMS.map((form) => [form.toUpperCase(), form])) as Record<string, StatementForm>;
registerEnumType(StatementFormEnum, { name: 'StatementForm', description: 'Fibres in percent, a plot of land, or a Latin name.' });

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

@ObjectType('ProductType', { description: 'A branch of the register, or the workshop as a whole.' })
export class ProductTypeType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;
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

  @Field(() => String, { description: 'measurement, observation or statement' })
  kind!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The unit as the caller’s language writes it.' })
  unitName!: string | null;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Float, { nullable: true })
  limitMax!: number | null;

  @Field(() => Float, { nullable: true })
  plausibleMin!: number | null;

  @Field(() => Float, { nullable: true })
  plausibleMax!: number | null;

  @Field(() => StatementFormEnum, { nullable: true, description: 'What a statement must look like; null for any words.' })
  form!: StatementForm | null;

  @Field(() => String, { nullable: true, description: 'The centre whose own rule it is; null for what holds at every centre.' })
  centreId!: string | null;

  @Field(() => Boolean, { description: 'True where the law says "less than".' })
  limitExclusive!: boolean;

  @Field(() => String)
  source!: string;

  @Field(() => String, { description: 'The source as the caller’s language names it.' })
  sourceName!: string;

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

  @Field(() => String, { nullable: true, description: 'The unit as the caller’s language writes it.' })
  unitName!: string | null;

  @Field(() => String, { nullable: true, description: 'What was stated in words.' })
  text?: string | null;
}

@ObjectType({ description: 'A mark that a certificate may be issued under.' })
export class MarkType {
  @Field(() => String)
  code!: string;

  @Field(() => SchemeEnum)
  scheme!: Scheme;

  @Field(() => Int, { nullable: true })
  level!: number | null;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  confidence!: string;
}
