import { platform01, type Migration, type Room } from '#libs/platform';
import { identityRoom } from '#libs/identity';

/** Every room of the house, lowest first: a room calls only rooms above its own line here. */
export const ROOMS: readonly Room[] = [identityRoom];

export const MIGRATIONS: readonly Migration[] = [platform01, ...ROOMS.flatMap((room) => room.migrations)];
