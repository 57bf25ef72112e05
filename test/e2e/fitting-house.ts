import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor, type Locale } from '#libs/kernel';
import { BasketsService, OrdersService, PlacementService, type Order } from '#libs/orders';
import { brokenInvariants, CheckoutsService, startStripeSandbox } from '#libs/payments';
import { ReferenceService } from '#libs/shipping';
import { ROOMS } from '../../apps/api/rooms.js';
import { EventsService } from '../../libs/payments/checkout/events.service.js';
import { maker } from '../../libs/orders/orders.fixtures.js';
import { actor, dropDatabase, freshDatabase, testHouse, type TestHouse } from '../database.js';

const CONSIGNEE = { name: 'Claire', line1: '1 rue X', city: 'Paris', postalCode: '75010', country: 'FR', phone: '+33612345678' };

/** Every room with a clock that stands and a payment sandbox that answers: what a journey over weeks needs. */
export interface FittingHouse extends TestHouse {
  /** A registered artisan with an account and its letters. */
  artisan(name: string, locale: Locale): Promise<Person>;
  /** Her basket of one piece, placed and paid. */
  buy(buyer: Actor, productId: string, quantity: number): Promise<Order>;
  /** What the payment provider has to say, and all that follows from it. */
  settle(): Promise<void>;
  broken(): Promise<unknown[]>;
}

export interface Person extends Actor {
  readonly artisanId: string;
  readonly email: string;
}

export async function openFittingHouse(): Promise<FittingHouse> {
  const shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      t.get(EventsService).receive(Buffer.concat(chunks), request.headers['stripe-signature']).then(() => response.writeHead(200).end(), () => response.writeHead(400).end());
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const sandboxUrl = await freshDatabase([]);
  const sandbox = await startStripeSandbox({ port: 0, databaseUrl: sandboxUrl, webhookUrl: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`, webhookSecret: 'whsec_only_for_tests' });
  const t = await testHouse(ROOMS, { STRIPE_HOST: sandbox.url });
  t.clock.set(new Date());
  await t.get(ReferenceService).loadShipped(SYSTEM);
  const settle = async (): Promise<void> => {
    await sandbox.deliver();
    await t.jobs.drain();
  };
  return {
    ...t,
    settle,
    broken: () => brokenInvariants((sql) => t.db.read(sql), t.clock.now()),
    async artisan(name, locale) {
      const { artisanId, actor: weaver } = await maker(t.db, name);
      await t.db.read(`update registry.artisan set branch = 'carpets', activity = 'knotted-carpet', province_code = 'MA-SEF', region_code = 'MA-03' where id = $1`, [artisanId]);
      const email = `${newId()}@example.org`;
      const accountId = await t.get(IdentityService).createPerson({ email, password: 'correct horse battery', name, locale });
      await t.db.write(SYSTEM, (tx) => t.get(IdentityService).grant(tx, accountId, { role: 'artisan', artisanId }));
      return { ...weaver, accountId, artisanId, email, locale };
    },
    async buy(buyer, productId, quantity) {
      const basketId = newId();
      await t.get(BasketsService).create(buyer, basketId, 'FR');
      await t.get(BasketsService).setLine(buyer, basketId, productId, quantity);
      await t.get(PlacementService).place(buyer, { basketId, consignee: CONSIGNEE, email: 'claire@example.com', buyerKind: 'business', taxId: 'FR40303265045' });
      await fetch(await t.get(CheckoutsService).start(buyer, basketId), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ act: 'pay' }) });
      await settle();
      return (await t.get(OrdersService).ordersOfBasket(buyer, basketId))[0]!;
    },
    async close() {
      await sandbox.close();
      shop.close();
      await t.close();
      await dropDatabase(sandboxUrl);
    },
  };
}

export const DESK = actor('desk');
