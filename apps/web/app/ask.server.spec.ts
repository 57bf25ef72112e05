import { refuse } from './ask.server.js';

describe('a form that is refused', () => {
  it('gives back all that was typed and each box that was ticked, and no password', () => {
    const form = new FormData();
    for (const [name, value] of [['reason', 'a word'], ['claim', 'a'], ['claim', 'b'], ['claim', 'c'], ['accept', 'on'], ['password', 'secret']] as const) form.append(name, value);
    expect(refuse([], form).data).toEqual({ problems: [], typed: { reason: 'a word', claim: 'c', accept: 'on' }, several: { claim: ['a', 'b', 'c'] } });
  });
});
