import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CertificateStatus, Scheme } from './certificate/certificate.js';
import type { CarpetGrade } from './checklist/carpet-grade.js';
import { CentreType, FindingType, SchemeEnum, VariantType } from './checklist/checklists.types.js';

export const GradeEnum = { COURANTE: 'courante', MOYENNE: 'moyenne', SUPERIEURE: 'superieure', EXTRA_SUPERIEURE: 'extra_superieure' } as const;
registerEnumType(GradeEnum, { name: 'CarpetGrade', description: 'The grades of the stamping table.' });
export const StatusEnum = { VALID: 'valid', EXPIRED: 'expired', WITHDRAWN: 'withdrawn', UNKNOWN: 'unknown' } as const;
registerEnumType(StatusEnum, { name: 'CertificateStatus' });

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

  @Field(() => String, { description: 'The source as the caller’s language names it.' })
  sourceName!: string;
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

@ObjectType({ description: 'An export file that a certified piece left with.' })
export class ExportedFileType {
  @Field(() => String, { description: 'Of its commercial invoice.' })
  number!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Over the checksums of its papers.' })
  sha256!: string;
}

@ObjectType('PieceName', { description: 'What the piece is called, in the languages its maker has a name for.' })
export class PieceNameType {
  @Field(() => String, { nullable: true })
  en?: string | null;

  @Field(() => String, { nullable: true })
  fr?: string | null;

  @Field(() => String, { nullable: true })
  ar?: string | null;
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

  @Field(() => ID, { nullable: true, description: 'The piece it is about; null for all the maker makes of the type, or for her workshop.' })
  pieceId!: string | null;

  @Field(() => Int, { nullable: true })
  lotSize!: number | null;

  @Field(() => String, { description: 'In the words of who asked.' })
  description!: string;

  @Field(() => PieceNameType, { nullable: true })
  name!: PieceNameType | null;

  @Field(() => String, { nullable: true })
  materials!: string | null;

  @Field(() => String, { nullable: true, description: 'The days of the work, where the maker said them.' })
  madeFrom!: string | null;

  @Field(() => String, { nullable: true })
  madeUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'The day of the look that decided.' })
  inspectedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where that was.' })
  inspectedAt!: string | null;

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

  @Field(() => StatusEnum, { description: 'Today.' })
  status!: CertificateStatus;

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

@InputType()
export class IssueCertificateInput {
  @Field(() => ID, { description: 'Your own id of the certificate.' })
  id!: string;

  @Field(() => ID)
  inspectionId!: string;

  @Field(() => ID, { nullable: true, description: 'The look you decide on; refused when another came since.' })
  examinationId?: string | null;

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
