import { fromStart, isFiltered, listingInput, withCursor, without } from './listing-search.js';

const search = new URLSearchParams('q=+rug+&branch=carpets&branch=pottery&min=10&max=nine&sort=CHEAP&after=abc');

describe('a search in the address', () => {
  it('is read as the listing takes it', () => {
    expect(listingInput(search, 'fr')).toEqual({
      first: 24, after: 'abc', query: 'rug', branch: ['carpets', 'pottery'], region: [], material: [],
      priceMin: 1000, priceMax: null, certified: null, sort: 'NEWEST', locale: 'fr',
    });
  });

  it('loses one choice and starts again', () => expect(without(search, 'branch', 'carpets')).toBe('?q=+rug+&branch=pottery&min=10&max=nine&sort=CHEAP'));
  it('goes on from a page mark, and back', () => {
    expect(withCursor(new URLSearchParams('q=rug'), 'a/b')).toBe('?q=rug&after=a%2Fb');
    expect(fromStart(new URLSearchParams('q=rug&after=x'))).toBe('?q=rug');
  });
  it('knows an empty box from a choice', () => expect([isFiltered(new URLSearchParams('q=')), isFiltered(search)]).toEqual([false, true]));
});
