import { examine, heldAgainst, shortcomings, type Rule, type Seen } from './examination.js';

const rule = (code: string, more: Partial<Rule> = {}): Rule => ({
  code, kind: 'measurement', en: code, fr: code, ar: code, unit: 'mg/l', required: true, plausibleMin: 0, plausibleMax: 1000, limitMax: 4, limitExclusive: false, form: null, flagged: null, liftedBy: null, centreId: null, since: new Date('2020-07-30T00:00:00Z'),
  source: 'Directive 84/500/EEC', checkedOn: '2026-11-24', confidence: 'sourced', ...more,
});
const CHECKLIST = [
  rule('lead'),
  rule('chromium-vi', { limitMax: 3, limitExclusive: true }),
  rule('length', { limitMax: null, plausibleMin: 10, plausibleMax: 20_000 }),
  rule('glaze', { kind: 'observation', unit: null, plausibleMin: null, plausibleMax: null, limitMax: null }),
  rule('warps', { required: false, limitMax: null }),
];
const GOOD: Seen[] = [{ rule: 'lead', value: 4 }, { rule: 'chromium-vi', value: 2.9 }, { rule: 'length', value: 3000 }, { rule: 'glaze', outcome: 'met' }];
const outcomes = (seen: Seen[]): string[] => examine(CHECKLIST, seen).map((finding) => finding.outcome);
const failing = (seen: Seen[]): string[] => shortcomings(CHECKLIST, examine(CHECKLIST, seen)).map((finding) => finding.rule);

describe('an examination', () => {
  it('judges a measurement by the limit of its law, "at most" and "less than" apart', () => {
    expect(outcomes(GOOD)).toEqual(['met', 'met', 'met', 'met', 'not_seen']);
    expect(outcomes([{ rule: 'lead', value: 4.01 }, { rule: 'chromium-vi', value: 3 }])).toEqual(['not_met', 'not_met', 'not_seen', 'not_seen', 'not_seen']);
  });

  it('lets pass only what is met, and does not take "not seen" for it', () => {
    expect(failing(GOOD)).toEqual([]);
    expect(failing(GOOD.slice(1))).toEqual(['lead']);
    expect(failing([...GOOD.slice(0, 3), { rule: 'glaze', outcome: 'not_seen' }])).toEqual(['glaze']);
    expect(failing([])).toEqual(['lead', 'chromium-vi', 'length', 'glaze']);
  });

  it('asks for a rule that came into force after the look', () => {
    const newer = [...CHECKLIST, rule('nickel')];
    expect(shortcomings(newer, examine(CHECKLIST, GOOD)).map((finding) => finding.rule)).toEqual(['nickel']);
  });

  it('is held against what a rule has become since: a lower limit, another thing to see, a word that fails', () => {
    const [then, since] = [new Date('2026-11-24T10:00:00Z'), new Date('2026-11-24T12:00:00Z')];
    const fibres = rule('fibres', { kind: 'statement', form: 'composition', unit: null, limitMax: null });
    const seen = rule('firing', { kind: 'observation', unit: null, plausibleMin: null, plausibleMax: null, limitMax: null });
    const all = [rule('lead'), rule('length', { limitMax: null }), seen, fibres];
    const found = examine(all, [{ rule: 'lead', value: 3 }, { rule: 'length', value: 500 }, { rule: 'firing', outcome: 'met' }, { rule: 'fibres', text: '100 % cactus silk' }]);
    const outcomes = (rules: Rule[]): string[] => heldAgainst(rules, found, then).map(({ outcome }) => outcome);
    expect(outcomes(all)).toEqual(['met', 'met', 'met', 'met']);
    expect(outcomes(all.map((one) => ({ ...one, since, limitMax: one.code === 'lead' ? 1 : one.limitMax, flagged: one.code === 'fibres' ? ['cactus silk'] : null })))).toEqual(['not_met', 'met', 'not_seen', 'not_met']);
    expect(outcomes([{ ...all[0]!, since, unit: 'µg/ml' }, ...all.slice(1)])[0]).toBe('not_seen');
    expect(outcomes([])).toEqual(['met', 'met', 'met', 'met']);
  });

  it.each<[Seen, string, string]>([
    [{ rule: 'length', value: 0 }, 'MEASUREMENT_ABSURD', 'input.seen.0.value'],
    [{ rule: 'length', value: -5 }, 'MEASUREMENT_ABSURD', 'input.seen.0.value'],
    [{ rule: 'length', value: 1e9 }, 'MEASUREMENT_ABSURD', 'input.seen.0.value'],
    [{ rule: 'length', value: Number.NaN }, 'MEASUREMENT_ABSURD', 'input.seen.0.value'],
    [{ rule: 'length', value: Infinity }, 'MEASUREMENT_ABSURD', 'input.seen.0.value'],
    [{ rule: 'softness', value: 1 }, 'RULE_UNKNOWN', 'input.seen.0.rule'],
    [{ rule: 'glaze', value: 1 }, 'RULE_NOT_MEASURED', 'input.seen.0.value'],
  ])('refuses %j with %s', (seen, code, field) => {
    expect(() => examine(CHECKLIST, [seen])).toThrow(expect.objectContaining({ code, field }));
  });

  it('says what is wrong in words, never by a code, and with the unit of the language', () => {
    const knots = rule('knots-width', { en: 'Knots per decimetre of width', fr: 'Nœuds par décimètre de largeur', ar: 'العقد في الدسيمتر عرضاً', unit: 'knots/dm', plausibleMin: 5, plausibleMax: 120, limitMax: null });
    const fibres = rule('composition', { kind: 'statement', fr: 'Fibres', ar: 'الألياف', form: 'composition', unit: null, limitMax: null });
    const said = (seen: Seen, locale: 'fr' | 'ar'): string => {
      try {
        examine([knots, fibres], [seen]);
      } catch (error) {
        return (error as { say(locale: string): string }).say(locale);
      }
      return '';
    };
    expect(said({ rule: 'knots-width', value: 0 }, 'fr')).toBe('0 nœuds/dm est impossible pour « Nœuds par décimètre de largeur » : attendu de 5 à 120. Mesurez à nouveau.');
    expect(said({ rule: 'knots-width', value: 0 }, 'ar')).toContain('العقد في الدسيمتر عرضاً');
    expect(said({ rule: 'composition', text: 'laine' }, 'fr')).toBe('Écrivez « Fibres » ainsi : 80 % laine, 20 % coton');
    expect(said({ rule: 'composition', text: 'صوف' }, 'ar')).toBe('اكتب «الألياف» هكذا: 80 % صوف، 20 % قطن');
  });

  it('refuses two answers to one rule', () => {
    expect(() => examine(CHECKLIST, [GOOD[0]!, GOOD[0]!])).toThrow(expect.objectContaining({ code: 'RULE_TWICE', field: 'input.seen.1.rule' }));
  });
});
