import { readFileSync } from 'node:fs';
import { isId } from '#libs/kernel';
import { demoId } from './demo-id.js';
import { styles } from './pictures/index.js';
import { artisan, artisans, buyer, buyers, clusters, orders, piece, pieces, requests, staff, type CastOrderEnd } from './world.js';

const codes = new Set(readFileSync(new URL('../../libs/catalog/hs-handicrafts.csv', import.meta.url), 'utf8').split('\n').map((line) => line.slice(0, 6)));

describe('the cast', () => {
  it('calls each of its members by a name of their own', () => {
    for (const list of [artisans, pieces, buyers, orders, staff] as readonly (readonly { key: string }[])[]) expect(new Set(list.map((one) => one.key)).size).toBe(list.length);
    const addresses = [...artisans.flatMap((a) => a.email ?? []), ...buyers.map((b) => b.email), ...staff.map((s) => s.email)];
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(artisans.map((a) => a.identifier)).size).toBe(artisans.length);
  });

  it.each(pieces.map((one) => [one.key, one] as const))('%s is ready for export', (_, one) => {
    expect(artisan(one.maker).branch).toBe(one.branch);
    expect(one.materials.reduce((sum, material) => sum + material.percent, 0)).toBe(100);
    expect(codes).toContain(one.hsCode);
    expect(one.grossGrams).toBeGreaterThan(one.netGrams);
    for (const picture of one.pictures) expect(styles[picture.kind]).toContain(picture.style);
    for (const text of [one.title, one.story]) {
      expect(text.ar).toMatch(/^[\u0600-\u06FF0-9\s،.:«»]+$/);
      expect(text.en).not.toMatch(/[\u0600-\u06FF]/);
      expect(new Set([text.en, text.fr, text.ar]).size).toBe(3);
    }
  });

  it('draws no picture twice', () => {
    const asked = pieces.flatMap((one) => one.pictures.map((picture) => JSON.stringify(picture)));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('sells the pieces of one exporter in each order, and no more than there are', () => {
    const exporterOf = (maker: string): string => clusters.find((cluster) => (cluster.members as readonly string[]).includes(maker))?.key ?? maker;
    const sold = new Map<string, number>();
    for (const order of orders) {
      expect(buyer(order.buyer).key).toBe(order.buyer);
      expect(new Set(order.lines.map((line) => exporterOf(piece(line.piece).maker))).size).toBe(1);
      for (const line of order.lines) sold.set(line.piece, (sold.get(line.piece) ?? 0) + line.quantity);
    }
    for (const [key, quantity] of sold) expect(quantity).toBeLessThanOrEqual(piece(key).stock ?? 1);
  });

  it('shares out no more of an order than was bought, and asks no certificate for what has one', () => {
    for (const { lines, lots = [] } of orders) {
      for (const line of lines) expect(lots.filter((lot) => lot.piece === line.piece).reduce((sum, lot) => sum + lot.quantity, 0)).toBeLessThanOrEqual(line.quantity);
    }
    for (const request of requests) expect(piece(request.piece).certifiedAs).toBeNull();
  });

  it('complains only of what has come, of no more than was bought, and gives each complaint the words its end needs', () => {
    const complaints = orders.flatMap(({ end, lines, complaints: said = [] }) => said.map((complaint) => ({ ...complaint, end, how: complaint.end, bought: lines.find((line) => line.piece === complaint.piece)?.quantity ?? 0 })));
    for (const { end, how, quantity, bought, answer, offerMinor } of complaints) {
      expect(end).toBe('delivered');
      expect(quantity).toBeLessThanOrEqual(bought);
      expect([answer !== undefined, offerMinor !== undefined]).toEqual([how !== 'open', how === 'refunded']);
    }
    expect(new Set(complaints.map(({ how }) => how))).toEqual(new Set(['open', 'with_desk', 'refunded']));
  });

  it('has certified some units of a listing, and not all', () => {
    const part = pieces.filter((one) => one.certifiedUnits !== undefined);
    expect(part.length).toBeGreaterThan(0);
    for (const { certifiedAs, certifiedUnits, stock } of part) expect([certifiedAs !== null, certifiedUnits! < stock!]).toEqual([true, true]);
  });

  it('has an order for each state an order can be left in', () => {
    const ends: Record<CastOrderEnd, true> = { placed: true, funded: true, in_production: true, ready: true, documented: true, dispatched: true, delivered: true, paid_out: true, declined: true, cancelled: true };
    expect(new Set(orders.map((order) => order.end))).toEqual(new Set(Object.keys(ends)));
  });
});

describe('a demo id', () => {
  it('is always the same for the same name, and an id', () => {
    expect(demoId('piece', 'safi-jar')).toBe(demoId('piece', 'safi-jar'));
    expect(demoId('piece', 'safi-jar')).not.toBe(demoId('piece', 'safi-vase'));
    expect(isId(demoId('order', 'settled'))).toBe(true);
  });
});
