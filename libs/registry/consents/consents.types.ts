import { ArgsType, Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { ConsentAct } from '../mandates/mandate.js';
import { AgentKindEnum } from '../mandates/mandates.types.js';
import { ListSortEnum, Maker, type ListSort } from '../registry.types.js';
import type { ConsentState } from './consent.js';

export const ConsentActEnum = { PRICE: 'price', PAYOUT: 'payout', BANK: 'bank' } as const;
registerEnumType(ConsentActEnum, { name: 'ConsentAct', description: 'What waits for the artisan’s own yes.' });
export const ConsentStateEnum = { WAITING: 'waiting', GIVEN: 'given', FAILED: 'failed', REFUSED: 'refused', EXPIRED: 'expired', DROPPED: 'dropped', WITHDRAWN: 'withdrawn' } as const;
registerEnumType(ConsentStateEnum, { name: 'ConsentState', description: 'Given means carried out; failed, that it could no longer be done; dropped, that the mandate ended first.' });

@ObjectType({ description: 'What she says yes to.' })
export class ConsentWordsType {
  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;
}

@ObjectType('Consent', { description: 'A proposal of an agent that touches an artisan’s money.' })
export class ConsentType {
  @Field(() => ID)
  id!: string;

  @Field(() => ConsentActEnum)
  act!: ConsentAct;

  @Field(() => ID, { description: 'The piece, or the artisan for bank details and payouts.' })
  subjectId!: string;

  @Field(() => ConsentWordsType)
  words!: ConsentWordsType;

  @Field(() => ConsentStateEnum)
  state!: ConsentState;

  @Field(() => String, { nullable: true, description: 'The code of the refusal, when carrying it out failed.' })
  failure!: string | null;

  @Field(() => ConsentWordsType, { nullable: true, description: 'The same in words: why it could no longer be done.' })
  failureWords!: ConsentWordsType | null;

  @Field(() => String, { description: 'The person who proposed it.' })
  agentName!: string;

  @Field(() => GraphQLISODateTime)
  askedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Unanswered by then, it is gone.' })
  until!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Maker)
  artisan!: Maker;
}

@ObjectType()
export class ConsentPageType {
  @Field(() => [ConsentType])
  nodes!: ConsentType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ArgsType()
export class MyConsentsArgs extends PageArgs {
  @Field(() => ConsentStateEnum, { nullable: true })
  state?: ConsentState | null;

  @Field(() => ListSortEnum, { defaultValue: 'newest' })
  sort!: ListSort;
}

@ArgsType()
export class ConsentsArgs extends MyConsentsArgs {
  @Field(() => AgentKindEnum)
  agentKind!: 'chamber' | 'cluster';

  @Field(() => ID)
  agentId!: string;

  @Field(() => ID, { nullable: true, description: 'Those about one artisan.' })
  artisanId?: string | null;
}

@InputType()
export class AnswerConsentInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean)
  yes!: boolean;

  @Field(() => String, { nullable: true, description: 'The six digits that were sent to you. A no needs none.' })
  code?: string | null;
}
