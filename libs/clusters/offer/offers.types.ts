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

  @Field(() => MoneyType, { description: 'What the cluster receives once for each order.' })
  clusterPerOrder!: MoneyType;

  @Field(() => Boolean, { description: 'Its fee is above a third of what the maker now asks: until it is not, the piece is hers alone.' })
  paused!: boolean;

  @Field(() => Boolean, { description: 'Nobody speaks for the cluster: until somebody does, the piece is hers alone.' })
  resting!: boolean;

  @Field(() => Int)
  feeBp!: number;

  @Field(() => MinorUnits)
  feeItemMinor!: number;

  @Field(() => MinorUnits)
  feeKgMinor!: number;

  @Field(() => MinorUnits, { description: 'Once for each order.' })
  feeOrderMinor!: number;

  @Field(() => ClusterOfferText, { nullable: true })
  text!: ClusterOfferText | null;

  @Field(() => Int, { description: 'The fewest it sells at once.' })
  minimumQuantity!: number;

  @Field(() => Int, { nullable: true, description: 'Free units that stay with the maker; null for whom it does not concern.' })
  keptBack!: number | null;

  @Field(() => Int, { nullable: true, description: 'The cluster’s own part of the price, where the maker lets it set one; null: as she accepted, or for whom it does not concern.' })
  ownFeeBp!: number | null;

  @Field(() => MinorUnits, { nullable: true, description: 'The cluster’s own amount for each piece, likewise.' })
  ownFeeItemMinor!: number | null;
}

@ObjectType()
export class ClusterOfferPage {
  @Field(() => [ClusterOffer])
  nodes!: readonly ClusterOffer[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType({ description: 'A member’s piece that the cluster may offer and nobody offers yet.' })
export class OfferablePiece {
  @Field(() => ID)
  productId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  title!: string;

  @Field(() => String)
  makerName!: string;

  @Field(() => String, { description: 'Of its page.' })
  slug!: string;

  @Field(() => Boolean)
  unique!: boolean;

  @Field(() => MoneyType, { description: 'What the maker receives of one unit.' })
  maker!: MoneyType;

  @Field(() => ID, { nullable: true })
  photographId!: string | null;
}

@ObjectType()
export class OfferablePage {
  @Field(() => [OfferablePiece])
  nodes!: readonly OfferablePiece[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
