import { RibCipher } from './rib.cipher.js';

const cipher = new RibCipher('a-secret-of-at-least-thirty-two-characters');
const digits = '011519000001205000534921';

describe('bank details at rest', () => {
  it('open for their owner and are never the same twice', () => {
    const [one, two] = [cipher.seal(digits, 'artisan:1'), cipher.seal(digits, 'artisan:1')];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(digits)).toBe(false);
    expect(cipher.open(one, 'artisan:1')).toBe(digits);
  });

  it('are told from others by a mark that says nothing itself', () => {
    expect(cipher.mark(digits, 'artisan:1').equals(cipher.mark(digits, 'artisan:1'))).toBe(true);
    expect(cipher.mark(digits, 'artisan:1').equals(cipher.mark(digits, 'artisan:2'))).toBe(false);
    expect(cipher.mark(digits, 'artisan:1').equals(cipher.mark(digits.replace('9', '8'), 'artisan:1'))).toBe(false);
  });

  it('do not open for another owner, changed, cut short, or under another secret', () => {
    const sealed = cipher.seal(digits, 'artisan:1');
    const changed = Buffer.from(sealed);
    changed[30]! ^= 1;
    expect(() => cipher.open(sealed, 'artisan:2')).toThrow();
    expect(() => cipher.open(changed, 'artisan:1')).toThrow();
    expect(() => cipher.open(sealed.subarray(0, 20), 'artisan:1')).toThrow();
    expect(() => new RibCipher('another-secret-of-thirty-two-characters!').open(sealed, 'artisan:1')).toThrow();
  });
});
