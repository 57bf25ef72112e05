import { buildSchema, parse } from 'graphql';
import { inputDefaults } from './input-defaults.js';

const schema = buildSchema(`
  enum Kind { consumer business }
  input Line { quantity: Int! = 1 note: String }
  input Basket { kind: Kind! = consumer lines: [Line!]! days: [Int!]! = [1, 2] }
  input Plain { text: String! }
  type Query { price(input: Basket!, plain: Plain): Int }
`);
const fill = inputDefaults(schema, parse('query ($input: Basket!, $plain: Plain) { price(input: $input, plain: $plain) }'))!;

describe('the defaults of input fields', () => {
  it('stand in for what was left out, down through lists', () => {
    expect(fill({ input: { lines: [{}, { quantity: 3, note: 'red' }] } })).toEqual({ input: { kind: 'consumer', days: [1, 2], lines: [{ quantity: 1 }, { quantity: 3, note: 'red' }] } });
  });

  it('leave what was given, null and nonsense to the executor', () => {
    expect(fill({ input: { kind: null, days: [], lines: null }, plain: { text: 'x' } })).toEqual({ input: { kind: null, days: [], lines: null }, plain: { text: 'x' } });
    expect(fill({ input: 7, other: 'x' })).toEqual({ input: 7, other: 'x' });
  });

  it('cost nothing where there are none', () => {
    expect(inputDefaults(schema, parse('query ($plain: Plain) { price(input: { lines: [] }, plain: $plain) }'))).toBeNull();
  });
});
