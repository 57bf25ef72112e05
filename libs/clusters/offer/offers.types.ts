import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MinorUnits, MoneyType } from '#libs/platform';

@ObjectType({ description: 'The cluster’s own words for a piece.' })
export class ClusterOfferText {
  @Field(() => String, { nullable: true })
  en!: string | null;

  @Field(() => String, { nullable: true })
  fr!: string | null;

  @Field(() => String, { nullable: true })
  ar!: string | null;
}

@InputType()
export class ClusterOfferTextInput {
  @Field(() => String, { nullable: true })
  en?: string | null;

  @Field(() => String, { nullable: true })
  fr?: string | null;

  @Field(() => String, { nullable: true })
  ar?: string | null;
}

@ObjectType({ description: 'A member’s product under the cluster’s name.' })
export class ClusterOffer {
  @Field(() => ID)
  productId!: string;

  @Field(() => ID)
  clusterId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  title!: string;

  @Field(() => String)
  makerName!: string;

  @Field(() => String, { description: 'Of its page.' })
  slug!: string;

  @Field(() => Boolean)
  onSale!: boolean;

  @Field(() => MoneyType, { description: 'What the maker receives of one unit.' })
  maker!: MoneyType;

  @Field(() => MoneyType, { description: 'What the cluster receives of one unit.' })
  cluster!: MoneyType;

  @Field(() => Int)
  feeBp!: number;

  @Field(() => MinorUnits)
  feeItemMinor!: number;

  @Field(() => MinorUnits)
  feeKgMinor!: number;

  @Field(() => ClusterOfferText, { nullable: true })
  text!: ClusterOfferText | null;

  @Field(() => Int, { description: 'The fewest it sells at once.' })
  minimumQuantity!: number;

  @Field(() => Int, { description: 'Free units that stay with the maker.' })
  keptBack!: number;
}
