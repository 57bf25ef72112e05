import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { isRouteErrorResponse, ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router';
import { visitorIn } from './visitor-context.js';

export { contextFor } from './visitor-context.js';

const GIVE_UP_AFTER_MS = 6_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  const { nonce } = visitorIn(loadContext);
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', policy(nonce));
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => abort(), GIVE_UP_AFTER_MS);
    const respond = (): void => {
      const body = new PassThrough({
        final(done) {
          clearTimeout(giveUp);
          done();
        },
      });
      pipe(body);
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
    };
    const whenReady = isbot(request.headers.get('user-agent')) ? { onAllReady: respond } : { onShellReady: respond };
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={routerContext} url={request.url} nonce={nonce} />, {
      ...whenReady,
      nonce,
      onShellError: reject,
    });
  });
}

/** A refused address is the visitor's affair, and a closed connection nobody's; the rest is a fault of ours. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  console.error(error);
}

/** Only our own scripts run. Payment is a redirect to the provider's page, so no other origin is needed. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
