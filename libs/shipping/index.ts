import type { Room } from '#libs/platform';
import { shipping40 } from './migrations/2026-11-24-40-shipping.js';
import { shippingErrors } from './shipping.errors.js';
import { ShippingModule } from './shipping.module.js';

export type * from './quotes/quote.js';
export { ReferenceService } from './reference/reference.service.js';
export { ShippingModule } from './shipping.module.js';
export { ShippingService } from './shipping.service.js';

export const shippingRoom: Room = { name: 'shipping', module: ShippingModule, entities: [], migrations: [shipping40], errors: shippingErrors.definitions };
