import { readForm } from './form.js';
import { StripeRefusal } from './sandbox.errors.js';
import type { SandboxCheckout } from './sandbox.checkout.js';
import type { SandboxDisputes } from './sandbox.disputes.js';
import { challengePage, closedPage, headersFor, payPage } from './sandbox.page.js';
import type { SandboxStore, StripeObject } from './sandbox.store.js';

export interface Page {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly html: string;
}

const LATE_SECONDS = 30;

/** The hosted pages: what is shown, and what each button does. */
export class SandboxPages {
  constructor(
    private readonly store: SandboxStore,
    private readonly checkout: SandboxCheckout,
    private readonly disputes: SandboxDisputes,
  ) {}

  async show(sessionId: string, challenge: boolean, query: string): Promise<Page> {
    return this.store.inTx(async (tx) => {
      const session = await this.checkout.retrieve(tx, sessionId).catch(missingIsNull);
      if (session?.['status'] === 'complete') return go(returnTo(session));
      if (session === null || session['status'] !== 'open') return { status: session === null ? 404 : 410, headers: headersFor(session), html: closedPage(session) };
      if (challenge) return { status: 200, headers: headersFor(session), html: challengePage(session) };
      const trouble = new URLSearchParams(query).get('trouble');
      const html = payPage(session, await this.checkout.lines(tx, sessionId), trouble === 'declined' || trouble === 'unproved' ? trouble : null);
      return { status: 200, headers: headersFor(session), html };
    });
  }

  async act(sessionId: string, body: string): Promise<Page> {
    const act = readForm(body)?.['act'];
    return this.store.inTx(async (tx) => {
      const session = await this.checkout.retrieve(tx, sessionId).catch(missingIsNull);
      if (session === null || session['status'] === 'expired') return { status: session === null ? 404 : 410, headers: headersFor(session), html: closedPage(session) };
      const here = `/c/pay/${sessionId}`;
      switch (act) {
        case 'pay':
        case 'prove':
          return go(returnTo(await this.checkout.pay(tx, sessionId)));
        case 'late':
          return go(returnTo(await this.checkout.pay(tx, sessionId, { lateSeconds: LATE_SECONDS })));
        case 'twice':
          return go(returnTo(await this.checkout.pay(tx, sessionId, { copies: 2 })));
        case 'dispute': {
          const paid = await this.checkout.pay(tx, sessionId);
          if (session['status'] === 'open') await this.disputes.open(tx, String(paid['payment_intent']));
          return go(returnTo(paid));
        }
        case 'decline':
          await this.checkout.decline(tx, sessionId, 'generic_decline');
          return go(`${here}?trouble=declined`);
        case 'fail':
          await this.checkout.decline(tx, sessionId, 'authentication_required');
          return go(`${here}?trouble=unproved`);
        case 'challenge':
          await this.checkout.challenge(tx, sessionId);
          return go(`${here}/challenge`);
        case 'abandon':
          return go(String(session['cancel_url']));
        default:
          return go(here);
      }
    });
  }
}

function returnTo(session: StripeObject): string {
  return String(session['success_url']).replace('{CHECKOUT_SESSION_ID}', session.id);
}

function go(location: string): Page {
  return { status: 303, headers: { location, 'cache-control': 'no-store' }, html: '' };
}

function missingIsNull(error: unknown): null {
  if (error instanceof StripeRefusal && error.status === 404) return null;
  throw error;
}
