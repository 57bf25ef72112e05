import { isAmong, parseRule } from './rule-expression.js';

describe('a rule of origin as text', () => {
  it.each(['CC', 'CTH', 'CTSH', 'CTH SAME 20 | MAXNOM 40', 'CTH ALLOW 821194;821195', 'MAXNOM 47.5 OF 5208-5212;58', 'FROM 5101-5105;5301', 'FROM ASK 9601', 'FROM 5101 ASK 5106-5110 AMONG 50-63', 'EXCEPT 6406', 'WO 06-15', 'DONE spinning+weaving & EXCEPT 5106', 'PERSON'])('reads %s', (text) => {
    expect(parseRule(text)).not.toBeNull();
  });

  it.each(['', 'cth', 'CTH SAME', 'CTH SAME x', 'MAXNOM', 'MAXNOM 40 OF', 'FROM', 'FROM 51x', 'FROM 5101-52', 'EXCEPT', 'DONE', 'CTH |', '| CTH', 'PERSON 1', 'CTH & nonsense'])('refuses "%s"', (text) => {
    expect(parseRule(text)).toBeNull();
  });

  it('a range takes codes that begin within it; a short code may not tell', () => {
    const codes = [{ from: '5106', to: '5110' }];
    expect([isAmong('510620', codes), isAmong('5111', codes), isAmong('51', codes), isAmong('52', codes)]).toEqual([true, false, null, false]);
  });
});
