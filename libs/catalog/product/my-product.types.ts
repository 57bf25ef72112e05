import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, PageArgs } from '#libs/platform';
import { MyProductMaterial, ProductMaterialInput } from './making.types.js';
import { productLifecycle, type ProductState } from './product.js';
import { ProductFacts } from './product.types.js';

export const ProductStateEnum = Object.fromEntries(productLifecycle.states.map((state) => [state, state]));
registerEnumType(ProductStateEnum, { name: 'ProductState', description: '`suspended` is off sale by the house, `sold` has no unit left.' });

export enum MyProductSort {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(MyProductSort, { name: 'MyProductSort' });

@ArgsType()
export class MyProductsArgs extends PageArgs {
  @Field(() => ProductStateEnum, { nullable: true })
  state?: ProductState;

  @Field(() => String, { nullable: true, description: 'Some letters of its name, in any of its languages.' })
  query?: string;

  @Field(() => MyProductSort, { defaultValue: MyProductSort.NEWEST })
  sort!: MyProductSort;
}

export function piecesAsked({ sort, ...asked }: MyProductsArgs): Omit<MyProductsArgs, 'sort'> & { readonly oldest: boolean } {
  return { ...asked, oldest: sort === MyProductSort.OLDEST };
}

@ObjectType()
export class TranslatedText {
  @Field(() => String, { nullable: true })
  en!: string | null;

  @Field(() => String, { nullable: true })
  fr!: string | null;

  @Field(() => String, { nullable: true })
  ar!: string | null;
}

@ObjectType({ description: 'A piece as its maker edits it.' })
export class MyProduct extends ProductFacts {
  @Field(() => String, { nullable: true })
  slug!: string | null;

  @Field(() => String, { nullable: true, description: 'certificate or standing, while the house keeps the piece off sale.' })
  suspendedFor!: string | null;

  @Field(() => TranslatedText)
  title!: TranslatedText;

  @Field(() => TranslatedText)
  story!: TranslatedText;

  @Field(() => String, { nullable: true })
  branch!: string | null;

  @Field(() => [String])
  techniques!: string[];

  @Field(() => [MyProductMaterial])
  materials!: MyProductMaterial[];

  @Field(() => [String], { description: 'What is done to it in Morocco.' })
  operations!: string[];

  @Field(() => MinorUnits, { nullable: true, description: 'Direct cost of that work in one piece, in centimes of a dirham.' })
  workMinor!: number | null;

  @Field(() => String, { nullable: true })
  hsCode!: string | null;

  @Field(() => MinorUnits, { nullable: true, description: 'What the maker receives per unit, in centimes of a dirham.' })
  priceMinor!: number | null;

  @Field(() => Int, { nullable: true })
  netWeightGrams!: number | null;

  @Field(() => Int, { nullable: true })
  grossWeightGrams!: number | null;

  @Field(() => Int, { nullable: true })
  lengthMm!: number | null;

  @Field(() => Int, { nullable: true })
  widthMm!: number | null;

  @Field(() => Int, { nullable: true })
  heightMm!: number | null;

  @Field(() => Int, { description: 'Units not sold: free and promised ones.' })
  stock!: number;

  @Field(() => Int, { description: 'Of these, promised to buyers who are paying.' })
  held!: number;

  @Field(() => Int, { nullable: true, description: 'Of the unsold, those its certificate speaks for: only they are on offer. Null without a certificate, or under one that covers every unit.' })
  certifiedStock!: number | null;

  @Field(() => Int)
  sold!: number;

  @Field(() => [String], { description: 'Fields still needed before it can be listed.' })
  missing!: string[];
}

@InputType()
export class TranslatedTextInput {
  @Field(() => String, { nullable: true })
  en?: string | null;

  @Field(() => String, { nullable: true })
  fr?: string | null;

  @Field(() => String, { nullable: true })
  ar?: string | null;
}

@InputType({ description: 'Fields left out stay as they are; null takes a value back.' })
export class SaveProductInput {
  @Field(() => ID, { description: 'Made by the caller: the same id again is the same piece.' })
  id!: string;

  @Field(() => TranslatedTextInput, { nullable: true })
  title?: TranslatedTextInput | null;

  @Field(() => TranslatedTextInput, { nullable: true })
  story?: TranslatedTextInput | null;

  @Field(() => String, { nullable: true })
  branch?: string | null;

  @Field(() => [String], { nullable: true })
  techniques?: string[] | null;

  @Field(() => [ProductMaterialInput], { nullable: true })
  materials?: ProductMaterialInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Codes of `operations`: what is done to it in Morocco.' })
  operations?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Direct cost of that work in one piece, in dirhams as typed.' })
  workCost?: string | null;

  @Field(() => String, { nullable: true })
  hsCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Dirhams as typed: 600 or 600,50.' })
  price?: string | null;

  @Field(() => MinorUnits, { nullable: true })
  priceMinor?: number | null;

  @Field(() => Int, { nullable: true })
  netWeightGrams?: number | null;

  @Field(() => Int, { nullable: true })
  grossWeightGrams?: number | null;

  @Field(() => Int, { nullable: true })
  lengthMm?: number | null;

  @Field(() => Int, { nullable: true })
  widthMm?: number | null;

  @Field(() => Int, { nullable: true })
  heightMm?: number | null;

  @Field(() => Boolean, { nullable: true })
  unique?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Units for sale; a unique piece has one.' })
  stock?: number | null;

  @Field(() => Int, { nullable: true })
  leadTimeDays?: number | null;

  @Field(() => Boolean, { nullable: true })
  foodContact?: boolean | null;
}

@ObjectType()
export class MyProductPage {
  @Field(() => [MyProduct])
  nodes!: MyProduct[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
