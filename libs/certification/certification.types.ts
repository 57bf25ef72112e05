import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { CertificateStatus, Scheme } from './certificate.js';
import type { CarpetGrade } from './carpet-grade.js';
import type { Outcome } from './examination.js';
import type { InspectionState } from './inspection.js';

export const OutcomeEnum = { MET: 'met', NOT_MET: 'not_met', NOT_SEEN: 'not_seen' } as const;
registerEnumType(OutcomeEnum, { name: 'Outcome', description: 'What an inspector can say of a rule. Not seen is not met.' });
export const SchemeEnum = { CENTRE: 'centre', MOROCCO_HANDMADE: 'morocco_handmade', COLLECTIVE_MARK: 'collective_mark' } as const;
registerEnumType(SchemeEnum, { name: 'CertificateScheme' });
export const GradeEnum = { COURANTE: 'courante', MOYENNE: 'moyenne', SUPERIEURE: 'superieure', EXTRA_SUPERIEURE: 'extra_superieure' } as const;
registerEnumType(GradeEnum, { name: 'CarpetGrade', description: 'The grades of the stamping table.' });
export const StatusEnum = { VALID: 'valid', EXPIRED: 'expired', WITHDRAWN: 'withdrawn', UNKNOWN: 'unknown' } as const;
registerEnumType(StatusEnum, { name: 'CertificateStatus' });
export const InspectionStateEnum = {
  REQUESTED: 'requested', APPOINTED: 'appointed', EXAMINED: 'examined', RETURNED: 'returned', CERTIFIED: 'certified', REFUSED: 'refused', CANCELLED: 'cancelled',
} as const;
registerEnumType(InspectionStateEnum, { name: 'InspectionState' });

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

@ObjectType()
export class ExaminationType {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  inspectorName!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => [FindingType])
  findings!: readonly FindingType[];

  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('Inspection')
export class InspectionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  centreId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => String)
  productType!: string;

  @Field(() => String)
  variant!: string;

  @Field(() => ID, { nullable: true })
  pieceId!: string | null;

  @Field(() => Int, { nullable: true })
  lotSize!: number | null;

  @Field(() => String)
  description!: string;

  @Field(() => InspectionStateEnum)
  state!: InspectionState;

  @Field(() => GraphQLISODateTime)
  requestedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  appointedFor!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was sent back or refused.' })
  decisionReason!: string | null;
}

@ObjectType()
export class InspectionPageType {
  @Field(() => [InspectionType])
  nodes!: InspectionType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType({ description: 'One thing somebody looked at, with the source of the rule.' })
export class CertifiedFactType extends FindingType {
  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => String)
  source!: string;
}

@ObjectType()
export class CertificateMaker {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  nameLatin!: string | null;

  @Field(() => String, { nullable: true })
  nameArabic!: string | null;

  @Field(() => String)
  category!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  provinceCode!: string;
}

@ObjectType('Certificate')
export class CertificateType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => CentreType)
  centre!: CentreType;

  @Field(() => CertificateMaker)
  maker!: CertificateMaker;

  @Field(() => VariantType)
  variant!: VariantType;

  @Field(() => String)
  productType!: string;

  @Field(() => ID, { nullable: true, description: 'The piece it is about; null for all the maker makes of the type.' })
  pieceId!: string | null;

  @Field(() => Int, { nullable: true })
  lotSize!: number | null;

  @Field(() => String)
  description!: string;

  @Field(() => SchemeEnum)
  scheme!: Scheme;

  @Field(() => String, { nullable: true })
  schemeName!: string | null;

  @Field(() => Int, { nullable: true })
  schemeLevel!: number | null;

  @Field(() => String, { nullable: true, description: 'The sealed label on the piece.' })
  labelNumber!: string | null;

  @Field(() => GradeEnum, { nullable: true })
  grade!: CarpetGrade | null;

  @Field(() => Boolean)
  foodContact!: boolean;

  @Field(() => [CertifiedFactType])
  facts!: readonly CertifiedFactType[];

  @Field(() => String)
  inspectorName!: string;

  @Field(() => String)
  validFrom!: string;

  @Field(() => String)
  validUntil!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was withdrawn or ran out.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'What anybody may ask of a number.' })
export class PublicCertificate {
  @Field(() => String)
  number!: string;

  @Field(() => StatusEnum)
  status!: CertificateStatus;

  @Field(() => CertificateType, { nullable: true, description: 'Null when nobody issued this number.' })
  certificate!: CertificateType | null;
}

@ArgsType()
export class QueueArgs extends PageArgs {
  @Field(() => [InspectionStateEnum], { defaultValue: ['requested', 'appointed', 'examined'] })
  states!: InspectionState[];
}

@InputType()
export class RequestInspectionInput {
  @Field(() => ID, { description: 'Your own id of the request.' })
  id!: string;

  @Field(() => ID)
  centreId!: string;

  @Field(() => ID, { nullable: true, description: 'For an inspector who takes in a maker at the counter.' })
  artisanId?: string | null;

  @Field(() => String)
  productType!: string;

  @Field(() => String)
  variant!: string;

  @Field(() => ID, { nullable: true })
  pieceId?: string | null;

  @Field(() => Int, { nullable: true })
  lotSize?: number | null;

  @Field(() => String)
  description!: string;
}

@InputType()
export class AppointInspectionInput {
  @Field(() => ID)
  inspectionId!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@InputType()
export class SeenInput {
  @Field(() => String)
  rule!: string;

  @Field(() => Float, { nullable: true, description: 'Of a measurement, in the unit of its rule.' })
  value?: number | null;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Of an observation.' })
  outcome?: Outcome | null;
}

@InputType()
export class RecordInspectionInput {
  @Field(() => ID, { description: 'Your own id of this look.' })
  id!: string;

  @Field(() => ID)
  inspectionId!: string;

  @Field(() => String, { nullable: true })
  place?: string | null;

  @Field(() => [SeenInput])
  seen!: SeenInput[];

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class InspectionVerdictInput {
  @Field(() => ID)
  inspectionId!: string;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class IssueCertificateInput {
  @Field(() => ID, { description: 'Your own id of the certificate.' })
  id!: string;

  @Field(() => ID)
  inspectionId!: string;

  @Field(() => SchemeEnum, { defaultValue: 'centre' })
  scheme!: Scheme;

  @Field(() => String, { nullable: true })
  schemeName?: string | null;

  @Field(() => Int, { nullable: true })
  schemeLevel?: number | null;

  @Field(() => String, { nullable: true })
  labelNumber?: string | null;

  @Field(() => GradeEnum, { nullable: true, description: 'May be lower than what the knots come to, never higher.' })
  grade?: CarpetGrade | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; as long as the type allows when left out.' })
  validUntil?: string | null;
}

@InputType()
export class WithdrawCertificateInput {
  @Field(() => ID)
  certificateId!: string;

  @Field(() => String)
  reason!: string;
}
