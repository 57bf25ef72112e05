import { jest } from '@jest/globals';
import sharp from 'sharp';
import { brokenInvariants } from '#libs/payments';
import { pieceId } from '../../apps/seed/load/pieces.js';
import { DEMO_LIMITS, seedDemo } from '../../apps/seed/seed.js';
import { orders, pieces, requests } from '../../apps/seed/world.js';
import { openHouse, type House } from './house.js';

jest.setTimeout(240_000);

const STATE = { declined: 'cancelled', paid_out: 'delivered' } as const;

/** Drawing is the slow part, and has its own spec: here a sheet of one colour stands for each picture. */
const plain = ({ seed }: { seed: number }) => sharp({ create: { width: 240, height: 300, channels: 3, background: { r: 90, g: 60, b: seed % 256 } } }).jpeg().toBuffer();

describe('the demo world', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(DEMO_LIMITS);
  }, 120_000);
  afterAll(() => house?.close());

  const seed = (begin: (name: string) => (how: string) => void) => seedDemo(house.loading.app, begin, { draw: plain });

  it('goes on where it was cut off', async () => {
    for (const step of ['More pieces', 'Training']) {
      await expect(
        seed((name) => {
          if (name === step) throw new Error('cut off');
          return () => undefined;
        }),
      ).rejects.toThrow('cut off');
    }
    const people = await seed(() => () => undefined);
    expect(people.map((person) => person.email)).toContain('zahra@demo.example');
  });

  it('has an order in each place an order can be, all of them sound', async () => {
    const visitor = await house.visitor().signIn('admin@demo.example');
    const { allOrders } = await visitor.ask<{ allOrders: { nodes: { state: string }[] } }>('{ allOrders(first: 50) { nodes { state } } }');
    expect(allOrders.nodes.map((order) => order.state).sort()).toEqual(orders.map(({ end }) => STATE[end as keyof typeof STATE] ?? end).sort());
    expect(await brokenInvariants((sql) => house.loading.db.read(sql))).toEqual([]);
  });

  it('has every piece that is not sold on sale, each with a delivered price or a reason', async () => {
    const { products } = await house.visitor().ask<{ products: { total: number; nodes: { id: string }[] } }>('{ products(first: 100) { total nodes { id } } }');
    const sold = orders.filter(({ end }) => end !== 'cancelled' && end !== 'placed').flatMap(({ lines }) => lines.filter((line) => pieces.find((piece) => piece.key === line.piece)!.stock === null));
    expect(products.total).toBe(pieces.length - sold.length);
    for (const country of ['FR', 'DE', 'GB', 'US']) {
      const { deliveredPrices } = await house.visitor().ask<{ deliveredPrices: { known: boolean }[] }>(`query ($ids: [ID!]!) { deliveredPrices(productIds: $ids, country: "${country}") { known } }`, { ids: products.nodes.slice(0, 48).map((node) => node.id) });
      expect(deliveredPrices.every((price) => price.known)).toBe(true);
    }
  });

  it('leaves the inspectors something to do', async () => {
    let waiting = 0;
    for (const email of ['inspector@demo.example', 'inspector.safi@demo.example']) {
      const { inspectionQueue } = await (await house.visitor().signIn(email)).ask<{ inspectionQueue: { nodes: object[] } }>('{ inspectionQueue { nodes { id } } }');
      waiting += inspectionQueue.nodes.length;
    }
    expect(waiting).toBe(requests.length);
  });

  it('leaves a chamber a request to decide, a maker a price to agree to, and a visitor a piece to take home', async () => {
    const officer = await house.visitor().signIn('officer@demo.example');
    const { claimQueue } = await officer.ask<{ claimQueue: { nodes: { entry: { nameLatin: string } }[] } }>('{ claimQueue { nodes { entry { nameLatin } } } }');
    expect(claimQueue.nodes).toEqual([{ entry: { nameLatin: 'Hadda Aït Raho' } }]);
    const fes = await (await house.visitor().signIn('officer.fes@demo.example')).ask<{ claimQueue: { nodes: { entry: { nameLatin: string } }[] }; mandatesOfAgent: { nodes: { state: string }[] } }>('{ claimQueue { nodes { entry { nameLatin } } } mandatesOfAgent(agentKind: CHAMBER, agentId: "MA-03") { nodes { state } } }');
    expect([fes.claimQueue.nodes, fes.mandatesOfAgent.nodes.map(({ state }) => state).sort()]).toEqual([[{ entry: { nameLatin: 'Jamila Bennani' } }], ['LIVE', 'PROPOSED']]);
    const zahra = await house.visitor().signIn('zahra@demo.example');
    const { myConsents } = await zahra.ask<{ myConsents: { nodes: { act: string; state: string }[] } }>('{ myConsents { nodes { act state } } }');
    expect(myConsents.nodes).toEqual([{ act: 'PRICE', state: 'WAITING' }]);
    const sold = pieces.find((piece) => piece.key === 'fes-plate')!;
    const driss = await house.visitor().signIn('driss@demo.example');
    const { stallSales } = await driss.ask<{ stallSales: { state: string }[] }>('query ($id: ID!) { stallSales(productId: $id) { state } }', { id: pieceId(sold.key) });
    expect(stallSales).toEqual([{ state: 'waiting' }]);
  });

  it('leaves each side of a complaint its word, with what the buyer shows of it', async () => {
    interface Asked { state: string; title: string; photographIds: string[]; steps: { verb: string }[]; verbs: string[] }
    const asked = 'state title photographIds steps { verb } verbs';
    const workshop = await (await house.visitor().signIn('hafid@demo.example')).ask<{ complaintsToAnswer: Asked[] }>(`{ complaintsToAnswer { ${asked} } }`);
    expect(workshop.complaintsToAnswer).toMatchObject([{ state: 'open', photographIds: [expect.any(String)], verbs: ['accept', 'offer', 'refuse'] }]);
    const desk = await (await house.visitor().signIn('desk@demo.example')).ask<{ waiting: { nodes: Asked[] }; all: { nodes: Asked[] } }>(`{ waiting: complaints(waiting: true) { nodes { ${asked} } } all: complaints(waiting: false) { nodes { ${asked} } } }`);
    expect(desk.waiting.nodes).toMatchObject([{ state: 'with_desk', steps: [{ verb: 'open' }, { verb: 'refuse' }, { verb: 'disagree' }], verbs: ['award', 'dismiss'] }]);
    expect(desk.all.nodes.map(({ state }) => state).sort()).toEqual(['open', 'refunded', 'with_desk']);
  });

  it('leaves the desk a dispute to answer in time, whose money nobody is paid', async () => {
    const desk = await house.visitor().signIn('desk@demo.example');
    const { disputes } = await desk.ask<{ disputes: { nodes: { standing: string; dueAt: string }[] } }>('{ disputes(first: 10) { nodes { standing dueAt } } }');
    expect(disputes.nodes).toEqual([{ standing: 'open', dueAt: expect.any(String) }]);
    expect(new Date(disputes.nodes[0]!.dueAt).getTime()).toBeGreaterThan(Date.now());
    const paid = await house.loading.db.read<{ count: number }>(`select count(*)::int as count from payments.earning e join payments.order_money m on m.order_id = e.order_id where payments.disputed(m.payment_id) and e.payout_id is not null`);
    expect(paid).toEqual([{ count: 0 }]);
  });

  it('leaves a payout file and a rate that wait for a second person', async () => {
    const desk = await house.visitor().signIn('desk@demo.example');
    const { payoutBatches, referenceProposals } = await desk.ask<{ payoutBatches: { nodes: { state: string }[] }; referenceProposals: { state: string; changes: { name: string }[] }[] }>('{ payoutBatches(first: 10) { nodes { state } } referenceProposals { state changes { name } } }');
    expect(payoutBatches.nodes).toEqual([{ state: 'waiting' }, { state: 'settled' }]);
    expect(referenceProposals).toMatchObject([{ state: 'waiting', changes: [{ name: expect.stringContaining('CHF') }] }]);
  });

  it('has a listing of which a certificate covers some units', async () => {
    const part = pieces.find((piece) => piece.certifiedUnits !== undefined)!;
    const maker = await house.visitor().signIn('driss@demo.example');
    const { myProducts } = await maker.ask<{ myProducts: { nodes: { id: string; stock: number; certifiedStock: number | null }[] } }>('{ myProducts(first: 50) { nodes { id stock certifiedStock } } }');
    expect(myProducts.nodes.find(({ id }) => id === pieceId(part.key))).toMatchObject({ stock: part.stock, certifiedStock: part.certifiedUnits });
  });

  it('is recognised at once by the next start', async () => {
    const steps: string[] = [];
    await seed((name) => {
      steps.push(name);
      return () => undefined;
    });
    expect(steps).toEqual([]);
  });
});
