import { LotsQueries, LotsService } from '#libs/clusters';
import type { Actor } from '#libs/kernel';
import { artisan, clusters, type CastOrder } from '../world.js';
import type { Loading } from './loading.js';
import { clusterId } from './people.js';
import { pieceId } from './pieces.js';

type CastLots = NonNullable<CastOrder['lots']>;

/** A grouping's agent asks its members to make parts of an order; some have said yes already. */
export async function shareOut(loading: Loading, register: ReadonlyMap<string, string>, order: { readonly id: string; readonly exporter: Actor }, lots: CastLots): Promise<void> {
  const cluster = clusterId(clusters.find((one) => (one.members as readonly string[]).includes(lots[0]!.maker))!.key);
  const ofOrder = async () => (await loading.get(LotsQueries).allotments(order.exporter, cluster, { first: 100 })).nodes.filter((line) => line.orderId === order.id);
  const lines = await loading.eventually('the lines of a grouping’s order', async () => {
    const found = await ofOrder();
    return found.length > 0 && found;
  });
  for (const { line, productId, lots: given } of lines) {
    const shares = lots.filter((lot) => pieceId(lot.piece) === productId).map((lot) => ({ artisanId: register.get(lot.maker)!, quantity: lot.quantity }));
    if (given.length === 0) await loading.get(LotsService).shareOut(order.exporter, { orderId: order.id, line, rule: 'hand', answerDays: 3, reason: 'حسب الأفران الفارغة · selon les fours libres', shares });
  }
  for (const lot of lots.filter((one) => one.accepted)) {
    const line = (await ofOrder()).find((one) => one.productId === pieceId(lot.piece));
    const mine = line?.lots.find((one) => one.artisanId === register.get(lot.maker));
    if (mine?.state === 'offered') await loading.get(LotsService).byMember(await loading.as(artisan(lot.maker).email!), mine.id, 'accept', null, null);
  }
}
