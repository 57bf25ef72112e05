import { sourceWords } from './checklist/sources.js';
import { unitWords } from './checklist/units.js';
import { moved } from './inspection/moved.js';
import { RULES } from './migrations/checklists.js';
import { LATER_RULES } from './migrations/later-rules.js';
import { MORE_RULES } from './migrations/more-checklists.js';
import { WORKSHOP_RULES } from './migrations/workshop-checklist.js';

const ARABIC = /[\u0600-\u06FF]/;

describe('the words of the room', () => {
  it('are put into a refusal in each language, and its codes stay for machines', () => {
    const refusal = moved('returned');
    expect(refusal.say('fr')).toBe('Cette étape ne convient plus à l’inspection : elle est maintenant renvoyée.');
    expect(refusal.say('ar')).toContain('مُعادة للإصلاح');
    expect(refusal).toMatchObject({ code: 'INSPECTION_MOVED', kind: 'conflict', params: { state: 'returned' } });
  });

  it('say where every rule comes from, and what it is measured in, to French and Arabic readers', () => {
    const rules = [...RULES, ...MORE_RULES, ...WORKSHOP_RULES, ...LATER_RULES];
    const unsaid = rules.map(({ source }) => source).filter((source) => /^(FDA|California|19 USC)| (of|the|entry|after|its) |^(Directive|Regulation|Labour)/.test(source) && !ARABIC.test(sourceWords(source).ar));
    expect(unsaid).toEqual([]);
    const unnamed = rules.flatMap(({ unit }) => (unit && !['%', '‰'].includes(unit) && !ARABIC.test(unitWords(unit).ar) ? [unit] : []));
    expect(unnamed).toEqual([]);
    expect(unitWords('knots/m²').fr).toBe('nœuds/m²');
    expect(sourceWords('Règlement intérieur').ar).toBe('Règlement intérieur');
  });
});
