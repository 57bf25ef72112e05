import { labelSvg } from './label.js';

describe('a label', () => {
  it('escapes what people wrote and shortens what does not fit', () => {
    const svg = labelSvg(
      { number: 'TAP-2026-000001', nameLatin: '<script>&"', nameArabic: 'م'.repeat(300), regionFr: 'Fès', regionAr: 'فاس', pieceFr: 'Tapis', pieceAr: 'زربية', validUntil: '2031-11-24' },
      '<svg viewBox="0 0 132 132"/>',
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain(`${'م'.repeat(37)}…`);
    expect(svg).not.toContain('م'.repeat(38));
  });

  it('says its last day in words and keeps every line inside its border', () => {
    const svg = labelSvg(
      { number: 'TAP-2026-000001', nameLatin: 'Fatima-Zahra Aït Oumghar El Boujaadi', nameArabic: 'فاطمة الزهراء أيت أومغار البوجعدية', regionFr: 'Laâyoune-Sakia El Hamra', regionAr: 'العيون-الساقية الحمراء', pieceFr: 'Vaisselle non remplissable, ou profonde de 25 mm au plus', pieceAr: 'زربية', validUntil: '2031-11-24' },
      '<svg viewBox="0 0 132 132"/>',
    );
    expect(svg).toContain('Valable jusqu’au 24 novembre 2031');
    expect(svg).toContain('صالحة إلى 24 نونبر 2031');
    for (const [, y, size, words] of svg.matchAll(/<text x="\d+" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</g)) {
      expect([...words!.replace(/[\u2067\u2069]/g, '')].length * Number(size) * 0.58).toBeLessThanOrEqual(40);
      expect(Number(y)).toBeLessThan(48);
    }
  });
});
