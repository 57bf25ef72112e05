import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { ReferenceService } from '#libs/shipping';
import { loadClusters } from './load/clusters.js';
import { Drawings } from './load/drawings.js';
import { loadExporters } from './load/exporters.js';
import { Loading } from './load/loading.js';
import { loadPeople } from './load/people.js';
import { loadPieces } from './load/pieces.js';
import { artisanIds, loadRegister } from './load/register.js';
import { piece } from './world.js';

/** The demo world's people and some of its pieces, without its orders: what a journey begins with. */
export async function openShop(app: INestApplicationContext, pictures: string, keys: readonly string[]): Promise<void> {
  const loading = await new Loading(app).open();
  await loading.get(ReferenceService).loadShipped(SYSTEM);
  await loadRegister(loading);
  const register = await artisanIds(loading);
  await loadPeople(loading, register);
  await loadClusters(loading, register);
  await loadExporters(loading, register);
  const drawings = new Drawings(pictures);
  await loadPieces(loading, drawings, keys.map(piece));
  await drawings.close();
}
