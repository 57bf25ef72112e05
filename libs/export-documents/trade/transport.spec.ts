import { containerCheckDigit, isContainerNumber, transportDetails } from './transport.js';

describe('a container number', () => {
  it('has the check digit of ISO 6346, by its published example', () => {
    expect(containerCheckDigit('CSQU305438')).toBe(3);
    expect(isContainerNumber('CSQU3054383')).toBe(true);
    expect(isContainerNumber('MSKU6011672')).toBe(true);
    expect(isContainerNumber('CSQU3054384')).toBe(false);
    expect(isContainerNumber('CSQX3054383')).toBe(false);
  });

  it('changes with every single digit that is mistyped', () => {
    const right = 'CSQU3054383';
    for (let i = 4; i < 10; i++) {
      for (let d = 0; d < 10; d++) {
        const typed = right.slice(0, i) + String(d) + right.slice(i + 1);
        // Remainders 0 and 10 share the digit 0: the standard advises against such numbers.
        if (typed !== right && containerCheckDigit(typed.slice(0, 10)) !== 0) expect(isContainerNumber(typed)).toBe(false);
      }
    }
  });
});

describe('how it travels', () => {
  it('is read with its marks and numbers, and refused by field', () => {
    expect(transportDetails.parse({ way: 'sea', containers: ['csqu 305438-3'], wood: 'treated', woodMark: 'ippc ma-123 ht' })).toMatchObject({ containers: ['CSQU3054383'], woodMark: 'IPPC MA-123 HT', carrier: null });
    const wrong = transportDetails.safeParse({ way: 'sea', containers: ['CSQU3054384'], woodMark: 'burnt' });
    expect(wrong.error?.issues.map((i) => i.path.join('.'))).toEqual(['containers.0', 'woodMark']);
    expect(transportDetails.safeParse({ way: 'rocket' }).success).toBe(false);
  });
});
