import { dueIn } from './due.js';
import type { Dated } from './row.js';

const row = (key: string, more: Partial<Dated> = {}): Dated & { key: string } => ({ key, validFrom: '2026-01-01', validUntil: null, source: 'x', checkedOn: '2026-11-24', confidence: 'verified', ...more });
const due = (...rows: (Dated & { key: string })[]) => dueIn('fx_rate', rows, (one) => (one as Dated & { key: string }).key, '2026-11-24').map(({ name, why, day }) => `${name} ${why} ${day}`);

describe('rows that need a person', () => {
  it('has ended, ends soon, has no source, was not looked at for a year', () => {
    expect(due(row('A', { validUntil: '2026-11-23' }))).toEqual(['fx_rate A ended 2026-11-23']);
    expect(due(row('A', { validUntil: '2026-12-24' }))).toEqual(['fx_rate A ends soon 2026-12-24']);
    expect(due(row('A', { source: '' }))).toEqual(['fx_rate A no source 2026-11-24']);
    expect(due(row('A', { checkedOn: '2025-11-23' }))).toEqual(['fx_rate A not checked for a year 2025-11-23']);
  });

  it('nothing to do: open, far off, or followed by another, or over for good', () => {
    expect(dueIn('surcharge', [row('A', { validUntil: '2026-07-23' })], () => 'A', '2026-11-24')).toEqual([]);
    expect(due(row('A'), row('B', { validUntil: '2026-12-25' }), row('C', { checkedOn: '2025-11-24' }))).toEqual([]);
    expect(due(row('A', { validUntil: '2026-10-31' }), row('A', { validFrom: '2026-11-01' }))).toEqual([]);
    expect(due(row('A', { validUntil: '2026-11-30' }), row('A', { validFrom: '2026-12-01' }))).toEqual([]);
  });
});
