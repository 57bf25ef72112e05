import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { BRANCHES } from './activities.js';
import { CATEGORIES, CATEGORY_CONDITIONS, standingsFrom, type Standing } from './artisan.js';
import { REGIONS } from './places.js';
import { RegistryService } from './registry.service.js';
import { ArtisanEntry, ArtisanPageType, ArtisansArgs, BranchType, CategoryType, Maker, RegionType, SocialStandingType, StandingChangeType, StandingEnum, StandingInput } from './registry.types.js';

@Resolver(() => ArtisanEntry)
export class RegistryResolver {
  constructor(private readonly registry: RegistryService) {}

  @Query(() => ArtisanPageType, { description: 'The register of your own region.' })
  @Allow('officer')
  artisans(@Caller() actor: Actor, @Args() { filter, first, after, sort }: ArtisansArgs): Promise<object> {
    return this.registry.list(actor, filter ?? {}, first, after ?? null, sort);
  }

  @Query(() => ArtisanEntry, { description: 'One entry, your own or one of your region.' })
  @Allow('officer', 'artisan')
  artisan(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.registry.entry(actor, id);
  }

  @Query(() => Maker, { description: 'A maker who may sell, as anybody may know her.' })
  @Allow('anyone')
  maker(@Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.registry.maker(id);
  }

  @Query(() => [RegionType])
  @Allow('anyone')
  regions(): RegionType[] {
    return REGION_TYPES;
  }

  @Query(() => [BranchType])
  @Allow('anyone')
  branches(): BranchType[] {
    return BRANCH_TYPES;
  }

  @Query(() => [CategoryType], { description: 'The categories of the register and their conditions.' })
  @Allow('anyone')
  artisanCategories(): CategoryType[] {
    return CATEGORIES.map((category) => ({ category, ...CATEGORY_CONDITIONS[category] }));
  }

  @Mutation(() => ArtisanEntry, { description: 'Change where an artisan of your region stands, with the reason.' })
  @Allow('officer')
  setStanding(@Caller() actor: Actor, @Args('input') input: StandingInput): Promise<object> {
    return this.registry.setStanding(actor, input);
  }

  @ResolveField(() => [StandingChangeType], { description: 'Every change of standing, oldest first.' })
  history(@Parent() entry: ArtisanEntry): Promise<StandingChangeType[]> {
    return this.registry.history(entry.id);
  }

  @ResolveField(() => [StandingEnum], { description: 'Where an act of its chamber could lead it from here.' })
  mayBecome(@Parent() entry: ArtisanEntry): Standing[] {
    return standingsFrom(entry.standing);
  }

  @ResolveField(() => SocialStandingType)
  socialStanding(@Caller() actor: Actor, @Parent() entry: ArtisanEntry): Promise<SocialStandingType> {
    return this.registry.socialStanding(actor, entry);
  }
}

const REGION_TYPES: RegionType[] = REGIONS.map(({ provinces, ...names }) => ({ ...names, provinces: provinces.map(([code, fr, ar]) => ({ code: `MA-${code}`, en: fr, fr, ar })) }));
const BRANCH_TYPES: BranchType[] = BRANCHES.map(({ activities, ...names }) => ({ ...names, activities: activities.map(([code, en, fr, ar]) => ({ code, en, fr, ar })) }));
