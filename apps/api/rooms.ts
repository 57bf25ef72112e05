import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { clustersRoom } from '#libs/clusters';
import { exportDocumentsRoom } from '#libs/export-documents';
import { identityRoom } from '#libs/identity';
import { ordersRoom } from '#libs/orders';
import { paymentsRoom } from '#libs/payments';
import { platform01, type Migration, type Room } from '#libs/platform';
import { programmesRoom } from '#libs/programmes';
import { registryRoom } from '#libs/registry';
import { shippingRoom } from '#libs/shipping';

/** Every room of the house, lowest first: a room calls only those before it. */
export const ROOMS: readonly Room[] = [
  identityRoom,
  registryRoom,
  certificationRoom,
  catalogRoom,
  shippingRoom,
  clustersRoom,
  ordersRoom,
  paymentsRoom,
  exportDocumentsRoom,
  programmesRoom,
];

export const MIGRATIONS: readonly Migration[] = [platform01, ...ROOMS.flatMap((room) => room.migrations)];
