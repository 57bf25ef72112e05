import type { Room } from '#libs/platform';

/** The resolver classes of the rooms, read from their modules. */
export function resolversOf(rooms: readonly Room[]): Function[] {
  return rooms.flatMap((room) => {
    const providers = (Reflect.getMetadata('providers', room.module) as unknown[] | undefined) ?? [];
    return providers.filter((provider): provider is Function => typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_type', provider));
  });
}
