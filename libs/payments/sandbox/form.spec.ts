import fc from 'fast-check';
import { readForm } from './form.js';

describe('reading Stripe’s request encoding', () => {
  it('reads nested objects and lists', () => {
    expect(readForm('mode=payment&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur&line_items[1][quantity]=2&types[]=a&types[]=b')).toEqual({
      mode: 'payment',
      line_items: [{ quantity: '1', price_data: { currency: 'eur' } }, { quantity: '2' }],
      types: ['a', 'b'],
    });
  });

  it('keeps text as it is', () => {
    expect(readForm('metadata[title]=%D8%B2%D8%B1%D8%A8%D9%8A%D8%A9+%26+%E2%82%AC')).toEqual({ metadata: { title: 'زربية & €' } });
  });

  it.each(['a[b=1', 'a]b=1', 'a[b][c][d][e][f][g]=1', '__proto__[x]=1', 'a[__proto__][x]=1', 'a=1&a=2', 'a=1&a[b]=2', 'a[b]=1&a=2', '[a]=1', 'a b=1'])('refuses %s', (encoded) => {
    expect(readForm(encoded)).toBeNull();
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('answers something for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void readForm(text)));
  });
});
