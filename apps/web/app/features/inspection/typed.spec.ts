import { figureIn } from '../../figures.js';
import { ruleTyped } from './rule-typed.js';
import { seenIn, unreadIn } from './seen.js';

describe('a figure that somebody typed', () => {
  it.each([['22', 22], ['22,5', 22.5], ['22.5', 22.5], ['٢٢٫٥', 22.5], ['١٢٠٠', 1200], ['1 200', 1200], ['0,07 ', 0.07], ['-3', -3], ['−3', -3], ['', null], [' ', null]])('"%s" is %s', (typed, figure) => expect(figureIn(typed)).toBe(figure));
  it.each(['25 mm', '1.234,5', 'vingt', '12,', '1e3', '<0,5', '٢٢.٥.١'])('"%s" is none, and no empty box', (typed) => expect(figureIn(typed)).toBeNaN());
});

describe('the checklist as it was filled in', () => {
  const form = new FormData();
  for (const [name, value] of [['value-knots-width', '٢٢'], ['value-lead', '0,8'], ['value-cadmium', '<0,07'], ['value-warps', ' '], ['outcome-wool', 'MET']] as const) form.append(name, value);

  it('is read in figures of both scripts', () => expect(seenIn(form)).toMatchObject([{ rule: 'knots-width', value: 22 }, { rule: 'lead', value: 0.8 }, { rule: 'cadmium', value: Number.NaN }, { rule: 'wool', outcome: 'MET' }]));
  it('names the boxes that hold no figure, so that nothing measured is lost in silence', () => expect(unreadIn(seenIn(form))).toEqual(['value-cadmium']));
});

describe('a rule as it was typed', () => {
  const typed = (more: Record<string, string>): ReturnType<typeof ruleTyped> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ kind: 'MEASUREMENT', ...more })) form.append(name, value);
    return ruleTyped(form, 'pottery', null, '2026-11-24');
  };
  it('keeps its limit, whatever digits it was typed in', () => expect(typed({ limitMax: '٠٫٨', plausibleMin: '0', plausibleMax: '1 000' })).toMatchObject({ limitMax: 0.8, plausibleMin: 0, plausibleMax: 1000 }));
  it('is for one kind of the type, or for all, and "less than" when so ticked', () => expect([typed({ variant: 'fillable', limitExclusive: 'on' }), typed({})]).toMatchObject([{ variants: ['fillable'], limitExclusive: true }, { variants: null, limitExclusive: false }]));
});
