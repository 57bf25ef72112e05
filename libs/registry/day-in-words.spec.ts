import { dayInWords } from './day-in-words.js';

describe('a day in a letter', () => {
  it('is written as Morocco writes it', () => {
    expect(dayInWords('2026-11-24', 'en')).toBe('24 November 2026');
    expect(dayInWords('2026-11-24', 'fr')).toBe('24 novembre 2026');
    expect(dayInWords('2026-11-24', 'ar')).toBe('24 نونبر 2026');
  });
});
