import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { hasRole, type Actor, type Role } from '#libs/kernel';
import { platformErrors } from '../platform.errors.js';

export type Allowed = 'anyone' | Exclude<Role, 'system'>;
export const ALLOW = 'dar-sanaa:allow';

/** Who may call this. `anyone` needs no session. What nobody is allowed, nobody may do: a root field without it stops the boot. */
export const Allow = (...allowed: [Allowed, ...Allowed[]]): MethodDecorator => SetMetadata(ALLOW, allowed);

/** What the transport puts on each request before a guard runs. */
export interface Carrier {
  actor: Actor;
}

function carrierOf(context: ExecutionContext): Carrier {
  if ((context.getType() as string) === 'graphql') return context.getArgByIndex<Carrier>(2);
  return context.switchToHttp().getRequest<Carrier>();
}

export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => carrierOf(context).actor);

/** The first wall: roles. The second is in each service, which looks at the thing itself. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const allowed = this.reflector.get<Allowed[] | undefined>(ALLOW, context.getHandler());
    if (!allowed) throw platformErrors.NOT_ALLOWED();
    if (allowed.includes('anyone')) return true;
    const { actor } = carrierOf(context);
    if (hasRole(actor, 'admin', ...(allowed as Role[]))) return true;
    throw actor.accountId === null ? platformErrors.SIGN_IN_REQUIRED() : platformErrors.NOT_ALLOWED();
  }
}

export interface Root {
  readonly where: string;
  readonly allowed: readonly Allowed[] | undefined;
}

/** Every root field and route of the running house, with who may call it. */
export function rootsOf(discovery: DiscoveryService): Root[] {
  const scanner = new MetadataScanner();
  const roots: Root[] = [];
  for (const { instance, metatype } of [...discovery.getControllers(), ...discovery.getProviders()] as { instance: unknown; metatype: unknown }[]) {
    if (typeof instance !== 'object' || instance === null || typeof metatype !== 'function') continue;
    const prototype = Object.getPrototypeOf(instance) as object;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = (prototype as Record<string, object>)[method]!;
      const kind: unknown = Reflect.getMetadata('graphql:resolver_type', handler);
      const route: unknown = Reflect.getMetadata('path', handler);
      const isRoot = kind === 'Query' || kind === 'Mutation' || kind === 'Subscription' || (route !== undefined && Reflect.hasMetadata('method', handler));
      if (isRoot) roots.push({ where: `${metatype.name}.${method}`, allowed: Reflect.getMetadata(ALLOW, handler) as Allowed[] | undefined });
    }
  }
  return roots;
}

@Injectable()
export class AllowCheck {
  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const open = rootsOf(this.discovery).filter((root) => !root.allowed);
    if (open.length) throw new Error(`these say nothing about who may call them; add @Allow: ${open.map((r) => r.where).join(', ')}`);
  }
}
