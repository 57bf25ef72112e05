import fc from 'fast-check';
import { movesTo, standingOf, STANDINGS, type Move } from './dispute.js';

describe('a dispute', () => {
  it('is open until the provider says how it ended, also in words we do not know', () => {
    const open = ['warning_needs_response', 'warning_under_review', 'needs_response', 'under_review', 'appeal_needs_response', 'appeal_under_review', 'something_new'];
    expect(open.map(standingOf)).toEqual(open.map(() => 'open'));
    expect(['won', 'warning_closed', 'prevented', 'lost'].map(standingOf)).toEqual(['won', 'won', 'won', 'lost']);
  });

  it('leaves the books at what the provider says last, whatever was heard before', () => {
    const said = fc.record({ withdrawn: fc.boolean(), standing: fc.constantFrom(...STANDINGS) });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (news) => {
        // Held by the provider, and borne by the house, in units of the amount.
        let [held, borne, withdrawn, booked] = [0, 0, false, false];
        const does: Record<Move, () => void> = { withdraw: () => (held += 1), reopen: () => ((held += 1), (borne -= 1)), lose: () => ((held -= 1), (borne += 1)), return: () => (held -= 1) };
        for (const now of news) {
          for (const move of movesTo({ withdrawn, booked }, now)) does[move]();
          withdrawn = now.withdrawn;
          booked = now.withdrawn && now.standing === 'lost';
        }
        const last = news.at(-1)!;
        expect([held, borne]).toEqual([last.withdrawn && last.standing !== 'lost' ? 1 : 0, last.withdrawn && last.standing === 'lost' ? 1 : 0]);
      }),
    );
  });
});
