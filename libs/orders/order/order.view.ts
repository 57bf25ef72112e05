import type { Locale } from '#libs/kernel';
import type { Order as OrderShape, Placement as PlacementShape } from '../orders.types.js';
import type { Order } from '../orders.service.js';

/** An order as GraphQL shows it, in the reader's language. */
export function orderShape(order: Order, locale: Locale): OrderShape {
  const { proForma } = order;
  const { currency } = proForma;
  const dispatch = order.timeline.find((step) => step.verb === 'dispatch')?.detail;
  return {
    id: order.id,
    number: order.number,
    basketId: order.basketId,
    state: order.state,
    exporterKind: proForma.exporter.kind,
    exporterName: proForma.exporter.name,
    buyerName: proForma.buyer.name,
    country: proForma.consignee.country,
    consignee: { ...proForma.consignee },
    incoterm: `${proForma.incoterm.code} ${proForma.incoterm.place} (Incoterms ${proForma.incoterm.version})`,
    placedAt: order.placedAt,
    validUntil: new Date(proForma.validUntil),
    lines: proForma.lines.map((line) => ({
      productId: line.productId,
      title: line.title[locale],
      quantity: line.quantity,
      makerName: line.makerName,
      photographId: line.photograph,
      goods: { amountMinor: line.goodsMinor, currency },
      makerShare: { amountMinor: line.shares.makerMinor, currency },
      clusterRoles: (line.clusterRoles ?? []).map(({ role, minor }) => ({ role, minor })),
      hsCode: line.hsCode,
      certificateNumber: line.certificateNumber,
    })),
    charges: proForma.quote.charges.map((charge) => ({ ...charge })),
    shares: { ...proForma.shares },
    total: { amountMinor: proForma.totals.totalMinor, currency },
    steps: order.timeline.map((step) => ({ verb: step.verb, to: step.state, at: step.at, by: step.by })),
    carrier: dispatch?.['carrier'] ?? null,
    trackingNumber: dispatch?.['trackingNumber'] ?? null,
    verbs: [...order.verbs],
  };
}

export function placementShape(basketId: string, orders: readonly Order[], locale: Locale): PlacementShape {
  const amountMinor = orders.reduce((sum, order) => sum + order.proForma.totals.totalMinor, 0);
  return { basketId, orders: orders.map((order) => orderShape(order, locale)), total: { amountMinor, currency: orders[0]!.proForma.currency } };
}
