import { newId } from '#libs/kernel';
import { dropDatabase, freshDatabase } from '../../../test/database.js';
import { startStripeSandbox, type StripeSandbox } from '../sandbox/index.js';
import { GatewayRefused, StripeGateway, type SessionRequest } from './stripe.gateway.js';
import type { GatewayEvent } from './stripe.shapes.js';

interface Target {
  readonly gateway: StripeGateway;
  close(): Promise<void>;
}

async function sandbox(): Promise<Target> {
  const databaseUrl = await freshDatabase([]);
  const server: StripeSandbox = await startStripeSandbox({ port: 0, databaseUrl, webhookUrl: 'http://127.0.0.1:9/none', webhookSecret: 'whsec_contract' });
  return {
    gateway: new StripeGateway({ STRIPE_SECRET_KEY: 'sk_test_contract', STRIPE_HOST: server.url, STRIPE_WEBHOOK_SECRET: 'whsec_contract' }),
    close: async () => {
      await server.close();
      await dropDatabase(databaseUrl);
    },
  };
}

/** With a key of Stripe's test mode, the same promises are asked of Stripe itself. */
const realKey = process.env['STRIPE_TEST_SECRET_KEY'];
const real = async (): Promise<Target> => ({
  gateway: new StripeGateway({ STRIPE_SECRET_KEY: realKey, STRIPE_HOST: undefined, STRIPE_WEBHOOK_SECRET: undefined }),
  close: async () => undefined,
});

const targets: [string, () => Promise<Target>][] = [['our sandbox', sandbox], ...(realKey ? [['Stripe’s test mode', real] as [string, () => Promise<Target>]] : [])];

function request(over: Partial<SessionRequest> = {}): SessionRequest {
  return {
    checkoutId: newId(),
    basketId: newId(),
    currency: 'EUR',
    lines: [
      { label: 'Dar Sanaa PF-2026-000001', amountMinor: 74_200 },
      { label: 'Dar Sanaa PF-2026-000002', amountMinor: 1_99 },
    ],
    email: 'buyer@example.com',
    locale: 'fr',
    successUrl: 'http://localhost:3000/fr/checkout/done?session={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://localhost:3000/fr/checkout',
    expiresAt: Math.floor(Date.now() / 1000) + 3600,
    ...over,
  };
}

describe.each(targets)('the payment port on %s', (_name, open) => {
  let target: Target;
  let gateway: StripeGateway;
  beforeAll(async () => {
    target = await open();
    gateway = target.gateway;
  });
  afterAll(() => target.close());

  it('opens a session with a page to pay on', async () => {
    const asked = request();
    const session = await gateway.openSession(asked);
    expect(session).toMatchObject({ status: 'open', paid: false, amountMinor: 74_399, currency: 'EUR', checkoutId: asked.checkoutId, expiresAt: asked.expiresAt });
    expect(session.url).toMatch(/^https?:\/\//);
    expect(await gateway.session(session.id)).toEqual(session);
  });

  it('answers the same session to the same key, also fifty at once', async () => {
    const asked = request({ locale: 'ar' });
    const sessions = await Promise.all(Array.from({ length: 10 }, () => gateway.openSession(asked).catch((e: unknown) => e)));
    const ids = new Set(sessions.map((s) => (s as { id?: string }).id).filter((id) => id !== undefined));
    expect(ids.size).toBe(1);
    expect((await gateway.openSession(asked)).id).toBe([...ids][0]);
  });

  it('refuses the same key for another amount', async () => {
    const asked = request();
    await gateway.openSession(asked);
    await expect(gateway.openSession({ ...asked, lines: [{ label: 'x', amountMinor: 1000 }] })).rejects.toThrow(GatewayRefused);
  });

  it('expires an open session once', async () => {
    const { id } = await gateway.openSession(request());
    expect(await gateway.expireSession(id)).toMatchObject({ id, status: 'expired', paid: false, url: null });
    await expect(gateway.expireSession(id)).rejects.toThrow(GatewayRefused);
    expect(await gateway.session(id)).toMatchObject({ status: 'expired' });
  });

  it('refuses what does not exist or makes no sense', async () => {
    await expect(gateway.session('cs_test_000000000000000000000000')).rejects.toThrow(GatewayRefused);
    await expect(gateway.refund({ refundId: newId(), paymentIntent: 'pi_000000000000000000000000', amountMinor: 1 })).rejects.toThrow(GatewayRefused);
    await expect(gateway.dispute('du_000000000000000000000000')).rejects.toThrow(GatewayRefused);
    await expect(gateway.openSession(request({ lines: [] }))).rejects.toThrow(GatewayRefused);
    await expect(gateway.openSession(request({ currency: 'ZZZ9' }))).rejects.toThrow(GatewayRefused);
    await expect(gateway.openSession(request({ expiresAt: Math.floor(Date.now() / 1000) + 60 }))).rejects.toThrow(GatewayRefused);
    await expect(gateway.openSession(request({ expiresAt: Math.floor(Date.now() / 1000) + 3 * 86_400 }))).rejects.toThrow(GatewayRefused);
    await expect(gateway.openSession(request({ successUrl: 'javascript:alert(1)' }))).rejects.toThrow(GatewayRefused);
  });

  it('lists the events of what happened', async () => {
    const since = Math.floor(Date.now() / 1000) - 60;
    const { id } = await gateway.openSession(request());
    await gateway.expireSession(id);
    let found: GatewayEvent | undefined;
    for (let tries = 0; tries < 10 && !found; tries++) {
      for await (const event of gateway.events(since)) if (event.said.kind === 'session' && event.said.session.id === id) found = event;
      if (!found) await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(found).toMatchObject({ type: 'checkout.session.expired', said: { kind: 'session', session: { status: 'expired' } } });
  });
});
