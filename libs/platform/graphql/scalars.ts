import { Field, ObjectType } from '@nestjs/graphql';
import { GraphQLScalarType, Kind } from 'graphql';

function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('MinorUnits takes a whole number within ±2^53');
  return value;
}

/** A count of minor units (centimes, cents): a JSON whole number up to 2^53, wider than GraphQL's 32-bit Int. */
export const MinorUnits = new GraphQLScalarType<number, number>({
  name: 'MinorUnits',
  description: 'An amount in minor units of its currency (centimes, cents), a whole number.',
  serialize: whole,
  parseValue: whole,
  parseLiteral(node) {
    if (node.kind !== Kind.INT) throw new TypeError('MinorUnits takes a whole number');
    return whole(Number(node.value));
  },
});

@ObjectType('Money')
export class MoneyType {
  @Field(() => MinorUnits)
  amountMinor!: number;

  /** ISO 4217. */
  @Field(() => String)
  currency!: string;
}
