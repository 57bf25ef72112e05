import { stageName, stageOf } from './stage.js';

describe('what a stage is called', () => {
  it('is said to the seller of her buyer, never of herself', () => {
    expect(['delivered', 'refund_due', 'dispatched'].map((stage) => stageName(stage, 'desk'))).toEqual(['stage.delivered.desk', 'stage.refund_due.desk', 'stage.dispatched']);
    expect(stageName('delivered', 'buyer')).toBe('stage.delivered');
  });
});

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
