import { readReferenceText } from '../reference/reference.files.js';
import { TABLES } from '../reference/reference.tables.js';
import { faultIn } from './row-faults.js';

/** A row of each table with every cell wrong. */
const wrong = TABLES.flatMap((table) =>
  ['?', '', '9'.repeat(20), '2026-13-40'].flatMap((cell) => readReferenceText(`${table.name}.json`, JSON.stringify({ table: table.name, rows: [{ ...Object.fromEntries(table.fields.map((field) => [field, cell])), colour: 'red' }] })).refused.map(({ reason }) => reason)),
);

describe('what is wrong with a row', () => {
  it('is said in French and Arabic, whatever it is', () => {
    const reasons = [...new Set([...wrong, 'ends before it begins', 'the same row stands on line 3', 'overlaps the row from 2014-01-01; end that one first', 'there is no such file', '"x" is not a table of reference data'])];
    expect(reasons.length).toBeGreaterThan(10);
    for (const reason of reasons) {
      expect(faultIn(reason, 'en')).toBe(reason);
      expect([reason, faultIn(reason, 'fr')]).not.toEqual([reason, reason]);
      expect([reason, faultIn(reason, 'ar')]).toEqual([reason, expect.stringMatching(/\p{Script=Arabic}/u)]);
    }
  });
});
