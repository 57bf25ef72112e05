import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';
import { ClusterFee } from './fee/fees.types.js';
import { LEGAL_FORMS, type LegalForm } from './member/membership.js';

export const LegalFormEnum = Object.fromEntries(LEGAL_FORMS.map((form) => [form, form])) as Record<LegalForm, LegalForm>;
registerEnumType(LegalFormEnum, { name: 'LegalForm' });

export const ClusterSortEnum = { NAME: 'NAME', NEWEST: 'NEWEST' } as const;
export type ClusterSort = keyof typeof ClusterSortEnum;
registerEnumType(ClusterSortEnum, { name: 'ClusterSort' });

@ObjectType({ description: 'A grouping of artisans that exports under its own name.' })
export class ClusterType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameAr!: string | null;

  @Field(() => LegalFormEnum)
  legalForm!: LegalForm;

  @Field(() => String, { nullable: true, description: 'Identifiant commun de l’entreprise.' })
  ice!: string | null;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  city!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  rules!: string;

  @Field(() => Int, { description: 'In basis points of what the maker receives; on top of it, never out of it.' })
  feeBp!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham for each piece.' })
  feeItemMinor!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham for each kilogram, net.' })
  feeKgMinor!: number;

  @Field(() => MinorUnits, { description: 'Centimes of a dirham, once for each order.' })
  feeOrderMinor!: number;

  @Field(() => [ClusterFee], { description: 'What the fee is made of.' })
  fees!: ClusterFee[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when nobody speaks for it: it offers nothing, and answers nobody, until somebody does.' })
  restedAt!: Date | null;
}

@ObjectType()
export class ClusterPage {
  @Field(() => [ClusterType])
  nodes!: readonly ClusterType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class CreateClusterInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameAr?: string | null;

  @Field(() => LegalFormEnum)
  legalForm!: LegalForm;

  @Field(() => String, { nullable: true })
  ice?: string | null;

  @Field(() => String)
  address!: string;

  @Field(() => String)
  city!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  rules!: string;

  @Field(() => Int)
  feeBp!: number;
}
