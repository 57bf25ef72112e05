import { artisans } from './cast/artisans.js';
import { carpets } from './cast/carpets.js';
import type { CastArtisan, CastBuyer, CastPerson, CastPiece } from './cast/cast.js';
import { leather } from './cast/leather.js';
import { metal } from './cast/metal.js';
import { orders, requests } from './cast/orders.js';
import { admin, applicants, buyers, clusters, desk, inspectors, officers, PASSWORD } from './cast/people.js';
import { pottery } from './cast/pottery.js';
import { wood } from './cast/wood.js';
import { zellige } from './cast/zellige.js';

export type { CastApplicant, CastArtisan, CastBuyer, CastComplaint, CastOrder, CastOrderEnd, CastPerson, CastPiece, CastRequest, Words } from './cast/cast.js';
export { admin, applicants, artisans, buyers, clusters, desk, inspectors, officers, orders, PASSWORD, requests };

/** Everything for sale in the demo world, in the order it is listed: the last is the newest. */
export const pieces: readonly CastPiece[] = [...leather, ...wood, ...metal, ...zellige, ...pottery, ...carpets];

/** Everyone with an account who is neither an artisan nor a buyer. */
export const staff: readonly CastPerson[] = [admin, desk, ...officers, ...inspectors, ...clusters.map((cluster) => cluster.agent)];

export function artisan(key: string): CastArtisan {
  return found(artisans, key);
}
export function piece(key: string): CastPiece {
  return found(pieces, key);
}
export function buyer(key: string): CastBuyer {
  return found(buyers, key);
}

function found<T extends { readonly key: string }>(list: readonly T[], key: string): T {
  const one = list.find((entry) => entry.key === key);
  if (!one) throw new RangeError(`nobody and nothing in the cast is called ${key}`);
  return one;
}
