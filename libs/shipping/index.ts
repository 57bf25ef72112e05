import type { Room } from '#libs/platform';
import { shipping40 } from './migrations/2026-11-24-40-shipping.js';
import { shipping41 } from './migrations/2026-11-24-41-consignments.js';
import { shipping42 } from './migrations/2026-11-24-42-origin.js';
import { shipping44 } from './migrations/2026-11-24-44-carriage.js';
import { shipping44a } from './migrations/2026-11-24-44a-responsible.js';
import { shippingErrors } from './shipping.errors.js';
import { ShippingModule } from './shipping.module.js';

export type { Consignment, ConsignmentStep } from './consignments/consignments.reader.js';
export { ConsignmentsService, type PackInput } from './consignments/consignments.service.js';
export { s10CheckDigit, trackingNumber, type CarrierCode } from './consignments/tracking-number.js';
export type { OriginVerdict } from './origin/origin.js';
export { proofFor, type ProofTerms } from './origin/proof.js';
export { UNION } from './origin/union.js';
export { DeliveredService } from './quotes/delivered.service.js';
export type * from './quotes/quote.js';
export { addedUp, answering, byExporter, togetherInWords, type ExporterQuote, type KnownTogether, type QuotedTogether } from './quotes/several.js';
export type { ProofKind } from './words/origin-words.js';
export { SCREENING_PAPERS } from './words/screening-papers.js';
export { inWords } from './words/in-words.js';
export { ReferenceService } from './reference/reference.service.js';
export { asksResponsible, hasElectronicAddress, type ResponsiblePerson } from './responsible/responsible-person.js';
export { ResponsiblePersonType } from './responsible/responsible.types.js';
export { ResponsibleService } from './responsible/responsible.service.js';
export { ShippingModule } from './shipping.module.js';
export { ShippingService } from './shipping.service.js';

export const shippingRoom: Room = { name: 'shipping', module: ShippingModule, entities: [], migrations: [shipping40, shipping41, shipping42, shipping44, shipping44a], errors: shippingErrors.definitions };
