import { SHARING_RULES } from './allotment.js';
import { WHY, whyInWords } from './lot-words.js';

describe('the reason kept with a lot', () => {
  it('is read in each language when the house gave it, and as written when a person did', () => {
    const kept = [...SHARING_RULES.flatMap((rule) => [WHY.by(rule), WHY.again(rule)]), WHY.left, WHY.ended];
    for (const one of kept) {
      expect(new Set((['en', 'fr', 'ar'] as const).map((locale) => whyInWords(one, locale))).size).toBe(3);
      expect(whyInWords(one, 'ar')).not.toMatch(/[a-z]/i);
    }
    expect(whyInWords('حسب الأفران الفارغة', 'fr')).toBe('حسب الأفران الفارغة');
  });
});
