import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { CertificateOrder } from './certificate-pages.service.js';
import type { CarpetGrade } from '../checklist/carpet-grade.js';
import { GradeEnum, PieceNameType, StatusEnum } from '../certification.types.js';
import type { CertificateStatus } from './certificate.js';

export const CertificateOrderEnum = { NEWEST: 'newest', ENDING: 'ending' } as const;
registerEnumType(CertificateOrderEnum, { name: 'CertificateOrder', description: 'Newest first, or those that end soonest.' });

@ObjectType({ description: 'A certificate as a list shows it; `certificate(number)` has all of it.' })
export class CertificateLineType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String)
  centreId!: string;

  @Field(() => String, { nullable: true, description: 'As she was named on the day.' })
  makerNameLatin!: string | null;

  @Field(() => String, { nullable: true })
  makerNameArabic!: string | null;

  @Field(() => String)
  productType!: string;

  @Field(() => String)
  description!: string;

  @Field(() => PieceNameType, { nullable: true })
  name!: PieceNameType | null;

  @Field(() => String, { nullable: true })
  labelNumber!: string | null;

  @Field(() => GradeEnum, { nullable: true })
  grade!: CarpetGrade | null;

  @Field(() => StatusEnum, { description: 'Today.' })
  status!: CertificateStatus;

  @Field(() => String)
  validFrom!: string;

  @Field(() => String)
  validUntil!: string;
}

@ObjectType()
export class CertificatePageType {
  @Field(() => [CertificateLineType])
  nodes!: CertificateLineType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class CertificateFilterInput {
  @Field(() => StatusEnum, { nullable: true })
  status?: CertificateStatus | null;

  @Field(() => String, { nullable: true })
  productType?: string | null;

  @Field(() => ID, { nullable: true })
  artisanId?: string | null;

  @Field(() => String, { nullable: true, description: 'One of the centres you may look into.' })
  centreId?: string | null;
}

@InputType()
export class MyCertificateFilterInput {
  @Field(() => StatusEnum, { nullable: true })
  status?: CertificateStatus | null;

  @Field(() => String, { nullable: true })
  productType?: string | null;

  @Field(() => String, { nullable: true, description: 'The centre that vouched for it.' })
  centreId?: string | null;
}

@ArgsType()
export class MyCertificatesArgs extends PageArgs {
  @Field(() => MyCertificateFilterInput, { nullable: true })
  filter?: MyCertificateFilterInput;

  @Field(() => CertificateOrderEnum, { defaultValue: 'newest' })
  sort!: CertificateOrder;
}

@ArgsType()
export class CertificatesArgs extends PageArgs {
  @Field(() => CertificateFilterInput, { nullable: true })
  filter?: CertificateFilterInput;

  @Field(() => CertificateOrderEnum, { defaultValue: 'newest' })
  sort!: CertificateOrder;
}
