import { createHash } from 'node:crypto';
import type { ProForma } from '../pro-forma.js';

/** What shipping packs by. Two orders to the same person at the same address may share a consignment, and no address travels. */
export function readyFact(order: ProForma) {
  return {
    orderId: order.orderId,
    number: order.number,
    exporter: { kind: order.exporter.kind, id: order.exporter.id },
    country: order.consignee.country,
    consigneeKey: createHash('sha256').update(JSON.stringify(order.consignee)).digest('hex').slice(0, 32),
    netWeightGrams: order.lines.reduce((sum, line) => sum + line.netWeightGrams * line.quantity, 0),
  };
}

/** A cluster hears which lines it may share out; an artisan makes her own. */
export function fundedFact(order: ProForma) {
  const { orderId, basketId, exporter, issuedAt: placedAt } = order;
  // What a stall sold is there already: a cluster has nothing to share out.
  if (exporter.kind === 'artisan' || order.stall) return { orderId, basketId };
  return { orderId, basketId, clusterId: exporter.id, placedAt, lines: order.lines.map(({ number, productId, artisanId, quantity }) => ({ number, productId, artisanId, quantity })) };
}
