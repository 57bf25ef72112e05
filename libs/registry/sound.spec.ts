import { fold } from '#libs/kernel';
import { soundOf, soundsOf } from './sound.js';
import { FAMILIES, MEN, WOMEN } from './sample/sample.names.js';

const sound = (name: string): string => soundOf(fold(name));

describe('how a name sounds', () => {
  it.each([
    ['Khadija', 'Khadidja', 'خديجة'], ['Fatima', 'Fatma', 'فاطمة'], ['Rachida', 'Rashida', 'رشيدة'], ['Ghizlane', 'Ghizlan', 'غزلان'], ['Mohammed', 'Mohamed', 'محمد'],
  ])('is one for %s, %s and %s', (...names) => {
    expect(new Set(names.map(sound)).size).toBe(1);
  });

  it('tells common names apart', () => {
    expect(sound('Mohammed')).not.toBe(sound('Ahmed'));
    expect(sound('Khadija')).not.toBe(sound('Hafida'));
  });

  it('is the same in both scripts for most names of the sample', () => {
    const names = [...WOMEN, ...MEN, ...FAMILIES].filter(([latin]) => !latin.includes(' '));
    const same = names.filter(([latin, arabic]) => sound(latin) === sound(arabic));
    expect(same.length / names.length).toBeGreaterThan(0.85);
  });

  it('leaves out what says nothing', () => {
    expect(soundsOf(fold('El Aïcha'))).toBe('');
    expect(soundOf('0001234')).toBe('');
    expect(soundsOf(fold('Fatima Zahra فاطمة الزهراء'))).toBe(' ~ftm~ ~zhr~');
  });
});
