import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LOCALES, type Actor, type Locale } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { FindService, type Page } from './find.service.js';
import { Facet, ProductPage, ProductsArgs } from './find.types.js';

/** The language asked for, or the caller's. */
export function localeFor(asked: string | null | undefined, actor: Actor): Locale {
  return LOCALES.find((locale) => locale === asked) ?? actor.locale;
}

@Resolver(() => ProductPage)
export class FindResolver {
  constructor(private readonly find: FindService) {}

  @Query(() => ProductPage, { description: 'Pieces on sale, searched and narrowed. Total and facets are counted only when asked for.' })
  @Allow('anyone')
  products(@Caller() actor: Actor, @Args() args: ProductsArgs): Promise<Page> {
    return this.find.page(args, localeFor(args.locale, actor));
  }

  @ResolveField(() => Int)
  total(@Parent() page: Page): Promise<number> {
    return this.find.total(page.filter);
  }

  @ResolveField(() => [Facet])
  facets(@Parent() page: Page): Promise<Facet[]> {
    return this.find.facets(page.filter, page.locale);
  }
}
