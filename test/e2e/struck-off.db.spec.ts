import { jest } from '@jest/globals';
import { CatalogService, ListingService, PriceProposalsService } from '#libs/catalog';
import { CertificationService, ChecklistsService, EnrolmentsService, InspectionsService, SessionsService } from '#libs/certification';
import { ClustersService, CollectiveSalesService, LotsQueries, LotsService, MembershipService, OffersService, partOfPrice } from '#libs/clusters';
import { moroccanDay, newId, SYSTEM } from '#libs/kernel';
import { OrdersService, type Order } from '#libs/orders';
import { ConsentsService, csvLine, headerRow, MandatesService, RegisterImport } from '#libs/registry';
import { piece } from '../../libs/orders/orders.fixtures.js';
import { AgentListingService } from '../../libs/catalog/agent/agent-listing.service.js';
import { actor } from '../database.js';
import { openFittingHouse, type FittingHouse, type Person } from './fitting-house.js';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const AGENT = actor('officer', { name: 'Salma Idrissi', memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
const INSPECTOR = actor('inspector', { name: 'Nadia Amrani', memberships: [{ kind: 'centre', organisationId: 'carpets' }] });
/** Sees what the members and the coordinator of a cluster see. */
const DESK = actor('desk');
const MEASURED: Readonly<Record<string, number>> = { length: 2000, width: 1200, 'knots-width': 18, 'knots-height': 15 };
const [clusterId, inspectionId, proposalId, saleId] = [newId(), newId(), newId(), newId()];

/** A register extract that strikes off a maker and the only coordinator of her cluster, in the middle of all that both are in. */
describe('two members struck off at once', () => {
  let house: FittingHouse;
  let amina: Person;
  let rqia: Person;
  let itto: Person;
  let rugs: Record<'sold' | 'offered' | 'certified' | 'resting', string>;
  let [own, shared]: Order[] = [];
  let certificateId: string;

  beforeAll(async () => {
    house = await openFittingHouse();
    [amina, rqia, itto] = [await house.artisan('Amina Fassi', 'ar'), await house.artisan('Rqia Bennani', 'fr'), await house.artisan('Itto Oubella', 'en')];
    for (const [who, identifier] of [[amina, 'STRUCK1'], [rqia, 'STRUCK2']] as const) await house.db.read('update registry.artisan set identifier = $2 where id = $1', [who.artisanId, identifier]);
    rugs = { sold: await rug(1), offered: await rug(12), certified: await rug(1), resting: await rug(1) };
  }, 120_000);
  afterAll(() => house?.close());
  afterEach(async () => expect(await house.broken()).toEqual([]));

  const rug = (stock: number) => piece(house.db, amina.artisanId, { stock });
  const shelf = async () => Object.fromEntries(await Promise.all(Object.entries(rugs).map(async ([name, id]) => {
    const [row] = await house.db.read<{ state: string; why: string | null }>('select state, suspended_for as why from catalog.product where id = $1', [id]);
    return [name, row!.why ? `${row!.state} ${row!.why}` : row!.state];
  })));
  const subjects = async (email: string) => (await house.db.read<{ subject: string }>('select subject from platform.mail where recipient = $1 order by id', [email])).map((letter) => letter.subject);
  const lots = async () => (await house.get(LotsQueries).allotments(DESK, clusterId, { first: 10 })).nodes.flatMap((one) => one.lots);
  const lotsOf = async (who: Person) => (await lots()).filter((lot) => lot.artisanId === who.artisanId).map(({ state, quantity }) => `${state} ${quantity}`).sort();

  async function extract(status: 'radié' | 'inscrit'): Promise<void> {
    const row = (identifier: string, nameLatin: string): Record<string, string> => ({
      identifier, name_latin: nameLatin, sex: 'F', birth_year: '1980', category: 'maâlem', branch: 'Tapis', activity: 'Tapis noué', region: 'Fès-Meknès', province: 'Sefrou',
      chamber: 'Chambre d’artisanat de la région Fès-Meknès', status, registered_on: '2022-01-01', valid_until: '04/03/2030',
    });
    const lines = [headerRow(), ...[row('STRUCK1', 'Amina Fassi'), row('STRUCK2', 'Rqia Bennani')].map((cells) => headerRow().map((column) => cells[column] ?? ''))];
    const outcome = await house.get(RegisterImport).run(SYSTEM, (async function* () { yield Buffer.from(lines.map((line) => csvLine(line, ';')).join('')); })(), { fileName: 'x.csv', now: house.clock.now(), refused: () => undefined });
    expect(outcome).toMatchObject({ refused: 0, standingsMoved: 2 });
    await house.settle();
  }

  async function examined(id: string, pieceId: string | null): Promise<void> {
    await house.get(InspectionsService).request(amina, { id, centreId: 'carpets', productType: 'carpets', variant: 'middle-atlas', ...(pieceId && { pieceId }), description: 'Rug' });
    await house.get(InspectionsService).appoint(INSPECTOR, { inspectionId: id, at: new Date(house.clock.now().getTime() + HOUR) });
  }
  async function look(id: string): Promise<void> {
    const rules = await house.get(ChecklistsService).rules('carpets', 'middle-atlas', moroccanDay(house.clock.now()));
    const seen = rules.filter((rule) => rule.required).map((rule) => (rule.kind === 'observation' ? { rule: rule.code, outcome: 'met' as const } : { rule: rule.code, value: MEASURED[rule.code] ?? 1 }));
    await house.get(InspectionsService).record(INSPECTOR, { id: newId(), inspectionId: id, seen });
  }
  const code = async (email: string): Promise<string> => {
    await house.settle();
    const [letter] = await house.db.read<{ code: string }>(`select substring(body from ': ([0-9]{6})') as code from platform.mail where recipient = $1 and body ~ ': [0-9]{6}'`, [email]);
    return letter!.code;
  };

  it('are, until then, in the middle of everything', async () => {
    const [membership, lotsService] = [house.get(MembershipService), house.get(LotsService)];
    await house.get(ClustersService).create(rqia, { id: clusterId, name: 'Tifawin', legalForm: 'cooperative', address: 'Douar', city: 'Sefrou', regionCode: 'MA-03', branch: 'carpets', rules: 'By turn.', feeBp: 300 });
    for (const who of [amina, itto]) {
      await membership.step(who, clusterId, who.artisanId, 'request', partOfPrice(300));
      await membership.step(rqia, clusterId, who.artisanId, 'approve', null);
    }
    for (const who of [rqia, amina, itto]) await membership.setWork(who, clusterId, who.artisanId, { capacity: 2 });
    for (const permission of ['list', 'price'] as const) await membership.setPermission(amina, clusterId, permission, true);
    await house.get(OffersService).offer(rqia, clusterId, rugs.offered, null);
    const hoursOn = (hours: number): Date => new Date(house.clock.now().getTime() + hours * HOUR);
    await house.get(CollectiveSalesService).plan(rqia, { id: saleId, clusterId, title: 'Wool', opensAt: hoursOn(1), closesAt: hoursOn(25), collectionOn: moroccanDay(hoursOn(49)), pieces: [{ productId: rugs.offered, feeBp: 500 }] });

    own = await house.buy(actor('buyer'), rugs.sold, 1);
    shared = await house.buy(actor('buyer'), rugs.offered, 6);
    await lotsService.shareOut(rqia, { orderId: shared.id, line: 1, rule: 'capacity', answerDays: 60 });
    await lotsService.byMember(rqia, (await lots()).find((lot) => lot.artisanId === rqia.artisanId)!.id, 'accept', null, null);

    certificateId = newId();
    const first = newId();
    await examined(first, rugs.certified);
    await look(first);
    await house.get(CertificationService).issue(INSPECTOR, { id: certificateId, inspectionId: first });
    await examined(inspectionId, null);
    await house.get(ListingService).withdraw(amina, rugs.resting);

    const session = newId();
    const startsOn = moroccanDay(hoursOn(240));
    await house.get(SessionsService).save(INSPECTOR, { id: session, centreId: 'carpets', programme: 'P', titleEn: 'Knotting', titleFr: 'Nouage', titleAr: 'العقد', trainer: 'F', place: 'Azrou', regionCode: 'MA-03', startsOn, endsOn: startsOn, seats: 2, criteria: [{ code: 'knots', en: 'Even', fr: 'Égaux', ar: 'منتظمة' }] });
    await house.get(EnrolmentsService).join(amina, { id: newId(), sessionId: session });

    const mandate = newId();
    await house.get(MandatesService).propose(AGENT, { id: mandate, artisanId: amina.artisanId, agentKind: 'chamber', agentId: 'MA-03', acts: ['listing.list', 'price'], validUntil: moroccanDay(hoursOn(1000)) });
    await house.get(MandatesService).confirm(amina, { mandateId: mandate, code: await code(amina.email) });
    await house.get(PriceProposalsService).propose(AGENT, { id: proposalId, productId: rugs.certified, price: '3100' });
    await house.settle();
    expect(await shelf()).toEqual({ sold: 'sold', offered: 'listed', certified: 'listed', resting: 'withdrawn' });
  });

  it('leave the shelf, keep their orders, and everyone concerned is told in her language', async () => {
    await extract('radié');
    expect(await shelf()).toEqual({ sold: 'sold', offered: 'suspended standing', certified: 'suspended standing', resting: 'withdrawn' });
    const orders = house.get(OrdersService);
    expect([await orders.stateOf(own!.id), await orders.stateOf(shared!.id)]).toEqual(['funded', 'funded']);
    expect((await subjects(amina.email)).filter((subject) => /التشطيب|شُطب|شطب/.test(subject))).toHaveLength(1);
    // Nobody speaks for Tifawin now: that is what she has to know, and so have Amina and Itto.
    expect((await subjects(rqia.email)).filter((subject) => /radié du registre|ne peut plus vendre|représente Tifawin/.test(subject)).sort()).toEqual(['Plus personne ne représente Tifawin', 'Vous avez été radié du registre']);
    expect([await subjects(amina.email), await subjects(itto.email)]).toEqual([expect.arrayContaining(['لم يعد أحد يمثل Tifawin']), expect.arrayContaining(['Nobody speaks for Tifawin any more'])]);
    expect((await subjects('claire@example.com')).filter((subject) => subject.startsWith('About a maker')).sort()).toEqual([`About a maker in order ${own!.number}`, `About a maker in order ${shared!.number}`]);
    // What Rqia has accepted is hers to finish; what waited for Amina's yes does not wait for it.
    expect([await lotsOf(rqia), await lotsOf(amina), await lotsOf(itto)]).toEqual([['accepted 2'], ['lapsed 2'], ['offered 2']]);
  });

  it('can do nothing new, and every room says so', async () => {
    await expect(house.get(ListingService).list(amina, rugs.resting)).rejects.toMatchObject({ code: 'CATALOG_MAY_NOT_SELL' });
    await expect(house.get(AgentListingService).list(AGENT, rugs.resting)).rejects.toMatchObject({ code: 'CATALOG_MAY_NOT_SELL' });
    await expect(house.buy(actor('buyer'), rugs.offered, 1)).rejects.toMatchObject({ code: 'ORDER_PRODUCT_UNKNOWN', field: 'productId' });
    await look(inspectionId);
    await expect(house.get(CertificationService).issue(INSPECTOR, { id: newId(), inspectionId })).rejects.toMatchObject({ code: 'CERTIFICATE_ARTISAN_MAY_NOT_SELL' });
    await expect(house.get(ClustersService).create(rqia, { id: newId(), name: 'Other', legalForm: 'association', address: 'D', city: 'S', regionCode: 'MA-03', branch: 'carpets', rules: 'N.', feeBp: 0 })).rejects.toMatchObject({ code: 'CLUSTER_ARTISAN_UNREGISTERED' });
    // Her own business goes on: the sale opens and closes over a piece that is off the shelf, and a course is a course.
    for (const hours of [2, 26]) {
      house.clock.advance(hours * HOUR);
      await house.jobs.tick('clusters.turn-sales');
    }
    expect((await shelf())['offered']).toBe('suspended standing');
    // Nor does a sale put it under the name of a cluster that rests.
    expect(await house.get(CatalogService).tradeData([rugs.offered])).toMatchObject([{ exporter: { kind: 'artisan', id: amina.artisanId } }]);
    expect((await house.get(EnrolmentsService).mine(amina.artisanId, 5, null)).nodes).toMatchObject([{ state: 'enrolled' }]);
    await house.get(CertificationService).withdraw(INSPECTOR, { certificateId, reason: 'The dye ran.' });
    await house.settle();
  });

  it('finish what was ordered of them', async () => {
    const orders = house.get(OrdersService);
    await orders.accept(amina, own!.id);
    await orders.finish(amina, own!.id);
    const mine = (await lots()).find((lot) => lot.artisanId === rqia.artisanId)!;
    await house.get(LotsService).byMember(rqia, mine.id, 'make', null, null);
    expect([await orders.stateOf(own!.id), await lotsOf(rqia)]).toEqual(['ready', ['made 2']]);
  });

  it('have back with their registration what was theirs, and nothing that ended meanwhile', async () => {
    await extract('inscrit');
    expect(await shelf()).toEqual({ sold: 'sold', offered: 'listed', certified: 'suspended certificate', resting: 'withdrawn' });
    expect(await house.get(CatalogService).tradeData([rugs.offered])).toMatchObject([{ exporter: { kind: 'cluster', id: clusterId }, onSale: true }]);
    expect(await lotsOf(amina)).toEqual(['lapsed 2']);
    for (const news of [/^Vous êtes inscrit/, /^Tifawin est de nouveau coordonné$/]) expect(await subjects(rqia.email)).toEqual(expect.arrayContaining([expect.stringMatching(news)]));
    expect(await house.get(CertificationService).issue(INSPECTOR, { id: newId(), inspectionId })).toMatchObject({ productType: 'carpets', pieceId: null });
    expect(await house.get(ConsentsService).answer(amina, { id: proposalId, yes: false })).toMatchObject({ state: 'refused' });
    await house.settle();
    // A certificate for all she makes covers the rug that lost its own.
    expect((await shelf())['certified']).toBe('listed');
  });
});
