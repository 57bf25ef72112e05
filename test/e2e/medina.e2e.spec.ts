import { jest } from '@jest/globals';
import { newId } from '#libs/kernel';
import { brokenInvariants } from '#libs/payments';
import { s10CheckDigit } from '#libs/shipping';
import { render } from '../../apps/seed/pictures/index.js';
import { buyer, piece } from '../../apps/seed/world.js';
import { openHouse, type House } from './house.js';
import type { Visitor } from './visitor.js';

const rug = piece('boujaad-violet');
const daniel = buyer('daniel');
const ids = { rug: newId(), sale: newId(), basket: newId(), consignment: newId() };

jest.setTimeout(90_000);

/** A visitor buys a rug by hand in Boujaad and has it at home in Boston; the house never sees the money of the rug itself. */
describe('a rug bought in the medina, over HTTP', () => {
  let house: House;
  let weaver: Visitor;
  let visitor: Visitor;
  let desk: Visitor;
  let key = '';
  let order: { id: string; number: string; total: { amountMinor: number; currency: string } };

  beforeAll(async () => {
    house = await openHouse();
    [weaver, desk, visitor] = [await house.visitor('ar').signIn('zahra@demo.example'), await house.visitor('fr').signIn('desk@demo.example'), await house.visitor().signIn(daniel.email)];
  }, 120_000);
  afterAll(() => house?.close());

  const eventually = <T>(what: string, look: () => Promise<T | false | null | undefined>): Promise<T> => house.loading.eventually(what, look, 45_000);

  it('is sold hand to hand, and its code is the visitor’s receipt', async () => {
    const [lengthMm, widthMm, heightMm] = rug.mm;
    const { title, story, branch, techniques, hsCode, leadTimeDays, foodContact } = rug;
    const materials = rug.materials.map(({ code, percent }) => ({ code, percent }));
    const input = { id: ids.rug, title, story, branch, techniques, materials, hsCode, price: String(rug.dirhams), netWeightGrams: rug.netGrams, grossWeightGrams: rug.grossGrams, lengthMm, widthMm, heightMm, unique: true, stock: 1, leadTimeDays, foodContact };
    await weaver.ask(`mutation ($input: SaveProductInput!) { saveProduct(input: $input) { id } }`, { input });
    await weaver.upload(`/uploads/photographs?productId=${ids.rug}&id=${newId()}`, 'IMG_1.jpg', await render({ ...rug.pictures[0]!, width: 320 }));
    await weaver.ask(`mutation ($id: ID!) { listProduct(id: $id) { state } }`, { id: ids.rug });
    const { sellAtStall } = await weaver.ask<{ sellAtStall: { state: string; link: string; qr: string } }>(`mutation ($input: SellAtStallInput!) { sellAtStall(input: $input) { state link qr } }`, { input: { id: ids.sale, productId: ids.rug, quantity: 1, paidEachMinor: 280_000 } });
    expect(sellAtStall).toMatchObject({ state: 'waiting', qr: expect.stringMatching(/^<svg /) });
    key = sellAtStall.link.split('/').at(-1)!;
    const { stallPiece } = await house.visitor('fr').ask<{ stallPiece: object }>(`query ($key: String!) { stallPiece(key: $key) { title makerName paid { amountMinor currency } state } }`, { key });
    expect(stallPiece).toEqual({ title: rug.title.fr, makerName: 'Zahra El Boujaadi', paid: { amountMinor: 280_000, currency: 'MAD' }, state: 'waiting' });
  });

  it('asks of the visitor its journey only', async () => {
    const { takeHome } = await visitor.ask<{ takeHome: { stall: { soldOn: string }; quote: { total: { amountMinor: number; currency: string }; lines: { kind: string; amountMinor: number }[] } } }>(
      `mutation ($key: String!, $basket: ID!) { takeHome(key: $key, basketId: $basket, country: "US") { stall { soldOn } quote { total { amountMinor currency } lines { kind amountMinor } } } }`, { key, basket: ids.basket });
    const { total, lines } = takeHome.quote;
    const of = (kind: string): number => lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.amountMinor, 0);
    expect(of('prepaid')).toBe(-of('goods'));
    expect(lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(total.amountMinor);
    const { placeOrder } = await visitor.ask<{ placeOrder: { orders: (typeof order)[] } }>(`mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { orders { id number total { amountMinor currency } } } }`, {
      input: { basketId: ids.basket, consignee: daniel.consignee, email: daniel.email, buyerKind: 'consumer', shownTotalMinor: total.amountMinor },
    });
    order = placeOrder.orders[0]!;
    expect(order.total).toEqual(total);
    const { startPayment } = await visitor.ask<{ startPayment: { url: string } }>(`mutation ($id: ID!) { startPayment(basketId: $id) { url } }`, { id: ids.basket });
    await visitor.send(new URL(startPayment.url).pathname, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'act=pay' });
    await eventually('the order to be ready without a word from the stall', async () => (await visitor.ask<{ order: { state: string } }>(`query ($id: ID!) { order(id: $id) { state } }`, { id: order.id })).order.state === 'ready');
  });

  it('travels with every paper at its full value, and leaves nobody a share of what was paid by hand', async () => {
    const packages = [{ orderId: order.id, grossWeightGrams: rug.grossGrams, lengthMm: 900, widthMm: 400, heightMm: 300 }];
    await eventually('the order to wait for packing', () => desk.ask(`mutation ($input: PackConsignmentInput!) { packConsignment(input: $input) { state } }`, { input: { id: ids.consignment, packages } }).catch(() => null));
    const papers = await eventually('the papers to be complete', async () => {
      const { exportFile } = await desk.ask<{ exportFile: { complete: boolean; papers: { kind: string }[] } | null }>(`query ($id: ID!) { exportFile(orderId: $id) { complete papers { kind } } }`, { id: order.id });
      return exportFile?.complete && exportFile.papers.map((paper) => paper.kind);
    });
    expect(papers).toEqual(expect.arrayContaining(['commercial_invoice', 'packing_list', 'dum_data']));
    // A passing tourist's purchase needs no subscribed title.
    expect(papers).not.toContain('exchange_commitment');
    const serial = '20261125';
    await eventually('the rug to leave', () => desk.ask(`mutation ($id: ID!, $number: String!) { dispatchConsignment(id: $id, carrier: "barid", trackingNumber: $number) { state } }`, { id: ids.consignment, number: `RB${serial}${s10CheckDigit(serial)}XX` }).then(() => true, () => false));
    await desk.ask(`mutation ($id: ID!) { deliverConsignment(id: $id) { state } }`, { id: ids.consignment });
    const ledger = await eventually('the money of the journey to be released', async () => {
      const answer = await desk.ask<{ ledger: { released: { amountMinor: number }; shares: { to: string }[] } }>(`query ($id: ID!) { ledger(orderId: $id) { released { amountMinor } shares { to } } }`, { id: order.id });
      return answer.ledger.released.amountMinor === order.total.amountMinor && answer.ledger;
    });
    expect(ledger.shares.map((share) => share.to).filter((to) => ['artisan', 'cluster', 'centre', 'platform'].includes(to))).toEqual([]);
    const { stallSales } = await weaver.ask<{ stallSales: object[] }>(`query ($id: ID!) { stallSales(productId: $id) { state orderNumber link } }`, { id: ids.rug });
    expect(stallSales).toEqual([{ state: 'sending', orderNumber: order.number, link: null }]);
    expect(await brokenInvariants((sql) => house.loading.db.read(sql))).toEqual([]);
  });
});
