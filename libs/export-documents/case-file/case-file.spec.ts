import { caseIndex, caseItems, caseRoad, complaintText, type CaseFacts } from './case-file.js';

const at = new Date('2026-11-24T12:00:00Z');
const bare: CaseFacts = { number: 'PF-2026-000001', exporter: 'Zahra Oubella', timeline: [{ verb: 'place', state: 'placed', at, by: 'Grace', detail: {} }], papers: [], passports: [], complaints: [] };
const whole: CaseFacts = {
  ...bare,
  timeline: [...bare.timeline, { verb: 'dispatch', state: 'dispatched', at, by: 'Dar Sanaa', detail: { carrier: 'barid', trackingNumber: 'EE123456785MA' } }, { verb: 'deliver', state: 'delivered', at, by: 'Dar Sanaa', detail: { deliveredOn: '2026-11-30' } }],
  papers: [{ kind: 'pro_forma', number: 'PF-2026-000001' }, { kind: 'commercial_invoice', number: 'CI-2026-000001' }],
  passports: ['CM-1'],
  complaints: [{ line: 1, title: 'Rug', quantity: 1, kind: 'damaged', state: 'refunded', creditNote: 'CN-2026-000001', photographs: 2, steps: [{ verb: 'open', side: 'buyer', at: '2026-12-01T10:00:00Z', words: 'Torn.\nHere.' }] }],
};

describe('the evidence of an order', () => {
  it('says what there is and what there is not', () => {
    expect(caseItems(bare).map(({ kind, present }) => [kind, present])).toEqual([['pro_forma', true], ['export_file', false], ['tracking', false], ['delivery', false], ['passports', false], ['complaints', false]]);
    expect(caseItems(whole).map(({ note }) => note)).toEqual(['PF-2026-000001', 'CI-2026-000001', 'barid EE123456785MA', '2026-11-30', 'CM-1', '1: refunded (CN-2026-000001)']);
    expect(caseIndex(bare, caseItems(bare), '2026-11-24')).toContain('[ ] Delivered on: none');
    expect(caseIndex(whole, caseItems(whole), '2026-11-24')).toContain('[x] Carrier and tracking number: barid EE123456785MA');
  });

  it('tells the order’s road and what each side said of a complaint', () => {
    expect(caseRoad(whole)).toContain('2026-11-24T12:00:00.000Z  deliver -> delivered  (Dar Sanaa)\n    deliveredOn: 2026-11-30');
    expect(complaintText(whole.complaints[0]!)).toBe('Line 1: 1 x Rug\nComplaint: damaged. Now: refunded, credit note CN-2026-000001. Photographs: 2.\n\n2026-12-01T10:00:00Z  buyer: open\n    Torn.\n    Here.\n');
  });
});
