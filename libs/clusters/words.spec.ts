import { clustersErrors } from './clusters.errors.js';
import { lotLifecycle } from './lot/allotment.js';
import { membershipLifecycle, PERMISSIONS } from './member/membership.js';
import { saleLifecycle } from './sale/collective-sale.js';
import { LOT_STATES, PERMISSION_WORDS, SALE_STATES, TIE_STATES, worded } from './words.js';

/** A sentence in Arabic or French does not end in one of our codes. */
describe('what a cluster refuses', () => {
  it('names states and permissions in the language of the sentence', () => {
    const refusals = [
      ...membershipLifecycle.states.map((state) => worded(clustersErrors.CLUSTER_TIE_MOVED, { state }, { state: TIE_STATES[state] })),
      ...lotLifecycle.states.map((state) => worded(clustersErrors.CLUSTER_LOT_MOVED, { state }, { state: LOT_STATES[state] })),
      ...saleLifecycle.states.map((state) => worded(clustersErrors.CLUSTER_SALE_MOVED, { state }, { state: SALE_STATES[state] })),
      ...PERMISSIONS.map((permission) => worded(clustersErrors.CLUSTER_PERMISSION_MISSING, { permission }, { permission: PERMISSION_WORDS[permission] }, 'productId')),
    ];
    for (const refusal of refusals) {
      expect(refusal.say('ar')).not.toMatch(/[a-z{}]/i);
      expect(refusal.say('fr')).not.toMatch(/[{}]|offered|active|planned|photograph my/);
      expect(Object.keys(refusal.params)).toHaveLength(1);
    }
    expect(refusals.at(-1)!.field).toBe('productId');
  });
});
