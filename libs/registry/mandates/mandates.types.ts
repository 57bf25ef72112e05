import { ArgsType, Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import { ListSortEnum, Maker, type ListSort } from '../registry.types.js';
import type { MandateAct, MandateState } from './mandate.js';

export const MandateStateEnum = { PROPOSED: 'proposed', LIVE: 'live', DECLINED: 'declined', REVOKED: 'revoked', EXPIRED: 'expired' } as const;
registerEnumType(MandateStateEnum, { name: 'MandateState', description: 'Revoked by either side; expired when its days are over or nobody answered.' });
export const MandateActEnum = { INSPECTION_REQUEST: 'inspection.request', INSPECTION_FOLLOW: 'inspection.follow', LISTING_SAVE: 'listing.save', LISTING_LIST: 'listing.list', LISTING_WITHDRAW: 'listing.withdraw', PRICE: 'price', PAYOUT: 'payout', BANK: 'bank' } as const;
registerEnumType(MandateActEnum, { name: 'MandateAct', description: 'What can be done in an artisan’s name. Prices, payouts and bank details are only proposed: each waits for her own yes.' });
export const AgentKindEnum = { CHAMBER: 'chamber', CLUSTER: 'cluster' } as const;
registerEnumType(AgentKindEnum, { name: 'AgentKind' });

@ObjectType('Mandate')
export class MandateType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => AgentKindEnum)
  agentKind!: 'chamber' | 'cluster';

  @Field(() => ID)
  agentId!: string;

  @Field(() => [MandateActEnum])
  acts!: readonly MandateAct[];

  @Field(() => String)
  validFrom!: string;

  @Field(() => String)
  validUntil!: string;

  @Field(() => MandateStateEnum)
  state!: MandateState;

  @Field(() => String, { description: 'The person who asked.' })
  proposedBy!: string;

  @Field(() => GraphQLISODateTime)
  proposedAt!: Date;

  @Field(() => Maker, { description: 'For whom.' })
  artisan!: Maker;
}

@ObjectType()
export class MandatePageType {
  @Field(() => [MandateType])
  nodes!: MandateType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ArgsType()
export class MyMandatesArgs extends PageArgs {
  @Field(() => MandateStateEnum, { nullable: true })
  state?: MandateState | null;

  @Field(() => ListSortEnum, { defaultValue: 'newest' })
  sort!: ListSort;
}

@ArgsType()
export class MandatesArgs extends MyMandatesArgs {
  @Field(() => AgentKindEnum)
  agentKind!: 'chamber' | 'cluster';

  @Field(() => ID)
  agentId!: string;

  @Field(() => ID, { nullable: true, description: 'Those about one artisan.' })
  artisanId?: string | null;
}

@InputType()
export class ProposeMandateInput {
  @Field(() => ID, { description: 'Your own id of the mandate.' })
  id!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => AgentKindEnum)
  agentKind!: 'chamber' | 'cluster';

  @Field(() => ID)
  agentId!: string;

  @Field(() => [MandateActEnum])
  acts!: MandateAct[];

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, today when left out.' })
  validFrom?: string | null;

  @Field(() => String, { description: 'YYYY-MM-DD, a year ahead at most.' })
  validUntil!: string;
}

@InputType()
export class ConfirmMandateInput {
  @Field(() => ID)
  mandateId!: string;

  @Field(() => String, { description: 'The six digits of the text or letter.' })
  code!: string;
}
