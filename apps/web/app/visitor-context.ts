import { createContext, RouterContextProvider, type RouterContext } from 'react-router';
import type { Visitor } from '../visitor.js';

const visitorKey: RouterContext<Visitor> = createContext<Visitor>();

/** The server adapter calls this through the bundle, so that both sides share one key. */
export function contextFor(visitor: Visitor): RouterContextProvider {
  return new RouterContextProvider(new Map([[visitorKey, visitor]]));
}

export function visitorIn(context: Readonly<RouterContextProvider>): Visitor {
  return context.get(visitorKey);
}
