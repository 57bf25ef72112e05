import type { Fact, FactName } from '#libs/facts';
import type { Tx } from '../database/tx.js';
import type { Errand } from './errand.js';

export interface FactHandler {
  readonly kind: 'fact';
  readonly fact: FactName;
  readonly subscriber: string;
}
export interface ErrandHandler {
  readonly kind: 'errand';
  readonly errand: Errand<object>;
}
export interface TimerHandler {
  readonly kind: 'timer';
  readonly name: string;
  readonly everyMs: number;
}
export type Handler = FactHandler | ErrandHandler | TimerHandler;

const HANDLERS = Symbol('handlers');

export function handlersOf(instance: object): { method: string; handler: Handler }[] {
  return (instance.constructor as { [HANDLERS]?: { method: string; handler: Handler }[] })[HANDLERS] ?? [];
}

function mark(target: object, method: string, handler: Handler): void {
  const holder = target.constructor as { [HANDLERS]?: { method: string; handler: Handler }[] };
  if (!Object.hasOwn(holder, HANDLERS)) holder[HANDLERS] = [];
  holder[HANDLERS]!.push({ method, handler });
}

/**
 * Hears a fact. The method gets the fact and an open transaction whose inbox row makes it run once;
 * it only writes. A throw is how the queue retries.
 */
export function OnFact<N extends FactName>(fact: N, subscriber: string) {
  return <M extends (fact: Fact<N>, tx: Tx) => Promise<void>>(target: object, method: string, _d: TypedPropertyDescriptor<M>): void =>
    mark(target, method, { kind: 'fact', fact, subscriber });
}

/**
 * Runs an errand: no transaction is open, it may talk to the outside, and it may run twice.
 * It ends in one short commit of its own. The second argument is the errand's id, the idempotency key to send along.
 */
export function OnErrand<P extends object>(definition: Errand<P>) {
  return <M extends (payload: P, id: string) => Promise<void>>(target: object, method: string, _d: TypedPropertyDescriptor<M>): void =>
    mark(target, method, { kind: 'errand', errand: definition as Errand<object> });
}

/** Runs now and then, on one process at a time. Whatever it finds due, it does in transactions of its own. */
export function OnTimer(name: string, everyMs: number) {
  return (target: object, method: string, _d: TypedPropertyDescriptor<() => Promise<void>>): void =>
    mark(target, method, { kind: 'timer', name, everyMs });
}
