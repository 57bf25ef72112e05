import { labelSvg } from './label.js';

describe('a label', () => {
  it('escapes what people wrote and shortens what does not fit', () => {
    const svg = labelSvg(
      { number: 'TAP-2026-000001', nameLatin: '<script>&"', nameArabic: 'م'.repeat(300), regionFr: 'Fès', regionAr: 'فاس', pieceFr: 'Tapis', pieceAr: 'زربية', validUntil: '2031-11-24' },
      '<svg viewBox="0 0 132 132"/>',
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain(`${'م'.repeat(33)}…`);
    expect(svg).not.toContain('م'.repeat(34));
  });
});
