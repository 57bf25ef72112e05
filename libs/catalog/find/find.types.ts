import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, MoneyType, PageArgs } from '#libs/platform';

export enum ProductSort {
  NEWEST = 'NEWEST',
  PRICE_UP = 'PRICE_UP',
  PRICE_DOWN = 'PRICE_DOWN',
}
registerEnumType(ProductSort, { name: 'ProductSort' });

@ObjectType()
export class ProductCard {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'The language the title is in, which stands in when the asked one was not written.' })
  titleLocale!: string;

  @Field(() => String)
  makerName!: string;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  branchName!: string;

  @Field(() => String, { description: 'ISO 3166-2, MA-03.' })
  regionCode!: string;

  @Field(() => String)
  regionName!: string;

  @Field(() => MoneyType, { description: 'Goods value of one unit in dirhams: the maker’s price and the fees, before shipping, duty and tax.' })
  price!: MoneyType;

  @Field(() => Boolean)
  certified!: boolean;

  @Field(() => Boolean, { description: 'The only one of its kind.' })
  unique!: boolean;

  @Field(() => Boolean, { description: 'False while every unit is promised to a buyer.' })
  available!: boolean;

  @Field(() => Int)
  leadTimeDays!: number;

  @Field(() => ID, { nullable: true, description: 'Its files are /files/photographs/<id>/<320|640|960>.<webp|avif>.' })
  photographId!: string | null;

  @Field(() => String, { nullable: true, description: 'Average colour, `#aabbcc`, to show while it loads.' })
  photographColour!: string | null;
}

@ObjectType()
export class FacetValue {
  @Field(() => String)
  value!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class Facet {
  @Field(() => String, { description: 'branch, region, material, price or certified.' })
  name!: string;

  @Field(() => [FacetValue])
  values!: FacetValue[];
}

@ObjectType()
export class ProductPage {
  @Field(() => [ProductCard])
  nodes!: ProductCard[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ArgsType()
export class ProductsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words in English, French or Arabic; small mistypings are mended.' })
  query?: string;

  @Field(() => [String], { nullable: true })
  branch?: string[];

  @Field(() => [String], { nullable: true, description: 'ISO 3166-2 codes, MA-03.' })
  region?: string[];

  @Field(() => [String], { nullable: true })
  material?: string[];

  @Field(() => MinorUnits, { nullable: true, description: 'Least goods value, in centimes of a dirham.' })
  priceMin?: number;

  @Field(() => MinorUnits, { nullable: true })
  priceMax?: number;

  @Field(() => Boolean, { nullable: true })
  certified?: boolean;

  @Field(() => ID, { nullable: true, description: 'One maker’s pieces.' })
  maker?: string;

  @Field(() => ProductSort, { nullable: true, description: 'NEWEST when left out.' })
  sort?: ProductSort;

  @Field(() => String, { nullable: true, description: 'en, fr or ar; the caller’s own when left out.' })
  locale?: string;
}
