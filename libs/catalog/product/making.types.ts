import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';

@ObjectType({ description: 'An operation that makers choose from.' })
export class OperationWordType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'textile, leather, clay, metal, wood, other, or minimal: work that never makes a piece Moroccan by itself.' })
  group!: string;

  @Field(() => String)
  label!: string;
}

@ObjectType({ description: 'A material as its maker wrote it down.' })
export class MyProductMaterial {
  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => Int)
  percent!: number;

  @Field(() => String)
  originCountry!: string;

  @Field(() => String, { nullable: true })
  scientificName!: string | null;

  @Field(() => String, { nullable: true, description: 'HS heading or code of the material: four or six digits.' })
  hsCode!: string | null;

  @Field(() => MinorUnits, { nullable: true, description: 'What it costs in one piece, in centimes of a dirham.' })
  costMadMinor!: number | null;

  @Field(() => Boolean, { description: 'The supplier’s proof of its origin is held.' })
  originProof!: boolean;
}

@InputType()
export class ProductMaterialInput {
  @Field(() => String)
  code!: string;

  @Field(() => String, { nullable: true, description: 'The maker’s own words; needed when the code is `other`.' })
  name?: string | null;

  @Field(() => Int)
  percent!: number;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 code; Morocco when left out.' })
  originCountry?: string | null;

  @Field(() => String, { nullable: true })
  scientificName?: string | null;

  @Field(() => String, { nullable: true, description: 'HS heading or code of the material: four or six digits.' })
  hsCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Its cost in one piece, in dirhams as typed.' })
  cost?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'The supplier’s proof of its origin is held.' })
  originProof?: boolean | null;
}
