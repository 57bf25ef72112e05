import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { CertificateOrder } from './certificate-pages.service.js';
import { CertificateType, StatusEnum } from '../certification.types.js';

export const CertificateOrderEnum = { NEWEST: 'newest', ENDING: 'ending' } as const;
registerEnumType(CertificateOrderEnum, { name: 'CertificateOrder', description: 'Newest first, or those that end soonest.' });

@ObjectType()
export class CertificatePageType {
  @Field(() => [CertificateType])
  nodes!: CertificateType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class CertificateFilterInput {
  @Field(() => StatusEnum, { nullable: true })
  status?: 'valid' | 'expired' | 'withdrawn' | null;

  @Field(() => String, { nullable: true })
  productType?: string | null;

  @Field(() => ID, { nullable: true })
  artisanId?: string | null;
}

@ArgsType()
export class CertificatesArgs extends PageArgs {
  @Field(() => CertificateFilterInput, { nullable: true })
  filter?: CertificateFilterInput;

  @Field(() => CertificateOrderEnum, { defaultValue: 'newest' })
  sort!: CertificateOrder;
}
