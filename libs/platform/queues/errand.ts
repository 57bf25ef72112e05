/**
 * Which workers run it: `io` waits for others (Stripe, mail), `cpu` burns a core (pictures), and `papers` has workers of its
 * own, so that a shelf of photographs uploaded at once never keeps an order's papers waiting.
 */
export type ErrandQueue = 'io' | 'cpu' | 'papers';

/** A private job of a room. Its payload holds ids and trade data, never secrets or personal data. */
export interface Errand<P extends object> {
  readonly name: string;
  readonly queue: ErrandQueue;
  readonly attempts: number;
  /** First wait before a retry; it doubles each time. */
  readonly backoffMs: number;
  /** Can wait: it runs when its queue has nothing else to do. */
  readonly idle: boolean;
  /** Only for the type checker. */
  readonly payload?: P;
}

export interface SendOptions {
  /** The same key never queues twice. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** `errand<{ orderId: string }>('payments.refund', { attempts: 8 })`; the name starts with the room. */
export function errand<P extends object>(name: string, options: Partial<Pick<Errand<P>, 'queue' | 'attempts' | 'backoffMs' | 'idle'>> = {}): Errand<P> {
  return { name, queue: options.queue ?? 'io', attempts: options.attempts ?? 8, backoffMs: options.backoffMs ?? 1000, idle: options.idle ?? false };
}
