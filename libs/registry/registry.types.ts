import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { Category, Standing } from './artisan.js';
import type { StandingCause } from './registry.service.js';
import type { ArtisanSort } from './registry.queries.js';

export const CategoryEnum = { ARTISAN: 'artisan', MAALEM: 'maalem', COOPERATIVE: 'cooperative', ENTERPRISE: 'enterprise' } as const;
registerEnumType(CategoryEnum, { name: 'ArtisanCategory', description: 'The categories of law 50-17.' });

export const StandingEnum = { PRE_REGISTERED: 'pre_registered', REGISTERED: 'registered', SUSPENDED: 'suspended', LAPSED: 'lapsed', STRUCK_OFF: 'struck_off' } as const;
registerEnumType(StandingEnum, { name: 'Standing', description: 'Where an artisan stands in the National Register. Only the registered sell.' });

export const ArtisanSortEnum = { NAME: 'name', NEWEST: 'newest' } as const;
registerEnumType(ArtisanSortEnum, { name: 'ArtisanSort', description: 'In name order, or the latest registrations first.' });

export const ListSortEnum = { NEWEST: 'newest', OLDEST: 'oldest' } as const;
export type ListSort = (typeof ListSortEnum)[keyof typeof ListSortEnum];
registerEnumType(ListSortEnum, { name: 'RegisterListSort', description: 'By when it was asked for.' });

@ObjectType({ description: 'A name in the three languages.' })
export class NamedPlace {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;
}

@ObjectType({ description: 'A category of law 50-17 and what it asks for.' })
export class CategoryType {
  @Field(() => CategoryEnum)
  category!: Category;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;
}

@ObjectType({ description: 'One of the twelve regions; its chamber of handicrafts has the same code.' })
export class RegionType extends NamedPlace {
  @Field(() => [NamedPlace])
  provinces!: NamedPlace[];
}

@ObjectType()
export class BranchType extends NamedPlace {
  @Field(() => [NamedPlace])
  activities!: NamedPlace[];
}

@ObjectType({ description: 'What the public may know of a maker.' })
export class Maker {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  nameLatin!: string | null;

  @Field(() => String, { nullable: true })
  nameArabic!: string | null;

  @Field(() => CategoryEnum)
  category!: Category;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  provinceCode!: string;

  @Field(() => String, { description: 'Day of the registration.' })
  registeredOn!: string;
}

@ObjectType({ description: 'An entry of the National Register, for its holder and the officers of its chamber.' })
export class ArtisanEntry extends Maker {
  @Field(() => String)
  identifier!: string;

  @Field(() => String, { nullable: true })
  sex!: 'F' | 'M' | null;

  @Field(() => Int, { nullable: true })
  birthYear!: number | null;

  @Field(() => StandingEnum)
  standing!: Standing;

  @Field(() => String, { nullable: true })
  validUntil!: string | null;
}

export const StandingCauseEnum = { OFFICER: 'officer', EXTRACT: 'extract', END: 'end' } as const;
registerEnumType(StandingCauseEnum, { name: 'StandingCause', description: 'Whether a person decided, an extract of the register said so, or its validity ended.' });

@ObjectType()
export class StandingChangeType {
  @Field(() => StandingEnum, { nullable: true, description: 'Null when the entry was made.' })
  from!: Standing | null;

  @Field(() => StandingEnum)
  to!: Standing;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  actorName!: string;

  @Field(() => String)
  why!: string;

  @Field(() => String, { nullable: true })
  evidence!: string | null;

  @Field(() => StandingCauseEnum)
  cause!: StandingCause;
}

@ObjectType({ description: 'Social cover, for the artisan and the chamber alone. Null where nobody said.' })
export class SocialStandingType {
  @Field(() => Boolean, { nullable: true })
  cnss!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  amo!: boolean | null;
}

@ObjectType()
export class ArtisanPageType {
  @Field(() => Boolean, { description: 'True when nobody is written like the words asked for, and these sound like them.' })
  bySound!: boolean;

  @Field(() => [ArtisanEntry])
  nodes!: ArtisanEntry[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class ArtisanFilterInput {
  @Field(() => String, { nullable: true, description: 'Identifier or words of a name, in either script.' })
  query?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-2 code, like MA-03.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a province, like MA-FES.' })
  province?: string | null;

  @Field(() => String, { nullable: true })
  branch?: string | null;

  @Field(() => String, { nullable: true })
  activity?: string | null;

  @Field(() => CategoryEnum, { nullable: true })
  category?: Category | null;

  @Field(() => StandingEnum, { nullable: true })
  standing?: Standing | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: whoever is registered today, and no longer after that day.' })
  endingBy?: string | null;
}

@ArgsType()
export class ArtisansArgs extends PageArgs {
  @Field(() => ArtisanFilterInput, { nullable: true })
  filter?: ArtisanFilterInput | null;

  @Field(() => ArtisanSortEnum, { defaultValue: 'name' })
  sort!: ArtisanSort;
}

@InputType()
export class StandingInput {
  @Field(() => ID, { description: 'Your own id of this decision: sent twice, it is decided once.' })
  id!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => StandingEnum, { description: 'The standing you saw. If it has changed since, the decision is refused.' })
  from!: Standing;

  @Field(() => StandingEnum)
  to!: Standing;

  @Field(() => String)
  why!: string;

  @Field(() => String, { nullable: true, description: 'What proves it: the number of a decision, a letter.' })
  evidence?: string | null;

  @Field(() => String, { nullable: true, description: 'The new last day, YYYY-MM-DD: needed to register somebody again whose registration has ended.' })
  validUntil?: string | null;
}
