import fc from 'fast-check';
import { agreedOn, candidatesOf, votesNeeded, type Voice } from './coordination.js';

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
/** One voice each, as the table keeps them. */
const voices = fc.dictionary(person, person).map((said): Voice[] => Object.entries(said).map(([artisanId, forId]) => ({ artisanId, forId })));
const electorate = fc.uniqueArray(person, { minLength: 1 }).map((people) => new Set<string>(people));

describe('whom the members of a cluster at rest agree on', () => {
  it('is somebody who may speak, named herself, and has more than half of all who may', () => {
    fc.assert(
      fc.property(voices, electorate, (said, people) => {
        const chosen = agreedOn(said, people);
        const most = candidatesOf(said, people).filter((one) => one.voices >= votesNeeded(people.size));
        expect(most.length).toBeLessThanOrEqual(1);
        expect(chosen).toBe(most[0]?.artisanId ?? null);
        if (chosen === null) return;
        expect(people.has(chosen)).toBe(true);
        expect(said).toContainEqual({ artisanId: chosen, forId: chosen });
        expect(said.filter((one) => one.forId === chosen && people.has(one.artisanId)).length * 2).toBeGreaterThan(people.size);
      }),
    );
  });

  it('is nobody whom the others want and who does not want it', () => {
    expect(agreedOn([{ artisanId: 'a', forId: 'c' }, { artisanId: 'b', forId: 'c' }], new Set(['a', 'b', 'c']))).toBeNull();
    expect(agreedOn([{ artisanId: 'a', forId: 'c' }, { artisanId: 'c', forId: 'c' }], new Set(['a', 'b', 'c']))).toBe('c');
  });

  it('is the only one left, as soon as she says so, and neither of two who each want it', () => {
    expect(agreedOn([{ artisanId: 'a', forId: 'a' }], new Set(['a']))).toBe('a');
    expect(agreedOn([{ artisanId: 'a', forId: 'a' }, { artisanId: 'b', forId: 'b' }], new Set(['a', 'b']))).toBeNull();
  });
});
