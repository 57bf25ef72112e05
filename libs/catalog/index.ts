import type { Room } from '#libs/platform';
import { agentErrors } from './agent/agent.errors.js';
import { catalogErrors } from './catalog.errors.js';
import { CatalogModule } from './catalog.module.js';
import { catalog30 } from './migrations/2026-11-24-30-catalog.js';
import { catalog31 } from './migrations/2026-11-24-31-handicraft-codes.js';
import { catalog33 } from './migrations/2026-11-24-33-making.js';
import { catalog37 } from './migrations/2026-11-24-37-maker-story.js';
import { catalog38 } from './migrations/2026-11-24-38-piece-record.js';
import { catalog32 } from './migrations/2026-11-24-32-cluster-terms.js';
import { catalog39 } from './migrations/2026-11-24-39-cluster-order-fee.js';
import { catalog39a } from './migrations/2026-11-24-39a-certified-lots.js';
import { catalog39b } from './migrations/2026-11-24-39b-my-pieces.js';

export { PriceProposalsService } from './agent/price-proposals.service.js';
export { catalogErrors } from './catalog.errors.js';
export { CatalogModule } from './catalog.module.js';
export { CatalogService } from './catalog.service.js';
export { MakerStoryService } from './maker/maker-story.service.js';
export type { Photograph } from './photograph/photograph.js';
export { fileOf } from './photograph/photograph.controller.js';
export { PhotographService } from './photograph/photograph.service.js';
export { clusterFeeOf, goodsOfOne, orderFeeShares, priceOf, type ClusterFee, type Fees, type PriceShares } from './price/price.js';
export { ListingService } from './product/listing.service.js';
export type { OwnPiece } from './product/own-on-sale.queries.js';
export { assertOrderable } from './product/orderable.js';
export type { ClusterTerms, Exporter, Material, ProductState, Translations } from './product/product.js';
export { ProductService, type SaveInput } from './product/product.service.js';
export type { TradeData, TradeMaterial, TradePhotograph } from './product/trade-data.js';
export type { Claim, HeldUnit } from './stock/units.service.js';

export const catalogRoom: Room = {
  name: 'catalog',
  module: CatalogModule,
  entities: [],
  migrations: [catalog30, catalog31, catalog32, catalog33, catalog37, catalog38, catalog39, catalog39a, catalog39b],
  errors: { ...catalogErrors.definitions, ...agentErrors.definitions },
};
