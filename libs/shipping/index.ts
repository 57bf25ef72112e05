import type { Room } from '#libs/platform';
import { shipping40 } from './migrations/2026-11-24-40-shipping.js';
import { shipping41 } from './migrations/2026-11-24-41-consignments.js';
import { shippingErrors } from './shipping.errors.js';
import { ShippingModule } from './shipping.module.js';

export type { Consignment, ConsignmentStep } from './consignments/consignments.reader.js';
export { ConsignmentsService, type PackInput } from './consignments/consignments.service.js';
export { s10CheckDigit, trackingNumber, type CarrierCode } from './consignments/tracking-number.js';
export type * from './quotes/quote.js';
export { inWords } from './quotes/words.js';
export { ReferenceService } from './reference/reference.service.js';
export { ShippingModule } from './shipping.module.js';
export { ShippingService } from './shipping.service.js';

export const shippingRoom: Room = { name: 'shipping', module: ShippingModule, entities: [], migrations: [shipping40, shipping41], errors: shippingErrors.definitions };
