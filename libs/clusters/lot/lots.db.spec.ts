import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registered } from '../clusters.fixtures.js';
import { clustersRoom, ClustersService, LotsQueries, LotsService, MembershipService, partOfPrice } from '../index.js';

describe('sharing out an order', () => {
  let house: TestHouse;
  let lots: LotsService;
  let founder: Actor;
  let weavers: Actor[];
  let clusterId: string;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    lots = house.get(LotsService);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.set(TODAY);
    const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
    [founder, clusterId, weavers] = [await artisan(), newId(), [await artisan(), await artisan(), await artisan()]];
    await house.get(ClustersService).create(founder, {
      id: clusterId, name: `Groupement ${clusterId}`, legalForm: 'cooperative', address: 'Douar Aït Ben Haddou', city: 'Ouarzazate', regionCode: 'MA-08', branch: 'carpets', rules: 'By turn.', feeBp: 300,
    });
    const membership = house.get(MembershipService);
    for (const [i, weaver] of weavers.entries()) {
      await membership.step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(300));
      await membership.step(founder, clusterId, weaver.artisanId!, 'approve', null);
      await membership.setWork(weaver, clusterId, weaver.artisanId!, { capacity: [10, 20, 30][i]! });
    }
  });

  async function funded(...quantities: number[]): Promise<string> {
    const orderId = newId();
    const lines = quantities.map((quantity, i) => ({ number: i + 1, productId: newId(), artisanId: weavers[0]!.artisanId!, quantity }));
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderFunded', { orderId, basketId: newId(), clusterId, lines }));
    await house.jobs.drain();
    return orderId;
  }

  const share = (orderId: string, rule: 'capacity' | 'turn' | 'quota' | 'hand', more: object = {}) => lots.shareOut(founder, { orderId, line: 1, rule, answerDays: 3, reason: rule === 'hand' ? 'Her kiln is free.' : null, ...more });
  const lotsOf = async (orderId: string) => (await house.get(LotsQueries).allotments(founder, clusterId, { first: 100, states: ['open', 'finished', 'closed'] })).nodes.filter((one) => one.orderId === orderId).flatMap((one) => one.lots);
  const facts = async (orderId: string): Promise<unknown[]> => (await house.db.read<{ payload: unknown }>(`select payload from platform.outbox where name = 'LotsFinished' and payload ->> 'orderId' = $1`, [orderId])).map((row) => row.payload);
  const weaverOf = (artisanId: string): Actor => weavers.find((weaver) => weaver.artisanId === artisanId)!;

  /** Gives an artisan an account; answers how to read its letters. */
  async function lettersOf(who: Actor, locale: 'fr' | 'ar'): Promise<() => Promise<{ subject: string; body: string }[]>> {
    // Her joining was told before she had an account.
    await house.jobs.drain();
    const [identity, email] = [house.get(IdentityService), `${newId()}@example.org`];
    const account = await identity.createPerson({ email, password: 'correct horse battery', name: 'Rqia', locale });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: who.artisanId! }));
    return () => house.db.read(`select subject, body from platform.mail where recipient = $1 order by id`, [email]);
  }

  async function make(lot: { id: string; artisanId: string; quantity: number }): Promise<void> {
    await lots.byMember(weaverOf(lot.artisanId), lot.id, 'accept', null, null);
    await lots.byMember(weaverOf(lot.artisanId), lot.id, 'make', null, null);
    await lots.inspect(founder, lot.id, lot.quantity, null);
  }

  it('goes by capacity to whoever has room, and says LotsFinished once, with who made what', async () => {
    const orderId = await funded(30, 1);
    const shares = await share(orderId, 'capacity');
    expect(shares.map((one) => one.quantity).sort((a, b) => a - b)).toEqual([5, 10, 15]);
    for (const lot of await lotsOf(orderId)) await make(lot);
    expect(await facts(orderId)).toEqual([]);
    await lots.shareOut(founder, { orderId, line: 2, rule: 'hand', answerDays: 3, reason: 'Her kiln is free.', shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 1 }] });
    for (const lot of (await lotsOf(orderId)).filter((one) => one.state === 'offered')) await make(lot);
    const [fact] = (await facts(orderId)) as { clusterId: string; made: { line: number; artisanId: string; quantity: number }[] }[];
    expect(fact).toMatchObject({ clusterId });
    expect(fact!.made.reduce((sum, one) => sum + one.quantity, 0)).toBe(31);
    expect(await facts(orderId)).toHaveLength(1);
  });

  it('offers again to others what is declined, left unanswered, failed or only partly taken', async () => {
    const orderId = await funded(12);
    await share(orderId, 'turn');
    const [first] = await lotsOf(orderId);
    await lots.byMember(weaverOf(first!.artisanId), first!.id, 'decline', null, 'My loom is broken.');
    const second = (await lotsOf(orderId)).find((lot) => lot.state === 'offered')!;
    expect(second.artisanId).not.toBe(first!.artisanId);
    await lots.byMember(weaverOf(second.artisanId), second.id, 'accept', Math.min(4, second.quantity), null);
    const standing = (await lotsOf(orderId)).filter((lot) => ['offered', 'accepted'].includes(lot.state));
    expect(standing.reduce((sum, lot) => sum + lot.quantity, 0)).toBe(12);
    house.clock.advance(4 * 86_400_000);
    await house.jobs.tick('clusters.lapse-lots');
    expect((await lotsOf(orderId)).filter((lot) => lot.state === 'lapsed').length).toBeGreaterThan(0);
    expect((await lotsOf(orderId)).find((lot) => lot.id === first!.id)).toMatchObject({ state: 'declined', outcome: 'My loom is broken.' });
  });

  it('is not accepted after its deadline, even before the timer has come by', async () => {
    const orderId = await funded(4);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 4 }] });
    const [lot] = await lotsOf(orderId);
    house.clock.advance(3 * 86_400_000 + 1);
    await expect(lots.byMember(weavers[0]!, lot!.id, 'accept', null, null)).rejects.toMatchObject({ code: 'CLUSTER_LOT_LATE' });
    await lots.byMember(weavers[0]!, lot!.id, 'decline', null, null);
    expect(await lotsOf(orderId)).toMatchObject([{ state: 'declined' }]);
  });

  it('asks nobody who is not registered today, by rule or by hand', async () => {
    await house.db.read(`update registry.artisan set standing = 'lapsed' where id = $1`, [weavers[2]!.artisanId]);
    const orderId = await funded(30);
    await expect(share(orderId, 'hand', { shares: [{ artisanId: weavers[2]!.artisanId!, quantity: 1 }] })).rejects.toMatchObject({ code: 'CLUSTER_HAND_UNREGISTERED', field: 'input.shares.0.artisanId' });
    expect((await share(orderId, 'capacity')).map((one) => one.artisanId).sort()).toEqual([weavers[0]!.artisanId!, weavers[1]!.artisanId!].sort());
  });

  it('waits for no answer of a member who was struck off: hers goes to others at once, what she accepted stays, and the coordinator is told both ways', async () => {
    const [letters, [barred]] = [await lettersOf(founder, 'ar'), weavers];
    const standing = async (to: 'struck_off' | 'registered'): Promise<void> => {
      await house.db.read(`update registry.artisan set standing = $2 where id = $1`, [barred!.artisanId, to]);
      await house.db.write(SYSTEM, (tx) => tx.publish('StandingChanged', { artisanId: barred!.artisanId!, standing: to, maySell: to === 'registered' }));
      await house.jobs.drain();
    };
    const taken = await funded(2);
    await share(taken, 'hand', { shares: [{ artisanId: barred!.artisanId!, quantity: 2 }] });
    await lots.byMember(barred!, (await lotsOf(taken))[0]!.id, 'accept', null, null);
    const waiting = await funded(6);
    await share(waiting, 'capacity');
    expect((await lotsOf(waiting)).map((lot) => lot.artisanId)).toContain(barred!.artisanId);
    await standing('struck_off');
    const now = await lotsOf(waiting);
    expect(now.filter((lot) => lot.artisanId === barred!.artisanId)).toMatchObject([{ state: 'lapsed', outcome: 'She may not sell today: the register does not have her as registered' }]);
    expect(now.filter((lot) => lot.state === 'offered').reduce((sum, lot) => sum + lot.quantity, 0)).toBe(6);
    expect(await lotsOf(taken)).toMatchObject([{ state: 'accepted' }]);
    await standing('registered');
    expect((await letters()).map(({ subject }) => subject)).toEqual([`Rqia Bennani من Groupement ${clusterId}: لا يحق له البيع حالياً`, `Rqia Bennani من Groupement ${clusterId}: يحق له البيع من جديد`]);
  });

  it('writes to a member whom a lot is offered to, once and in her language', async () => {
    const letters = await lettersOf(weavers[2]!, 'fr');
    await share(await funded(7), 'hand', { shares: [{ artisanId: weavers[2]!.artisanId!, quantity: 7 }] });
    await house.jobs.drain();
    await house.db.read(`update platform.outbox set relayed_at = null where name = 'clusters.tell-member'`);
    await house.jobs.drain();
    expect((await letters()).map((letter) => letter.subject)).toEqual([`7 pièces à réaliser pour Groupement ${clusterId}`]);
  });

  it('tells a maker what of her work was not good or was taken back, and why', async () => {
    const letters = await lettersOf(weavers[0]!, 'fr');
    for (const turnDown of [(id: string) => lots.inspect(founder, id, 3, 'Deux sont trop courtes.'), (id: string) => lots.inspect(founder, id, 0, 'Teinture qui dégorge.'), (id: string) => lots.byMember(founder, id, 'fail', null, 'Le tapis n’est pas arrivé.')]) {
      const orderId = await funded(5);
      await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 5 }] });
      const [lot] = await lotsOf(orderId);
      for (const verb of ['accept', 'make'] as const) await lots.byMember(weavers[0]!, lot!.id, verb, null, null);
      await turnDown(lot!.id);
    }
    await house.jobs.drain();
    const told = (await letters()).filter(({ subject }) => !subject.includes('à réaliser'));
    expect(told.map(({ subject }) => subject)).toEqual([`Groupement ${clusterId} n’a pas retenu 2 pièces`, `Groupement ${clusterId} n’a pas retenu 5 pièces`, `Groupement ${clusterId} reprend 5 pièces`]);
    expect(told.map(({ body }) => /trop courtes|dégorge|pas arrivé/.test(body))).toEqual([true, true, true]);
  });

  it('hears a lot only from its maker, or from a coordinator she lets act', async () => {
    const orderId = await funded(5);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 5 }] });
    const [lot] = await lotsOf(orderId);
    await expect(lots.byMember(weavers[1]!, lot!.id, 'accept', null, null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    await expect(lots.byMember(founder, lot!.id, 'accept', null, null)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING' });
    await house.get(MembershipService).setPermission(weavers[0]!, clusterId, 'act', true);
    await lots.byMember(founder, lot!.id, 'accept', null, null);
    await lots.byMember(weavers[0]!, lot!.id, 'make', null, null);
    await house.get(MembershipService).setCoordinator(founder, clusterId, weavers[0]!.artisanId!, true);
    await expect(lots.inspect(weavers[0]!, lot!.id, 5, null)).rejects.toMatchObject({ code: 'CLUSTER_OWN_LOT' });
    await expect(lots.inspect(weavers[1]!, lot!.id, 5, null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    for (const [good, field] of [[6, 'good'], [-1, 'good']] as const) await expect(lots.inspect(founder, lot!.id, good, null)).rejects.toMatchObject({ code: 'CLUSTER_LOT_QUANTITY', field });
    for (const good of [4, 0]) await expect(lots.inspect(founder, lot!.id, good, ' ')).rejects.toMatchObject({ code: 'CLUSTER_INSPECT_REASON', field: 'reason' });
    await lots.inspect(founder, lot!.id, 4, 'One is too short.');
    expect(await facts(orderId)).toEqual([]);
    expect((await house.get(LotsQueries).myLots(weavers[1]!, { first: 24 })).nodes).toEqual([]);
    expect((await house.get(LotsQueries).allotments(weavers[1]!, clusterId, { first: 24 })).nodes).toEqual([]);
  });

  it('never gives out more than was bought, however many share it out at once', async () => {
    const orderId = await funded(20);
    await Promise.allSettled(Array.from({ length: 6 }, () => share(orderId, 'capacity')));
    expect((await lotsOf(orderId)).reduce((sum, lot) => sum + lot.quantity, 0)).toBe(20);
    const [lot] = await lotsOf(orderId);
    await expect(house.db.read(`update clusters.lot set quantity = quantity + 1 where id = $1`, [lot!.id])).rejects.toMatchObject({ code: '23514' });
  });

  it('is shared out once however often the button is pressed', async () => {
    const [orderId, id] = [await funded(12), newId()];
    const press = () => share(orderId, 'hand', { id, shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 4 }] });
    expect(await Promise.all([press(), press()])).toEqual([[{ artisanId: weavers[0]!.artisanId, quantity: 4 }], [{ artisanId: weavers[0]!.artisanId, quantity: 4 }]]);
    expect(await press()).toHaveLength(1);
    expect(await lotsOf(orderId)).toMatchObject([{ quantity: 4 }]);
    await expect(share(orderId, 'hand', { id, shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 5 }] })).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
  });

  it.each<[string, object, string]>([
    ['more than is left', { shares: [{ artisanId: 'weaver', quantity: 6 }] }, 'CLUSTER_LOT_QUANTITY'],
    ['a part of zero', { shares: [{ artisanId: 'weaver', quantity: 0 }] }, 'INPUT_INVALID'],
    ['somebody who is no member', { shares: [{ artisanId: newId(), quantity: 1 }] }, 'CLUSTER_NOT_MEMBER'],
    ['no time to answer', { answerDays: 0 }, 'INPUT_INVALID'],
    ['a part by hand for nobody', { shares: [] }, 'CLUSTER_LOT_QUANTITY'],
    ['a rule by which nobody has room', { rule: 'quota' }, 'CLUSTER_NO_HANDS'],
    ['a part by hand without a reason', { reason: ' ', shares: [{ artisanId: 'weaver', quantity: 1 }] }, 'CLUSTER_HAND_REASON'],
    ['a line there is not', { line: 9 }, 'CLUSTER_ORDER_NOT_FOUND'],
  ])('refuses %s', async (_, change, code) => {
    const orderId = await funded(5);
    const input = JSON.parse(JSON.stringify(change).replace('"weaver"', `"${weavers[0]!.artisanId}"`)) as object;
    await expect(share(orderId, 'hand', input)).rejects.toMatchObject({ code });
  });

  it('pays who made a part when the coordinator finishes the order without waiting for the rest', async () => {
    const orderId = await funded(12, 3);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[1]!.artisanId!, quantity: 5 }, { artisanId: weavers[2]!.artisanId!, quantity: 4 }] });
    const lot = (await lotsOf(orderId)).find((one) => one.artisanId === weavers[1]!.artisanId)!;
    await make(lot);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
    await house.jobs.drain();
    const [fact] = (await facts(orderId)) as { made: object[] }[];
    // What no lot brought is the listing maker's.
    expect(fact!.made).toEqual([
      { line: 1, artisanId: weavers[1]!.artisanId, quantity: 5 },
      { line: 1, artisanId: weavers[0]!.artisanId, quantity: 7 },
      { line: 2, artisanId: weavers[0]!.artisanId, quantity: 3 },
    ]);
    expect(await facts(orderId)).toHaveLength(1);
  });

  it('pays who said that her pieces are made when the coordinator finishes the order without looking at them', async () => {
    const orderId = await funded(12);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[1]!.artisanId!, quantity: 9 }, { artisanId: weavers[2]!.artisanId!, quantity: 2 }] });
    for (const lot of await lotsOf(orderId)) await lots.byMember(weaverOf(lot.artisanId), lot.id, 'accept', null, null);
    const hers = (await lotsOf(orderId)).find((one) => one.artisanId === weavers[1]!.artisanId)!;
    await lots.byMember(weavers[1]!, hers.id, 'make', null, null);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
    await house.jobs.drain();
    expect(((await facts(orderId)) as { made: object[] }[]).map((fact) => fact.made)).toEqual([[{ line: 1, artisanId: weavers[1]!.artisanId, quantity: 9 }, { line: 1, artisanId: weavers[0]!.artisanId, quantity: 3 }]]);
    // Nobody looked at it, and the record does not say that anybody did.
    expect((await lotsOf(orderId)).map((lot) => [lot.quantity, lot.state]).sort()).toEqual([[2, 'failed'], [9, 'made']]);
  });

  it('is taken back by a coordinator with a reason, offered again, and told to who had said yes', async () => {
    const letters = await lettersOf(weavers[2]!, 'ar');
    const orderId = await funded(7);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 7 }] });
    const [lot] = await lotsOf(orderId);
    const other = await funded(3);
    await share(other, 'hand', { shares: [{ artisanId: weavers[2]!.artisanId!, quantity: 3 }] });
    const [hers] = await lotsOf(other);
    await lots.byMember(weavers[2]!, hers!.id, 'accept', null, null);
    await expect(lots.byMember(founder, hers!.id, 'fail', null, ' ')).rejects.toMatchObject({ code: 'CLUSTER_TAKE_BACK_REASON', field: 'reason' });
    await expect(lots.byMember(weavers[1]!, hers!.id, 'fail', null, 'x')).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    await lots.byMember(founder, hers!.id, 'fail', null, 'لم نسمع منها منذ شهر.');
    expect(await lotsOf(other)).toMatchObject([{ state: 'failed', outcome: 'لم نسمع منها منذ شهر.' }]);
    // What was only offered needs no taking back: it lapses.
    await expect(lots.byMember(founder, lot!.id, 'fail', null, 'x')).rejects.toMatchObject({ code: 'CLUSTER_LOT_MOVED' });
    await house.jobs.drain();
    const [taken] = await letters();
    expect(taken).toMatchObject({ subject: `Groupement ${clusterId} يسترجع 3 قطع`, body: expect.stringContaining('لم نسمع منها منذ شهر.') as unknown });
  });

  it('tells who has begun that the order ended, and says nothing to who had not answered', async () => {
    const [begun, silent] = [await lettersOf(weavers[0]!, 'fr'), await lettersOf(weavers[1]!, 'fr')];
    const orderId = await funded(5);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 1 }, { artisanId: weavers[1]!.artisanId!, quantity: 2 }] });
    const lot = (await lotsOf(orderId)).find((one) => one.artisanId === weavers[0]!.artisanId)!;
    await house.jobs.drain();
    await lots.byMember(weavers[0]!, lot.id, 'accept', null, null);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderCancelled', { orderId, reason: 'declined' }));
    await house.jobs.drain();
    expect((await begun()).map((letter) => letter.subject)).toEqual([`1 pièce à réaliser pour Groupement ${clusterId}`, `1 pièce pour Groupement ${clusterId} : la commande a pris fin`]);
    expect((await begun())[0]!.body).toMatch(/Her kiln is free\.[^]*27 novembre 2026[^]*\/fr\/workshop\/sharing/);
    expect(await silent()).toHaveLength(1);
  });

  it('tells who speaks for the cluster when what came back has nobody left to go to', async () => {
    const letters = await lettersOf(founder, 'fr');
    const orderId = await funded(4);
    await share(orderId, 'turn');
    for (let [open] = await lotsOf(orderId); open; [open] = (await lotsOf(orderId)).filter((lot) => lot.state === 'offered')) await lots.byMember(weaverOf(open.artisanId), open.id, 'decline', null, null);
    await house.jobs.drain();
    expect(await letters()).toEqual([{ subject: '4 pièces d’une commande partagée sans artisan', body: expect.stringContaining(`/fr/clusters/${clusterId}/lots`) as string }]);
  });

  it('says its reasons in the reader’s language, and takes no yes from who is no longer registered', async () => {
    const orderId = await funded(6);
    await share(orderId, 'turn');
    const [lot] = await lotsOf(orderId);
    const arabic = (who: Actor): Actor => ({ ...who, locale: 'ar' });
    expect((await house.get(LotsQueries).myLots(arabic(weaverOf(lot!.artisanId)), { first: 9 })).nodes).toMatchObject([{ reason: 'وُزّعت بالدور', outcome: null }]);
    await house.db.read(`update registry.artisan set standing = 'suspended' where id = $1`, [lot!.artisanId]);
    await expect(lots.byMember(weaverOf(lot!.artisanId), lot!.id, 'accept', null, null)).rejects.toMatchObject({ code: 'CLUSTER_HAND_UNREGISTERED' });
    await lots.byMember(weaverOf(lot!.artisanId), lot!.id, 'decline', null, null);
    const again = (await house.get(LotsQueries).allotments(arabic(founder), clusterId, { first: 1 })).nodes[0]!.lots;
    expect(again.map((one) => one.reason).sort()).toEqual(['أُعيد عرضها بالدور', 'وُزّعت بالدور']);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderCancelled', { orderId, reason: 'declined' }));
    await house.jobs.drain();
    expect((await house.get(LotsQueries).allotments(arabic(founder), clusterId, { first: 1, states: ['closed'] })).nodes[0]!.lots.map((one) => one.outcome).sort()).toEqual([null, 'انتهت الطلبية']);
  });

  it('shows how far a shared order is, in pieces, and nothing of one that is not shared', async () => {
    const orderId = await funded(10);
    expect(await house.get(LotsQueries).progress(orderId)).toBeNull();
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 4 }, { artisanId: weavers[1]!.artisanId!, quantity: 3 }] });
    const lot = (await lotsOf(orderId)).find((one) => one.artisanId === weavers[0]!.artisanId)!;
    await make(lot);
    expect(await house.get(LotsQueries).progress(orderId)).toEqual({ total: 10, left: 3, offered: 3, accepted: 0, made: 0, inspected: 4 });
    expect(await house.get(LotsQueries).progress(newId())).toBeNull();
  });

  it('takes lots back when the order ends another way, and follows none afterwards', async () => {
    const orderId = await funded(5);
    await share(orderId, 'hand', { shares: [{ artisanId: weavers[0]!.artisanId!, quantity: 5 }] });
    const [lot] = await lotsOf(orderId);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderCancelled', { orderId, reason: 'declined' }));
    await house.jobs.drain();
    expect((await lotsOf(orderId))[0]).toMatchObject({ state: 'lapsed' });
    await expect(lots.byMember(weavers[0]!, lot!.id, 'accept', null, null)).rejects.toMatchObject({ code: 'CLUSTER_ALLOTMENT_CLOSED' });
    await expect(share(orderId, 'capacity')).rejects.toMatchObject({ code: 'CLUSTER_ALLOTMENT_CLOSED' });
  });
});
