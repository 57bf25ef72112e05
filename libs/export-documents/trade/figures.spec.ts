import { amount, kilograms, longDay, size, squareMetres, unitPrice } from './figures.js';
import { line } from '../papers/sheet.js';

describe('figures on paper', () => {
  it('are written one way, whatever the server speaks', () => {
    expect(amount(123_456_789, 'EUR')).toBe('1,234,567.89');
    expect(amount(5, 'EUR')).toBe('0.05');
    expect(amount(1_234, 'JPY')).toBe('1,234');
    expect(kilograms(14_200)).toBe('14.200');
    expect(kilograms(1_234_005)).toBe('1,234.005');
    expect(size(3000, 2000, 20)).toBe('300 × 200 × 2 cm');
    expect(size(0, 0, 0)).toBe('');
    expect(squareMetres(3000, 2000, 1)).toBe('6.00');
    expect(squareMetres(1705, 905, 2)).toBe('3.09');
    expect(longDay('2026-02-03')).toBe('3 February 2026');
  });

  it('show a unit price with up to four more decimals when the line does not divide', () => {
    expect(unitPrice(14_950, 6, 'EUR')).toBe('24.916667');
    expect(unitPrice(3_269, 2, 'USD')).toBe('16.345');
    expect(unitPrice(15_000, 6, 'EUR')).toBe('25.00');
    expect(unitPrice(100, 3, 'JPY')).toBe('33.3333');
  });

  it('run from right to left where the first letter is Arabic', () => {
    expect(line('12 زربية').rtl).toBe(true);
    expect(line('Rug زربية').rtl).toBeUndefined();
    expect(line('12').rtl).toBeUndefined();
  });
});
