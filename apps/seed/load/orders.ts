import { BasketsService, OrdersService, PlacementService, type Order, type OrderState } from '#libs/orders';
import { ExportDocumentsService } from '#libs/export-documents';
import { CheckoutsService, PayoutsService, SecondPersonService } from '#libs/payments';
import { ConsignmentsService, s10CheckDigit } from '#libs/shipping';
import { DomainError, type Actor } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { admin, artisan, buyer, clusters, desk, orders, piece, type CastOrder, type CastOrderEnd } from '../world.js';
import type { Loading } from './loading.js';
import { shareOut } from './lots.js';
import { pieceId } from './pieces.js';

/**
 * The first is brought to its very end before the others begin: a payout batch takes along whatever is due.
 * With a real provider of payments nobody here can pay: then only the unpaid orders are made.
 */
export async function loadOrders(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  const canPay = loading.config.STRIPE_HOST !== undefined;
  const [first, ...others] = orders.filter((order) => canPay || LAST[order.end] === 'placed');
  const load = (order: CastOrder): Promise<void> => loading.once(`order/${order.key}`, () => bring(loading, register, order));
  await load(first!);
  await Promise.all(others.map(load));
  return canPay ? `${orders.length} orders, at least one in each place an order can be` : `${others.length + 1} orders that nobody has paid`;
}

/**
 * An order that nobody pays ends with its hold. At each later start another one is placed for it, unless the
 * demo's visitors have bought the pieces meanwhile.
 */
export async function keepUnpaidOrder(loading: Loading): Promise<void> {
  for (const order of orders.filter(({ end }) => end === 'placed')) {
    await place(loading, order).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }
}

/** What is left to do from each state to get to the next, along the road to the wanted end. */
const NEXT: Partial<Record<OrderState, (road: Road) => Promise<unknown>>> = {
  placed: pay,
  funded: async ({ loading, id, exporter }) => loading.get(OrdersService).accept(exporter, id),
  in_production: async ({ loading, id, exporter }) => loading.get(OrdersService).finish(exporter, id),
  documented: dispatch,
  dispatched: async ({ loading, key }) => loading.get(ConsignmentsService).deliver(await loading.as(desk.email), consignmentId(key)),
};

const ROAD: readonly OrderState[] = ['placed', 'funded', 'in_production', 'ready', 'documented', 'dispatched', 'delivered'];
const LAST: Readonly<Record<CastOrderEnd, OrderState>> = {
  placed: 'placed', funded: 'funded', in_production: 'in_production', ready: 'ready', documented: 'documented', dispatched: 'dispatched', delivered: 'delivered', paid_out: 'delivered', declined: 'funded', cancelled: 'placed',
};

interface Road {
  readonly loading: Loading;
  readonly key: string;
  readonly id: string;
  readonly basketId: string;
  readonly buyer: Actor;
  readonly exporter: Actor;
  readonly order: Order;
  readonly disputed: boolean;
}

async function bring(loading: Loading, register: ReadonlyMap<string, string>, cast: CastOrder): Promise<void> {
  const road = await place(loading, cast);
  const until = ROAD.indexOf(LAST[cast.end]);
  for (let at = ROAD.indexOf(await stateOf(road)); at >= 0 && at < until; at++) {
    await NEXT[ROAD[at]!]?.(road);
    await loading.eventually(`order ${cast.key} to be ${ROAD[at + 1]}`, async () => ROAD.indexOf(await stateOf(road)) > at, 240_000);
  }
  await finish(road, cast.end);
  if (cast.lots) await shareOut(loading, register, road, cast.lots);
}

async function finish(road: Road, end: CastOrderEnd): Promise<void> {
  const { loading, id } = road;
  const service = loading.get(OrdersService);
  if (end === 'cancelled' && (await stateOf(road)) === 'placed') await service.cancel(road.buyer, id);
  if (end === 'declined' && (await stateOf(road)) === 'funded') await service.decline(road.exporter, id, 'The blue glaze failed twice in the kiln, and there is no more of the old one.');
  if (end === 'declined') await loading.eventually('the refund of a declined order', async () => (await stateOf(road)) === 'cancelled', 240_000);
  if (end === 'paid_out') await payOut(road);
}

const stateOf = ({ loading, id }: Pick<Road, 'loading' | 'id'>): Promise<OrderState> => loading.get(OrdersService).stateOf(id);

/** A basket whose order expired before the load went on is left behind, and the next one taken. */
async function place(loading: Loading, cast: CastOrder): Promise<Road> {
  const { email, consignee, buyerKind, taxId } = buyer(cast.buyer);
  const actor = await loading.as(email);
  for (let attempt = 1; ; attempt++) {
    const basketId = demoId('basket', `${cast.key}/${attempt}`);
    const placed = await loading.get(OrdersService).ordersOfBasket(actor, basketId);
    if (placed.length === 0) {
      await loading.get(BasketsService).create(actor, basketId, consignee.country);
      for (const line of cast.lines) await loading.get(BasketsService).setLine(actor, basketId, pieceId(line.piece), line.quantity);
      await loading.get(PlacementService).place(actor, { basketId, consignee, email, buyerKind, taxId });
    }
    const [order] = await loading.get(OrdersService).ordersOfBasket(actor, basketId);
    if (order!.state === 'cancelled' && cast.end !== 'cancelled' && cast.end !== 'declined') continue;
    return { loading, key: cast.key, id: order!.id, basketId, buyer: actor, exporter: await exporterOf(loading, cast), order: order!, disputed: cast.disputed === true };
  }
}

/** An order of the cast where it has been placed. */
export async function theOrder(loading: Loading, cast: CastOrder): Promise<Order | null> {
  if (!loading.isDone(`order/${cast.key}`)) return null;
  return (await place(loading, cast)).order;
}

export async function exporterOf(loading: Loading, cast: CastOrder): Promise<Actor> {
  const { maker } = piece(cast.lines[0]!.piece);
  const cluster = clusters.find((one) => (one.members as readonly string[]).includes(maker));
  return loading.as(cluster ? cluster.agent.email : artisan(maker).email!);
}

/** Pays on the sandbox's own page, as a browser would: the order is funded by the webhook that follows, and disputed by the next. */
async function pay({ loading, basketId, buyer: actor, disputed }: Road): Promise<void> {
  const page = new URL(await loading.get(CheckoutsService).start(actor, basketId));
  const sandbox = new URL(page.pathname, loading.config.STRIPE_HOST);
  const answer = await fetch(sandbox, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `act=${disputed ? 'dispute' : 'pay'}`, signal: AbortSignal.timeout(10_000) });
  if (answer.status !== 303) throw new Error(`the payment page answered ${answer.status}`);
}

const consignmentId = (key: string): string => demoId('consignment', key);

/** Packed and weighed a little heavier than declared, as happens; the papers follow, and only then it may leave. */
async function dispatch({ loading, key, id, order }: Road): Promise<void> {
  const clerk = await loading.as(desk.email);
  const consignments = loading.get(ConsignmentsService);
  const gross = order.proForma.lines.reduce((sum, line) => sum + line.grossWeightGrams * line.quantity, 0);
  await consignments.pack(clerk, { id: consignmentId(key), packages: [{ orderId: id, grossWeightGrams: gross + 150, lengthMm: 600, widthMm: 450, heightMm: 300 }] });
  await loading.eventually(`the papers of order ${key}`, async () => {
    const view = await loading.get(ExportDocumentsService).exportFile(clerk, id);
    return view?.file.consignmentId === consignmentId(key) && view.file.state === 'complete';
  }, 240_000);
  const serial = String(10_000_000 + (parseInt(id.slice(-6), 16) % 10_000_000));
  // XX at the end: a number that no post gives out.
  await loading.eventually(`order ${key} to leave`, () => consignments.dispatch(clerk, consignmentId(key), 'barid', `RB${serial}${s10CheckDigit(serial)}XX`).catch(unlessPapersMissing));
}

function unlessPapersMissing(error: unknown): null {
  if (error instanceof DomainError && error.code === 'SHIPPING_PAPERS_MISSING') return null;
  throw error;
}

async function payOut({ loading, key }: Road): Promise<void> {
  const clerk = await loading.as(desk.email);
  const payouts = loading.get(PayoutsService);
  const batchId = demoId('payout-batch', key);
  await loading.eventually('earnings to be released', () => payouts.createBatch(clerk, batchId).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'PAYOUT_NOTHING_DUE') return null;
    throw error;
  }));
  await loading.get(SecondPersonService).approve(await loading.as(admin.email), batchId).catch(unlessSentAlone);
  await payouts.settle(clerk, { batchId });
}

/** A house with a higher limit sends this batch on the word of one. */
function unlessSentAlone(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'PAYOUT_DECIDED')) throw error;
}
