import { Module } from '@nestjs/common';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import type { Database, Room, Tx } from '#libs/platform';
import { CaptureService } from './checkout/capture.service.js';
import { Placements, type Placed, type PlacedOrder } from './checkout/placements.port.js';
import type { FrozenOrder, Split } from './ledger/split.js';
import { payments60 } from './migrations/2026-11-24-60-ledger.js';
import { payments61 } from './migrations/2026-11-24-61-payments.js';
import { payments62 } from './migrations/2026-11-24-62-payouts.js';
import { payments63 } from './migrations/2026-11-24-63-makers.js';
import { payments64 } from './migrations/2026-11-24-64-second-person.js';
import { payments65 } from './migrations/2026-11-24-65-give-backs.js';
import { payments66 } from './migrations/2026-11-24-66-agents.js';
import { payments67 } from './migrations/2026-11-24-67-claimed-accounts.js';
import { parts } from './payments.parts.js';
import { payments68 } from './migrations/2026-11-24-68-disputes.js';
import { payments68a } from './migrations/2026-11-24-68a-set-aside.js';
import { paymentsErrors } from './payments.errors.js';
import { Payees, type Payee } from './payouts/payees.port.js';

/** Orders as payments sees them, without the six rooms that make them. */
export class FakePlacements extends Placements {
  readonly baskets = new Map<string, { placed: Placed; orders: PlacedOrder[] }>();
  readonly kept: { basketId: string; until: Date }[] = [];

  /** Places a basket of these orders for a buyer. */
  place(buyer: Actor, orders: readonly FrozenOrder[], validUntil: Date, over: Partial<Placed> = {}): { basketId: string; orderIds: string[] } {
    const basketId = newId();
    const placed = orders.map((order, i) => ({ ...order, orderId: newId(), number: `PF-2026-${String(i + 1).padStart(6, '0')}` }));
    const orderIds = placed.map((order) => order.orderId);
    this.baskets.set(basketId, {
      placed: { basketId, owner: buyer.accountId!, email: 'buyer@example.com', locale: 'en', currency: orders[0]!.currency, validUntil: validUntil.toISOString(), state: 'payable', waiting: orderIds, ...over },
      orders: placed,
    });
    return { basketId, orderIds };
  }

  change(basketId: string, over: Partial<Placed>): void {
    const basket = this.baskets.get(basketId)!;
    this.baskets.set(basketId, { ...basket, placed: { ...basket.placed, ...over } });
  }

  async placed(basketId: string): Promise<Placed | null> {
    return this.baskets.get(basketId)?.placed ?? null;
  }

  async keep(_tx: Tx, basketId: string, until: Date): Promise<void> {
    this.kept.push({ basketId, until });
  }

  async order(orderId: string): Promise<PlacedOrder> {
    return [...this.baskets.values()].flatMap((basket) => basket.orders).find((order) => order.orderId === orderId)!;
  }

  async maySee(actor: Actor, orderId: string): Promise<boolean> {
    const basket = [...this.baskets.values()].find(({ orders }) => orders.some((order) => order.orderId === orderId));
    return actor.roles.includes('desk') || basket?.placed.owner === actor.accountId;
  }
}

export class FakePayees extends Payees {
  async nameOf(_tx: Tx, payee: Payee): Promise<string> {
    return `Zahra Oubella ${payee.id.slice(0, 4)}`;
  }

  async spokenFor(actor: Actor): Promise<Payee[]> {
    const clusters = actor.memberships.filter((m) => m.kind === 'cluster').map((m): Payee => ({ kind: 'cluster', id: m.organisationId }));
    return actor.artisanId === null ? clusters : [{ kind: 'artisan', id: actor.artisanId }, ...clusters];
  }

  async addressesOf(payee: Payee): Promise<{ email: string; locale: 'en' | 'fr' | 'ar' }[]> {
    return [{ email: `${payee.id}@example.com`, locale: 'fr' }];
  }
}

@Module({
  providers: [...parts, { provide: Placements, useClass: FakePlacements }, { provide: Payees, useClass: FakePayees }],
})
class PaymentsAlone {}

/** This room with its two ports answered by the spec. */
export const paymentsAlone: Room = { name: 'payments', module: PaymentsAlone, entities: [], migrations: [payments60, payments61, payments62, payments63, payments64, payments65, payments66, payments67, payments68, payments68a], errors: paymentsErrors.definitions };

const NOTHING = { makerMinor: 0, clusterMinor: 0, centreMinor: 0, platformMinor: 0 };

/** A rug of 742.00 EUR delivered, or what `over` says. Line by line the figures add up. */
export function frozenOrder(over: { artisanId?: string; clusterId?: string; centreId?: string; currency?: string; lines?: number; roles?: boolean } = {}): FrozenOrder {
  const artisanId = over.artisanId ?? newId();
  const lines = Array.from({ length: over.lines ?? 1 }, (_, i) => ({
    number: i + 1,
    artisanId,
    centreId: over.centreId ?? null,
    shares: { makerMinor: 35_001, clusterMinor: over.clusterId ? 1_750 : 0, centreMinor: 1_049, platformMinor: 4_000 },
    sharesMad: { makerMinor: 378_000, clusterMinor: over.clusterId ? 18_900 : 0, centreMinor: 11_340, platformMinor: 43_200 },
    ...(over.roles ? { clusterRoles: [{ role: 'coordinator' as const, minor: 1_000, madMinor: 10_800 }, { role: 'packing' as const, minor: 750, madMinor: 8_100 }] } : {}),
    shippingMinor: 9_000,
    insuranceMinor: 601,
    dutyMinor: 0,
    surchargeMinor: 0,
    taxMinor: 22_299,
    feeMinor: 500,
  }));
  const totalMinor = lines.reduce((sum, { shares, ...l }) => sum + Object.values(shares).reduce((s, x) => s + x, 0) + l.shippingMinor + l.insuranceMinor + l.dutyMinor + l.surchargeMinor + l.taxMinor + l.feeMinor, 0);
  return {
    currency: over.currency ?? 'EUR',
    exporter: over.clusterId ? { kind: 'cluster', id: over.clusterId } : { kind: 'artisan', id: artisanId },
    totals: { totalMinor },
    lines: lines.map((line) => ({ ...line, shares: { ...NOTHING, ...line.shares }, sharesMad: { ...NOTHING, ...line.sharesMad } })),
  };
}

/** An order with this split, paid for; answers its id. */
export async function paidOrder(house: { readonly db: Database; get(service: typeof CaptureService): CaptureService }, split: Split): Promise<string> {
  const [paymentId, checkoutId, orderId] = [newId(), newId(), newId()];
  await house.db.write(SYSTEM, async (tx) => {
    await tx.query(`insert into payments.payment (id, basket_id, currency, created_at) values ($1, $2, 'EUR', now())`, [paymentId, newId()]);
    await tx.query(`insert into payments.order_money (order_id, payment_id, number, currency, total_minor, split) values ($1, $2, 'PF-1', 'EUR', $3, $4)`, [orderId, paymentId, split.totalMinor, JSON.stringify(split)]);
    await tx.query(
      `insert into payments.checkout (id, payment_id, order_ids, amount_minor, currency, state, locale, success_url, cancel_url, expires_at, created_at) values ($1, $2, array[$3]::uuid[], $4, 'EUR', 'open', 'en', 'x', 'x', now(), now())`,
      [checkoutId, paymentId, orderId, split.totalMinor],
    );
    await house.get(CaptureService).settle(tx, { id: `cs_${checkoutId}`, checkoutId, status: 'complete', paid: true, amountMinor: split.totalMinor, currency: 'EUR', paymentIntent: `pi_${checkoutId}`, url: null, expiresAt: 1 });
  });
  return orderId;
}
