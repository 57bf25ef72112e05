import type { Room } from '#libs/platform';
import { orders50 } from './migrations/2026-11-24-50-orders.js';
import { orders51 } from './migrations/2026-11-24-51-answer-terms.js';
import { orders52 } from './migrations/2026-11-24-52-seen-lines.js';
import { orders53 } from './migrations/2026-11-24-53-claims.js';
import { orders54 } from './migrations/2026-11-24-54-complaints.js';
import { orders59 } from './migrations/2026-11-24-59-stall-sales.js';
import { ordersErrors } from './orders.errors.js';
import { OrdersModule } from './orders.module.js';

export { ComplaintPhotographsService } from './complaint/complaint-photographs.service.js';
export { ComplaintsQueries } from './complaint/complaints.queries.js';
export { ComplaintsService } from './complaint/complaints.service.js';
export type { Complaint } from './complaint/complaint.rows.js';
export { BasketsService, type Basket } from './basket/baskets.service.js';
export { OrdersModule } from './orders.module.js';
export { OrdersService, type Order } from './orders.service.js';
export { orderLifecycle, type OrderState, type OrderVerb } from './order/order.js';
export type { Placement } from './placing/placement.js';
export { PlacementService } from './placing/placement.service.js';
export { StallSalesService, type SellAtStall } from './stall/stall-sales.service.js';
export type {
  BuyerKind, BuyerParty, Charge, ChargeKind, Consignee, ExporterParty, FrozenRate, GoodsShares, Incoterm, Material, Preference, ProForma, ProFormaLine, QuoteSlice, RoleShare, Shares, Totals, Words,
} from './pro-forma.js';

export const ordersRoom: Room = { name: 'orders', module: OrdersModule, entities: [], migrations: [orders50, orders51, orders52, orders53, orders54, orders59], errors: ordersErrors.definitions };
