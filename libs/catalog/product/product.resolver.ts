import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId, type Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { localeFor } from '../find/find.resolver.js';
import { PhotographService } from '../photograph/photograph.service.js';
import { HandicraftCodesService } from '../trade-words/handicraft-codes.service.js';
import { operations } from '../trade-words/operations.js';
import { ListingService } from './listing.service.js';
import { MyProductsService } from './my-products.service.js';
import { ProductPageService } from './product-page.service.js';
import { ProductService } from './product.service.js';
import { OperationWordType } from './making.types.js';
import { MyProduct, MyProductPage, MyProductsArgs, piecesAsked, SaveProductInput } from './my-product.types.js';
import { HsCode, Product } from './product.types.js';

@Resolver()
export class ProductResolver {
  constructor(
    private readonly pages: ProductPageService,
    private readonly mine: MyProductsService,
    private readonly products: ProductService,
    private readonly listings: ListingService,
    private readonly photographs: PhotographService,
    private readonly codes: HandicraftCodesService,
  ) {}

  @Query(() => Product, { description: 'One piece by its address. Sold pieces keep theirs.' })
  @Allow('anyone')
  product(@Caller() actor: Actor, @Args('slug') slug: string, @Args('locale', { type: () => String, nullable: true }) locale?: string): Promise<Product> {
    return this.pages.show(slug, localeFor(locale, actor));
  }

  @Query(() => [HsCode], { description: 'Lines of the handicraft table whose code or words begin as typed, in any of the three languages.' })
  @Allow('anyone')
  async handicraftCodes(@Caller() actor: Actor, @Args('query', { defaultValue: '' }) query: string, @Args('locale', { type: () => String, nullable: true }) locale?: string): Promise<HsCode[]> {
    const language = localeFor(locale, actor);
    return (await this.codes.search(query)).map((line) => ({ code: line.code, description: line[language], confidence: line.confidence }));
  }

  @Query(() => [OperationWordType], { description: 'What may be done to a piece, for the rules of origin.' })
  @Allow('artisan', 'cluster')
  makingOperations(@Caller() actor: Actor, @Args('locale', { type: () => String, nullable: true }) locale?: string): OperationWordType[] {
    const language = localeFor(locale, actor);
    return [...operations.values()].map((word) => ({ code: word.code, group: word.group, label: word[language] }));
  }

  @Query(() => MyProductPage, { description: 'The caller’s own pieces.' })
  @Allow('artisan', 'cluster')
  myProducts(@Caller() actor: Actor, @Args() asked: MyProductsArgs): Promise<MyProductPage> {
    return this.mine.page(actor, piecesAsked(asked));
  }

  @Query(() => MyProduct, { description: 'One of the caller’s own pieces.' })
  @Allow('artisan', 'cluster')
  myProduct(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyProduct> {
    return this.mine.one(actor, known(id));
  }

  @Mutation(() => MyProduct, { description: 'Makes or changes a piece. Fields left out stay; forms may save themselves as often as they like.' })
  @Allow('artisan', 'cluster')
  async saveProduct(@Caller() actor: Actor, @Args('input') input: SaveProductInput): Promise<MyProduct> {
    return this.mine.one(actor, await this.products.save(actor, input));
  }

  @Mutation(() => MyProduct, { description: 'Puts a complete piece on sale.' })
  @Allow('artisan', 'cluster')
  async listProduct(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyProduct> {
    return this.mine.one(actor, await this.listings.list(actor, known(id)));
  }

  @Mutation(() => MyProduct, { description: 'Takes a piece off sale. Orders already placed go on.' })
  @Allow('artisan', 'cluster')
  async withdrawProduct(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyProduct> {
    return this.mine.one(actor, await this.listings.withdraw(actor, known(id)));
  }

  @Mutation(() => ID, { description: 'Answers the id of the photograph removed.' })
  @Allow('artisan', 'cluster')
  removePhotograph(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<string> {
    return this.photographs.remove(actor, known(id));
  }
}

function known(id: string): string {
  if (!isId(id)) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'id');
  return id;
}
