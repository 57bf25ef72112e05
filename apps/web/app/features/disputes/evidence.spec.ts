import { isKnownStatus, readNote } from './evidence.js';

describe('the evidence of an order', () => {
  it.each([
    ['delivery', '2026-11-24', { kind: 'day', day: '2026-11-24' }],
    ['tracking', 'barid RB150076044XX', { kind: 'tracking', carrier: 'barid', number: 'RB150076044XX' }],
    ['complaints', '1: open, 2: refunded (NC-2026-000001)', { kind: 'complaints', complaints: [{ line: 1, state: 'open', creditNote: null }, { line: 2, state: 'refunded', creditNote: 'NC-2026-000001' }] }],
    ['export_file', 'CI-2026-000004, PL-2026-000004', { kind: 'text', text: 'CI-2026-000004, PL-2026-000004' }],
  ])('%s %s', (kind, note, read) => expect(readNote({ kind, note })).toEqual(read));

  it('is shown as it is where it reads otherwise', () => {
    for (const [kind, note] of [['delivery', 'yesterday'], ['tracking', 'mule 7'], ['complaints', 'many']] as const) expect(readNote({ kind, note })).toEqual({ kind: 'text', text: note });
  });
});

it('a status of the provider that we have no word for is known to be unknown', () => expect([isKnownStatus('needs_response'), isKnownStatus('appealed')]).toEqual([true, false]));
