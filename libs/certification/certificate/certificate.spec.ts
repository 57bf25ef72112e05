import { certificateNumber, endOfDay, labelNumber, normaliseNumber, startOfDay, statusOn, yearsAfter } from './certificate.js';
import { inspectionLifecycle } from '../inspection/inspection.js';

describe('a certificate', () => {
  it('holds through its last day, and a withdrawal outlasts a date', () => {
    const live = { validUntil: '2027-01-31', endedFor: null };
    expect(statusOn(live, '2027-01-31')).toBe('valid');
    expect(statusOn(live, '2027-02-01')).toBe('expired');
    expect(statusOn({ ...live, endedFor: 'withdrawn' }, '2028-01-01')).toBe('withdrawn');
  });

  it('ends at midnight in Morocco, in winter and in Ramadan', () => {
    expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T23:00:00.000Z');
    // Ramadan of 2027 falls from 8 February to 9 March: the clock stands with UTC.
    expect(endOfDay('2027-02-20').toISOString()).toBe('2027-02-21T00:00:00.000Z');
    expect([startOfDay('2026-11-24').toISOString(), startOfDay('2027-02-20').toISOString()]).toEqual(['2026-11-23T23:00:00.000Z', '2027-02-20T00:00:00.000Z']);
  });

  it('is found by its number however people type it', () => {
    const number = certificateNumber('TAP', '2026', 17);
    expect(number).toBe('TAP-2026-000017');
    for (const typed of ['tap-2026-000017', ' TAP 2026 000017 ', 'TAP–2026–000017', 'ＴＡＰ-2026-000017']) expect(normaliseNumber(typed)).toBe(number);
    expect(normaliseNumber('x'.repeat(100_000))).toHaveLength(60);
    expect(normaliseNumber('TAP\u0000-\u202E2026-000017%')).toBe(number);
  });

  it('reads the number of a label in the digits of either script', () => {
    for (const typed of ['ل-٩٠٠١', 'ل-۹۰۰۱', 'ل-９００１']) expect(labelNumber(typed)).toBe('ل-9001');
    for (const nothing of ['---', '*', '  ']) expect(labelNumber(nothing)).toBeNull();
  });

  it('counts years to the same day', () => {
    expect(yearsAfter('2026-11-24', 5)).toBe('2031-11-24');
    expect(yearsAfter('2028-02-29', 1)).toBe('2029-02-28');
    expect(yearsAfter('2028-02-29', 4)).toBe('2032-02-29');
  });
});

describe('the life of an inspection', () => {
  const LEGAL: Record<string, string[]> = {
    requested: ['appoint', 'examine', 'cancel'], appointed: ['appoint', 'examine', 'cancel'], examined: ['examine', 'certify', 'return', 'refuse'],
    returned: ['resubmit', 'cancel'], certified: [], refused: [], cancelled: [],
  };
  const VERBS = ['appoint', 'examine', 'cancel', 'certify', 'return', 'refuse', 'resubmit'] as const;

  it.each(inspectionLifecycle.states)('from %s goes nowhere else', (state) => {
    expect(VERBS.filter((verb) => inspectionLifecycle.can(state, verb))).toEqual(VERBS.filter((verb) => LEGAL[state]!.includes(verb)));
  });
});
