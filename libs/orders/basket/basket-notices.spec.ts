import { noticeOf, type SeenLine } from './basket-notices.js';

const line: SeenLine = { quantity: 2, paid: false, seen: { exporterId: 'a', goodsMinor: 100 }, now: { listed: true, available: 5, minimumQuantity: 1, exporter: { id: 'a', name: 'Tifawin' }, goodsMinor: 100 } };
const now = (over: Partial<NonNullable<SeenLine['now']>>): SeenLine => ({ ...line, now: { ...line.now!, ...over } });

describe('what a basket says of a line that changed', () => {
  it.each<[string, SeenLine, string | null]>([
    ['nothing while nothing has', line, null],
    ['that it is gone', { ...line, now: null }, 'This piece is no longer for sale. Take it out to go on.'],
    ['that it was withdrawn', now({ listed: false }), 'This piece is no longer for sale. Take it out to go on.'],
    ['that more are sold at once', now({ minimumQuantity: 3 }), 'It is now sold from 3 pieces on.'],
    ['that fewer are left', now({ available: 1 }), 'Only 1 are left.'],
    ['that its maker sells it herself again', now({ exporter: { id: 'b', name: 'Rqia' }, goodsMinor: 90 }), 'It is now sold by Rqia, at the price shown.'],
    ['that it costs something else', now({ goodsMinor: 90 }), 'Its price has changed since you put it here.'],
    ['nothing of what was paid by hand', { ...line, paid: true, now: null }, null],
    ['nothing of a line from before this was kept', { ...now({ goodsMinor: 90 }), seen: null }, null],
  ])('%s', (_, of, said) => expect(noticeOf(of, 'en')).toBe(said));
});
