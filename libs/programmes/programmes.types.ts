import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';
import { DIMENSIONS, EVENTS, type Dimension, type EventKind } from './programmes.service.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const EventKindEnum: Record<EventKind, EventKind> = enumOf(EVENTS);
registerEnumType(EventKindEnum, { name: 'CountedEvent', description: 'Pieces listed, orders placed, orders delivered abroad, payouts that reached a bank account, certificates issued, trainings attended, trainings completed.' });
export const DimensionEnum: Record<Dimension, Dimension> = enumOf(DIMENSIONS);
registerEnumType(DimensionEnum, { name: 'CountedBy' });

@ObjectType()
export class StatisticsCounts {
  @Field(() => Int)
  artisans!: number;

  @Field(() => Int)
  events!: number;

  @Field(() => Int)
  pieces!: number;

  @Field(() => MinorUnits, { description: 'What the makers receive, in centimes of dirham.' })
  makerMadMinor!: number;
}

@ObjectType()
export class StatisticsCell {
  @Field(() => String, { description: 'F or M; an age band; a region; a branch; a country. `none` where the register has no answer.' })
  key!: string;

  @Field(() => StatisticsCounts, { nullable: true, description: 'Null where the cell is hidden: too few people, or a neighbour that would give them away.' })
  counts!: StatisticsCounts | null;
}

@ObjectType({ description: 'Counts about people. No cell is about fewer than five.' })
export class Statistics {
  @Field(() => [StatisticsCell])
  cells!: StatisticsCell[];

  @Field(() => StatisticsCounts, { nullable: true })
  total!: StatisticsCounts | null;
}
