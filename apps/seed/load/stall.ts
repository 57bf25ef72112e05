import { StallSalesService } from '#libs/orders';
import { demoId } from '../demo-id.js';
import { artisan, piece } from '../world.js';
import type { Loading } from './loading.js';
import { pieceId } from './pieces.js';

const SOLD = { piece: 'fes-plate', quantity: 2, dirhams: 300 };

/** A visitor of the medina has paid for two plates, and has not yet sent them home. */
export async function loadStall(loading: Loading): Promise<string> {
  await loading.once(`stall/${SOLD.piece}`, async () => {
    const maker = await loading.as(artisan(piece(SOLD.piece).maker).email!);
    await loading.get(StallSalesService).sell(maker, { id: demoId('stall-sale', SOLD.piece), productId: pieceId(SOLD.piece), quantity: SOLD.quantity, paidEachMinor: SOLD.dirhams * 100 });
  });
  return 'a sale at the stall';
}
