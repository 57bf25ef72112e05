import type { DomainError, Locale } from '#libs/kernel';
import { parse } from '#libs/platform';
import type { z } from 'zod';
import { clustersErrors } from './clusters.errors.js';
import { fixedShape, partShape } from './fee/fee.shapes.js';
import { lotLifecycle } from './lot/allotment.js';
import { membershipLifecycle, PERMISSIONS } from './member/membership.js';
import { saleLifecycle } from './sale/collective-sale.js';
import { LOT_STATES, PERMISSION_WORDS, SALE_STATES, TIE_STATES } from './words.js';

/** A sentence in Arabic or French does not end in one of our codes. */
describe('what a cluster refuses', () => {
  it('names states and permissions in the language of the sentence', () => {
    const refusals = [
      ...membershipLifecycle.states.map((state) => clustersErrors.CLUSTER_TIE_MOVED({ state }).worded({ state: TIE_STATES[state] })),
      ...lotLifecycle.states.map((state) => clustersErrors.CLUSTER_LOT_MOVED({ state }).worded({ state: LOT_STATES[state] })),
      ...saleLifecycle.states.map((state) => clustersErrors.CLUSTER_SALE_MOVED({ state }).worded({ state: SALE_STATES[state] })),
      ...PERMISSIONS.map((permission) => clustersErrors.CLUSTER_PERMISSION_MISSING({ permission }, 'productId').worded({ permission: PERMISSION_WORDS[permission] })),
    ];
    for (const refusal of refusals) {
      expect(refusal.say('ar')).not.toMatch(/[a-z{}]/i);
      expect(refusal.say('fr')).not.toMatch(/[{}]|offered|active|planned|photograph my/);
      expect(Object.keys(refusal.params)).toHaveLength(1);
    }
    expect(refusals.at(-1)!.field).toBe('productId');
  });

  it('asks for percent and dirhams, not for the figures the house counts in', () => {
    const said = (shape: z.ZodType, value: unknown) => {
      try {
        return parse(shape, value);
      } catch (error) {
        return ['fr', 'ar'].map((locale) => (error as DomainError).say(locale as Locale)).join(' ');
      }
    };
    for (const wrong of [-1, 3_334, 1.5]) expect(said(partShape, wrong)).toMatch(/de 0 à 33,33.*من 0 إلى 33.33/);
    for (const wrong of [-1, 500_001, 0.5]) expect(said(fixedShape, wrong)).toMatch(/de 0 à 5000 dirhams.*من 0 إلى 5000/);
    expect([said(partShape, 3_333), said(fixedShape, 0)]).toEqual([3_333, 0]);
  });
});
