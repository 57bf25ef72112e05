import fc from 'fast-check';
import { isCarrier, s10CheckDigit, trackingNumber, trackingUrl, type CarrierCode } from './tracking-number.js';

const good = (carrier: CarrierCode, text: string): boolean => trackingNumber(carrier, text).ok;

describe('tracking numbers', () => {
  it('S10: the published vectors', () => {
    expect(s10CheckDigit('12345678')).toBe(5); // RB123456785GB, RB123456785US
    expect(good('barid', 'RB123456785MA')).toBe(true);
    expect(good('barid', ' r b 1 2 3 4 5 6 7 8 5 x x ')).toBe(true);
    expect(good('barid', 'RB123456786MA')).toBe(false);
    expect(trackingNumber('barid', 'RB123456785US')).toMatchObject({ ok: false, why: { en: 'a parcel posted in Morocco ends in MA', fr: 'un colis posté au Maroc finit par MA' } });
  });

  it('S10: a check of 10 is written 0, of 11 is written 5', () => {
    // 11 − (sum mod 11) = 10 when the sum leaves 1, 11 when it leaves 0.
    const ofRest = (rest: number): string => Array.from({ length: 1000 }, (_, i) => String(i).padStart(8, '0')).find((s) => [8, 6, 4, 2, 3, 5, 9, 7].reduce((sum, w, i) => sum + w * Number(s[i]), 0) % 11 === rest)!;
    expect(s10CheckDigit(ofRest(1))).toBe(0);
    expect(s10CheckDigit(ofRest(0))).toBe(5);
  });

  it('S10: one wrong digit never passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.nat(7), fc.integer({ min: 1, max: 9 }), (serial, at, by) => {
        const digits = String(serial).padStart(8, '0');
        const number = `CX${digits}${s10CheckDigit(digits)}MA`;
        expect(good('barid', number)).toBe(true);
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        const check = s10CheckDigit(digits);
        // The two folded checks (10 → 0, 11 → 5) are the standard's own weakness.
        if (check !== 0 && check !== 5) expect(good('barid', `CX${wrong}${check}MA`)).toBe(false);
      }),
    );
  });

  it('air waybill: serial modulo 7', () => {
    expect(trackingNumber('air', '14710000001')).toEqual({ ok: true, number: '147-10000001' });
    expect(good('air', '147-10000001')).toBe(true);
    expect(good('air', '147-10000002')).toBe(false);
    expect(good('air', '147-1000001')).toBe(false);
  });

  it.each<[CarrierCode, string[], string[]]>([
    ['dhl', ['3318810025', '73891051146', '8487135506', '1099255990'], ['3318810010', '3318810034', '33188100']],
    ['ups', ['1Z5R89390357567127', '1Z879E930346834440', '1Z410E7W0392751591', '1Z8V92A70367203024'], ['2Z5R89390357567127', '1Z1111111111111111']],
    ['fedex', ['986578788855', '477179081230', '799531274483', '790535312317', '974367662710'], ['996578788855', '98657878885']],
  ])('%s: the published vectors', (carrier, valid, invalid) => {
    expect(valid.filter((number) => !good(carrier, number))).toEqual([]);
    expect(invalid.filter((number) => good(carrier, number))).toEqual([]);
  });

  it('takes the number of a haulier or a line as it is written', () => {
    expect(trackingNumber('road', 'cmr 2026/118')).toEqual({ ok: true, number: 'CMR2026/118' });
    expect(good('sea', 'CMDU-TNG0471')).toBe(true);
    for (const wrong of ['', 'AB', '<script>', 'x'.repeat(36)]) expect([good('road', wrong), good('sea', wrong)]).toEqual([false, false]);
  });

  it('refuses nonsense without falling over', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.constantFrom<CarrierCode>('barid', 'dhl', 'ups', 'fedex', 'air', 'road', 'sea'), (text, carrier) => {
      expect(typeof trackingNumber(carrier, text).ok).toBe('boolean');
    }));
    expect(isCarrier('toString')).toBe(false);
  });

  it('links to the carrier', () => {
    expect(trackingUrl('dhl', '3318810025')).toMatch(/AWB=3318810025$/);
    expect(trackingUrl('air', '147-10000001')).toBeNull();
  });
});
