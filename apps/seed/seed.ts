import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { ReferenceService } from '#libs/shipping';
import { loadClaims } from './load/claims.js';
import { loadClusters, planSales } from './load/clusters.js';
import { loadComplaints } from './load/complaints.js';
import { Drawings, type Draw } from './load/drawings.js';
import { loadExporters } from './load/exporters.js';
import { Loading, type Begin } from './load/loading.js';
import { loadMandates } from './load/mandates.js';
import { keepUnpaidOrder, loadOrders } from './load/orders.js';
import { loadPeople } from './load/people.js';
import { loadPieces, loadRequests } from './load/pieces.js';
import { artisanIds, loadRegister } from './load/register.js';
import { loadSecondPerson } from './load/second-person.js';
import { loadStall } from './load/stall.js';
import { loadTraining } from './load/training.js';
import { loadWorkshops } from './load/workshops.js';
import { applicants, artisans, buyers, orders, PASSWORD, pieces, staff, type CastPiece } from './world.js';

export interface DemoPerson {
  readonly email: string;
  readonly password: string;
  /** Shown at the end of the start: `Artisan, carpets, Azilal`. */
  readonly role: string;
}

/** Above so many dirhams a payout file of the demo waits for a second person: few enough that its small orders show it. */
export const DEMO_LIMITS = { PAYOUT_SECOND_PERSON_MAD: '1000' } as const;

export interface SeedOptions {
  readonly draw?: Draw;
}

/** Loads the demo world into an open house; a second call finds it there, and one that was cut off goes on where it was. */
export async function seedDemo(app: INestApplicationContext, begin: Begin, options: SeedOptions = {}): Promise<readonly DemoPerson[]> {
  const loading = await new Loading(app).open();
  await loading.once('world-1', () => load(loading, begin, options));
  await keepUnpaidOrder(loading);
  return demoPeople();
}

async function load(loading: Loading, begin: Begin, options: SeedOptions): Promise<void> {
  const step = async (name: string, work: () => Promise<string>): Promise<void> => {
    const end = begin(name);
    end(await work());
  };
  const drawings = new Drawings(join(loading.config.DATA_DIR, 'pictures'), options.draw);
  try {
    await step('Law', async () => `reference data, version ${await loading.get(ReferenceService).loadShipped(SYSTEM)}`);
    await step('Register', () => loadRegister(loading));
    const register = await artisanIds(loading);
    await step('People', () => loadPeople(loading, register));
    await step('Exporters', async () => {
      const said = await loadClusters(loading, register);
      return `${await loadExporters(loading, register)}; ${said}; ${await loadWorkshops(loading)}`;
    });
    // What the orders need comes first: their papers must not wait behind the sizes of every picture.
    const ordered = new Set(orders.flatMap((order) => order.lines.map((line) => line.piece)));
    const isOrdered = (piece: CastPiece): boolean => ordered.has(piece.key);
    await step('Pieces', () => loadPieces(loading, drawings, pieces.filter(isOrdered)));
    await step('Orders', () => loadOrders(loading, register));
    await step('More pieces', () => loadPieces(loading, drawings, pieces.filter((piece) => !isOrdered(piece))));
    await loadRequests(loading);
    await planSales(loading);
    await step('After sales', async () => `${await loadComplaints(loading, drawings)}; ${await loadSecondPerson(loading)}`);
    await step('Training', () => loadTraining(loading));
    await step('Desks', async () => `${await loadClaims(loading)}; ${await loadMandates(loading, register)}; ${await loadStall(loading)}`);
  } finally {
    await drawings.close();
  }
}

/** Whom one can sign in as, the web page's own six first. */
function demoPeople(): DemoPerson[] {
  const makers = artisans.flatMap(({ email, branch, city }) => (email === null ? [] : [{ email, role: `Artisan, ${branch}, ${city}` }]));
  const first = ['zahra@demo.example', 'lahcen@demo.example', 'driss@demo.example'];
  const shown = [...buyers, ...makers.filter((maker) => first.includes(maker.email)), ...applicants, ...staff];
  return shown.map(({ email, role }) => ({ email, role, password: PASSWORD }));
}
