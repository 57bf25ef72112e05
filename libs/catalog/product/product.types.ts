import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType } from '#libs/platform';

@ObjectType({ description: 'Its files are /files/photographs/<id>/<320|640|960>.<webp|avif>.' })
export class ProductPhotograph {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Of the original, for its proportions.' })
  width!: number;

  @Field(() => Int)
  height!: number;

  @Field(() => String, { nullable: true, description: 'Average colour, `#aabbcc`, to show while it loads.' })
  colour!: string | null;

  @Field(() => Boolean, { description: 'False until its sizes are made; then they never change.' })
  ready!: boolean;
}

@ObjectType({ description: 'A line of the Harmonized System, as the handicraft table words it.' })
export class HsCode {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String, { description: 'How sure the table is of this line.' })
  confidence!: string;
}

@ObjectType()
export class ProductMaterial {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'The maker’s words, or the word of the code in the reader’s language.' })
  name!: string;

  @Field(() => Int)
  percent!: number;

  @Field(() => String, { description: 'ISO 3166-1 country the material comes from.' })
  originCountry!: string;

  @Field(() => String, { nullable: true, description: 'Genus and species, for wood.' })
  scientificName!: string | null;
}

@ObjectType({ description: 'Who receives what of the goods value of one unit.' })
export class ProductPriceShares {
  @Field(() => MoneyType)
  maker!: MoneyType;

  @Field(() => MoneyType)
  cluster!: MoneyType;

  @Field(() => MoneyType)
  centre!: MoneyType;

  @Field(() => MoneyType)
  platform!: MoneyType;
}

@ObjectType({ isAbstract: true })
export abstract class ProductFacts {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'draft, listed, suspended, withdrawn or sold.' })
  state!: string;

  @Field(() => Boolean)
  unique!: boolean;

  @Field(() => Int)
  leadTimeDays!: number;

  @Field(() => Boolean)
  foodContact!: boolean;

  @Field(() => [ProductPhotograph])
  photographs!: ProductPhotograph[];

  @Field(() => String, { nullable: true, description: 'Of a certificate that holds today.' })
  certificateNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Its last day, YYYY-MM-DD.' })
  certificateUntil!: string | null;

  @Field(() => String, { nullable: true })
  certificateScheme!: string | null;
}

@ObjectType({ description: 'A piece as its page shows it.' })
export class Product extends ProductFacts {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  titleLocale!: string;

  @Field(() => String, { nullable: true })
  story!: string | null;

  @Field(() => String, { nullable: true })
  storyLocale!: string | null;

  @Field(() => ID)
  makerId!: string;

  @Field(() => String)
  makerName!: string;

  @Field(() => String)
  exporterName!: string;

  @Field(() => String, { nullable: true, description: 'The exporting cluster’s own words.' })
  exporterText!: string | null;

  @Field(() => String, { nullable: true })
  exporterTextLocale!: string | null;

  @Field(() => Int, { description: 'The fewest that are sold at once.' })
  minimumQuantity!: number;

  @Field(() => String)
  branch!: string;

  @Field(() => String)
  branchName!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  regionName!: string;

  @Field(() => [String], { description: 'In the reader’s language.' })
  techniques!: string[];

  @Field(() => [ProductMaterial])
  materials!: ProductMaterial[];

  @Field(() => String, { description: 'Six digits of the Harmonized System.' })
  hsCode!: string;

  @Field(() => String)
  hsDescription!: string;

  @Field(() => MoneyType, { description: 'Goods value of one unit in dirhams, before shipping, duty and tax.' })
  price!: MoneyType;

  @Field(() => ProductPriceShares)
  priceShares!: ProductPriceShares;

  @Field(() => Int)
  netWeightGrams!: number;

  @Field(() => Int)
  grossWeightGrams!: number;

  @Field(() => Int)
  lengthMm!: number;

  @Field(() => Int)
  widthMm!: number;

  @Field(() => Int)
  heightMm!: number;

  @Field(() => Boolean)
  certified!: boolean;

  @Field(() => Int, { description: 'Units free to buy at this moment.' })
  available!: number;

  @Field(() => ID, { nullable: true, description: 'The first photograph.' })
  photographId!: string | null;

  @Field(() => GraphQLISODateTime)
  listedAt!: Date;
}
