import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { CaseFileService } from './case-file.service.js';

@ObjectType({ description: 'One thing the house can show of an order when its payment is disputed.' })
export class CaseItem {
  @Field(() => String, { description: 'pro_forma, export_file, tracking, delivery, passports or complaints.' })
  kind!: string;

  @Field(() => Boolean)
  present!: boolean;

  @Field(() => String, { description: 'Numbers and days.' })
  note!: string;
}

@Resolver()
export class CaseFileResolver {
  constructor(private readonly cases: CaseFileService) {}

  @Query(() => [CaseItem], { description: 'What the house has of an order as evidence; all of it in one ZIP at /evidence/<order>.zip.' })
  @Allow('desk')
  orderEvidence(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string): Promise<CaseItem[]> {
    return this.cases.items(actor, orderId);
  }
}
