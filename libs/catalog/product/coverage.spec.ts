import { choose, lotSizeOf, type Certificate } from './coverage.js';

const type: Certificate = { number: 'TAP-1', validUntil: '2027-11-24', scheme: 'centre', pieceId: null, lotSize: null };
const lot = (number: string, lotSize: number | null = 5): Certificate => ({ ...type, number, pieceId: 'piece', lotSize });

describe('which certificate a listing is offered under', () => {
  it.each([
    ['a type', type, false, null],
    ['a lot', lot('A'), false, 5],
    ['one piece of a stock', lot('A', null), false, 1],
    ['a unique piece', lot('A', null), true, null],
  ])('%s is counted or not', (_, certificate, unique, size) => expect(lotSizeOf(certificate, unique)).toBe(size));

  it('prefers what covers every unit, then the lot with more to sell', () => {
    const units = [{ number: 'A', free: 1, kept: 1 }, { number: 'B', free: 3, kept: 3 }];
    expect(choose([lot('A'), type], false, units)).toEqual({ ...type, ofLot: false });
    expect(choose([lot('A'), lot('B')], false, units)).toEqual({ ...lot('B'), ofLot: true });
    expect(choose([lot('A'), lot('B')], true, [])).toEqual({ ...lot('A'), ofLot: false });
  });

  it('is none once nothing of a lot is left', () => {
    expect(choose([lot('A')], false, [{ number: 'A', free: 0, kept: 0 }])).toBeNull();
    expect(choose([lot('A')], false, [{ number: 'A', free: 0, kept: 1 }])).toEqual({ ...lot('A'), ofLot: true });
    expect(choose([], false, [])).toBeNull();
  });
});
