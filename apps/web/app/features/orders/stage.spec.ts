import { stageOf } from './stage.js';

describe('the stage an order is shown at', () => {
  it.each([
    ['documented', false, null, 'documented'],
    ['documented', false, { complete: true }, 'documented'],
    ['documented', true, null, 'documented.again'],
    // The file moves before the fact of it is heard.
    ['documented', false, { complete: false }, 'documented.again'],
    ['ready', false, { complete: false }, 'ready'],
    ['dispatched', true, { complete: true }, 'dispatched'],
  ] as const)('%s, reopened %s, file %o: %s', (state, papersReopened, file, stage) => expect(stageOf({ state, papersReopened }, file)).toBe(stage));
});
