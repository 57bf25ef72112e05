import { deskOf, desksFor } from './desks.js';

describe('desks', () => {
  it('are shown to those they are for', () => {
    expect(desksFor([]).map(({ key }) => key)).toEqual(['orders']);
    expect(desksFor(['artisan']).map(({ key }) => key)).toContain('workshop');
    expect(desksFor(['artisan']).map(({ key }) => key)).not.toContain('payouts');
  });

  it.each([
    ['/en/workshop/pieces/1', 'workshop'],
    ['/ar/register/claims/1', 'claims'],
    ['/fr/register/1', 'register'],
    ['/en/export/payouts', 'payouts'],
    ['/ar/workshop/mandates', 'mandates'],
    ['/fr/workshop/acting/1', 'acting'],
    ['/en/workshopping', undefined],
  ])('%s belongs to %s', (path, desk) => expect(deskOf(path)).toBe(desk));
});
