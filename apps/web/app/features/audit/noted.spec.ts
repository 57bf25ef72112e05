import { readDetail } from './noted.js';

describe('what a line of the trail notes', () => {
  it('is said as amounts, days, parts and things, and not as the house writes it down', () => {
    const id = '01a20e4c-84c6-722d-b0ef-a5dba579f91b';
    expect(readDetail(JSON.stringify({ artisanId: id, amountMinor: 1500, currency: 'EUR', day: '2026-11-24', usableFrom: '2026-11-24T16:03:47.307Z', outcome: null, passed: false, role: 'artisan', reason: 'no wool' }))).toEqual([
      { key: 'artisanId', noted: { kind: 'id', text: id } },
      { key: 'amountMinor', noted: { kind: 'money', amountMinor: 1500, currency: 'EUR' } },
      { key: 'day', noted: { kind: 'day', text: '2026-11-24' } },
      { key: 'usableFrom', noted: { kind: 'instant', text: '2026-11-24T16:03:47.307Z' } },
      { key: 'passed', noted: { kind: 'answer', yes: false } },
      { key: 'role', noted: { kind: 'code', code: 'artisan' } },
      { key: 'reason', noted: { kind: 'text', text: 'no wool' } },
    ]);
  });

  it('goes into lists and into parts of parts', () =>
    expect(readDetail('{"fees":[{"bp":250,"kgMinor":500}],"acts":["listing.save"],"currency":"MAD"}')).toEqual([
      { key: 'fees', noted: { kind: 'several', items: [{ kind: 'parts', entries: [{ key: 'bp', noted: { kind: 'percent', value: 2.5 } }, { key: 'kgMinor', noted: { kind: 'money', amountMinor: 500, currency: 'MAD' } }] }] } },
      { key: 'acts', noted: { kind: 'several', items: [{ kind: 'code', code: 'listing.save' }] } },
      { key: 'currency', noted: { kind: 'text', text: 'MAD' } },
    ]));

  it.each(['broken {', '7', 'null'])('shows %j as it stands', (json) => expect(readDetail(json)).toEqual([{ key: 'detail', noted: { kind: 'text', text: json } }]));
  it('says nothing of nothing', () => expect(readDetail('{}')).toEqual([]));
});
