import fc from 'fast-check';
import { assess, completionNumber, daysOf, enrolmentLifecycle, isYoung, outsideAudience, sessionLifecycle, type Audience, type Learner } from './training.js';

const everyone: Audience = { branches: [], regions: [], forWomen: false, forYouth: false };
const weaver: Learner = { sex: 'F', birthYear: 1995, branch: 'carpets', regionCode: 'MA-03' };
const criteria = ['knots', 'dyes'].map((code) => ({ code, en: code, fr: code, ar: code }));

describe('a training', () => {
  it('is for those it says, and tells the others why', () => {
    expect(outsideAudience(everyone, weaver, 2026)).toBeNull();
    expect(outsideAudience({ ...everyone, branches: ['pottery'] }, weaver, 2026)).toBe('branch');
    expect(outsideAudience({ ...everyone, regions: ['MA-09'] }, weaver, 2026)).toBe('region');
    expect(outsideAudience({ ...everyone, forWomen: true }, { ...weaver, sex: 'M' }, 2026)).toBe('women');
    expect(outsideAudience({ ...everyone, forWomen: true }, { ...weaver, sex: null }, 2026)).toBe('women');
    expect(outsideAudience({ ...everyone, forYouth: true }, { ...weaver, birthYear: 1990 }, 2026)).toBe('youth');
    expect([isYoung(1992, 2026), isYoung(1991, 2026), isYoung(null, 2026)]).toEqual([true, false, false]);
  });

  it('has each of its days once', () => {
    expect(daysOf('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(daysOf('2026-12-01', '2026-12-01')).toEqual(['2026-12-01']);
  });

  it('is passed by who met every criterion and was there often enough, never otherwise', () => {
    fc.assert(
      fc.property(fc.subarray(['knots', 'dyes']), fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 100 }), (met, present, more, attendancePercent) => {
        const called = present + more;
        const { passed, results } = assess({ criteria, attendancePercent }, met, { present, called });
        expect(passed).toBe(met.length === 2 && called > 0 && present / called >= attendancePercent / 100 - 1e-12);
        expect(results.filter((result) => result.met)).toHaveLength(met.length);
      }),
    );
  });

  it('numbers its certificates like those of pieces, with the letter of training', () => {
    expect(completionNumber('TAP', '2026', 17)).toBe('TAP-F-2026-000017');
  });

  it.each([
    [sessionLifecycle, 'closed'], [sessionLifecycle, 'cancelled'], [enrolmentLifecycle, 'completed'], [enrolmentLifecycle, 'cancelled'],
  ])('knows no way out of what is final', (life, state) => expect(life.verbs(state as never)).toEqual([]));
});
