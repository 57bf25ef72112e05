import { Field, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'In the language asked for, or the nearest the maker wrote.' })
export class MakerStory {
  @Field(() => String)
  text!: string;

  @Field(() => String)
  locale!: string;
}

@ObjectType({ description: 'The maker’s words as she wrote them.' })
export class MyStory {
  @Field(() => String, { nullable: true })
  en!: string | null;

  @Field(() => String, { nullable: true })
  fr!: string | null;

  @Field(() => String, { nullable: true })
  ar!: string | null;
}

@InputType()
export class StoryInputType {
  @Field(() => String, { nullable: true })
  en?: string | null;

  @Field(() => String, { nullable: true })
  fr?: string | null;

  @Field(() => String, { nullable: true })
  ar?: string | null;
}
