import { criteriaText, criteriaTyped, titleIn } from './words.js';

describe('what a centre types of a training', () => {
  it('is one criterion a line, each language or the first in its place', () => {
    const typed = criteriaTyped(' Nœuds réguliers | عقد منتظمة | Even knots \n\nTeintures\n');
    expect(typed).toEqual([{ code: 'c1', fr: 'Nœuds réguliers', ar: 'عقد منتظمة', en: 'Even knots' }, { code: 'c2', fr: 'Teintures', ar: 'Teintures', en: 'Teintures' }]);
    expect(criteriaTyped(criteriaText(typed))).toEqual(typed);
  });

  it('has a title in the language of the page', () => {
    expect(titleIn('ar', { titleEn: 'Knotting', titleFr: 'Nouage', titleAr: 'العقد' })).toBe('العقد');
  });
});
