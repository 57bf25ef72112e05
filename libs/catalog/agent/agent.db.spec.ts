import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { certificationRoom } from '#libs/certification';
import { ConsentsService, MandatesService, registryRoom, type Consent, type MandateAct } from '#libs/registry';
import sharp from 'sharp';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { catalogRoom } from '../index.js';
import { MyProductsService } from '../product/my-products.service.js';
import { ProductService } from '../product/product.service.js';
import { AgentListingService } from './agent-listing.service.js';
import { PriceProposalsService } from './price-proposals.service.js';

let t: TestHouse;
let agents: AgentListingService;
let prices: PriceProposalsService;
let consents: ConsentsService;
let mandates: MandatesService;
let people = 0;
const CLUSTER = newId();
let agent: Actor;
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom]);
  agents = t.get(AgentListingService);
  prices = t.get(PriceProposalsService);
  consents = t.get(ConsentsService);
  mandates = t.get(MandatesService);
  const accountId = await t.get(IdentityService).createPerson({ email: 'hanane@example.ma', password: 'a long password', name: 'Hanane Tazi', locale: 'fr' });
  agent = actor('cluster', { accountId, name: 'Hanane Tazi', memberships: [{ kind: 'cluster', organisationId: CLUSTER }] });
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

const codeTo = async (email: string): Promise<string> => /\d{6}(?!.*\d{6})/s.exec((await t.db.read<{ body: string }>('select body from platform.mail where recipient = $1 order by id desc limit 1', [email]))[0]!.body)![0];

interface Maker {
  readonly who: Actor;
  readonly artisanId: string;
  readonly email: string;
  readonly mandateId: string;
}
async function maker(acts: MandateAct[] = ['listing.save', 'listing.list', 'listing.withdraw', 'price'], validUntil = '2026-12-31'): Promise<Maker> {
  const artisanId = await registeredArtisan(t.db);
  const identity = t.get(IdentityService);
  const email = `maker${++people}@example.ma`;
  const accountId = await identity.createPerson({ email, password: 'a long password', name: 'Fatima Amrani', locale: 'ar' });
  await t.db.write(SYSTEM, (tx) => identity.grant(tx, accountId, { role: 'artisan', artisanId }));
  const who = actor('artisan', { accountId, artisanId, name: 'Fatima Amrani' });
  const { id } = await mandates.propose(agent, { id: newId(), artisanId, agentKind: 'cluster', agentId: CLUSTER, acts, validUntil });
  await mandates.confirm(who, { mandateId: id, code: await codeTo(email) });
  return { who, artisanId, email, mandateId: id };
}
async function onSale(artisanId: string, title?: { ar?: string; fr?: string }): Promise<string> {
  const piece = await listedPiece(t.db, { artisanId, ...(title && { title }) });
  await t.db.read(`insert into catalog.photograph (id, product_id, position, state, original_key, sha256, width, height, created_at) values ($1, $2, 1, 'ready', 'x', 'x', 800, 1000, $3)`, [newId(), piece, TODAY]);
  return piece;
}
const priceOf = async (id: string): Promise<number | null> => (await t.db.read<{ price_minor: number | null }>('select price_minor from catalog.product where id = $1', [id]))[0]!.price_minor;
const lastLetter = async (email: string): Promise<string> => (await t.db.read<{ body: string }>('select body from platform.mail where recipient = $1 order by id desc limit 1', [email]))[0]!.body;
const propose = (productId: string, price = '750'): Promise<Consent> => prices.propose(agent, { id: newId(), productId, price });

describe('an agent with a mandate', () => {
  it('writes, offers and withdraws a piece in its maker’s name, with both names on the record', async () => {
    const { who, artisanId, mandateId } = await maker();
    const id = newId();
    expect(await agents.save(agent, artisanId, { id, title: { fr: 'Tapis de Sefrou' } })).toMatchObject({ state: 'draft', title: { fr: 'Tapis de Sefrou' } });
    const piece = await onSale(artisanId);
    expect(await agents.withdraw(agent, piece)).toMatchObject({ state: 'withdrawn' });
    expect(await agents.record(who, piece)).toMatchObject([{ act: 'withdraw', actorName: 'Fatima Amrani', agentName: 'Hanane Tazi' }]);
    expect(await agents.record(agent, id)).toMatchObject([{ act: 'save', actorName: 'Fatima Amrani', agentName: 'Hanane Tazi' }]);
    expect(await t.db.read(`select actor_name, detail from platform.audit where action = 'product.withdraw-for' and subject_id = $1`, [piece])).toEqual([{ actor_name: 'Hanane Tazi', detail: { artisanId, artisan: 'Fatima Amrani', mandateId } }]);
    expect((await agents.page(agent, artisanId, { first: 10 })).nodes.map((one) => one.id).sort()).toEqual([id, piece].sort());
    await expect(t.db.read('delete from catalog.piece_record')).rejects.toThrow('keeps every row');
  });

  it('photographs a piece, and nobody else’s', async () => {
    const { artisanId, who, mandateId } = await maker();
    const id = newId();
    await agents.save(agent, artisanId, { id, title: { fr: 'Tapis' } });
    const picture = await sharp({ create: { width: 800, height: 1000, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
    const photograph = newId();
    await agents.photograph(agent, { id: photograph, productId: id }, picture);
    await agents.photograph(agent, { id: photograph, productId: id }, picture);
    expect(await t.get(MyProductsService).one(who, id)).toMatchObject({ photographs: [expect.objectContaining({ id: photograph })] });
    // One act of hers each: the piece, then the photograph that was sent twice.
    expect(await agents.record(who, id)).toMatchObject([{ act: 'save', agentName: 'Hanane Tazi' }, { act: 'save', agentName: 'Hanane Tazi' }]);
    const strangers = await listedPiece(t.db, { artisanId: await registeredArtisan(t.db) });
    await expect(agents.photograph(agent, { id: newId(), productId: strangers }, picture)).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN' });
    await mandates.end(who, mandateId);
    await expect(agents.photograph(agent, { id: newId(), productId: id }, picture)).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN' });
  });

  it('may not set a price, not even a first one', async () => {
    const { artisanId } = await maker();
    for (const price of [{ price: '600' }, { priceMinor: 60_000 }, { price: null }]) {
      await expect(agents.save(agent, artisanId, { id: newId(), ...price })).rejects.toMatchObject({ code: 'CATALOG_PRICE_NEEDS_YES' });
    }
  });

  it('does only what the mandate names, for that maker, while it holds', async () => {
    const { artisanId, who, mandateId } = await maker(['listing.save']);
    const piece = await onSale(artisanId);
    const strangers = await listedPiece(t.db, { artisanId: await registeredArtisan(t.db) });
    const unknown = { code: 'CATALOG_PRODUCT_UNKNOWN' };
    for (const id of [piece, strangers, newId(), 'x']) {
      await expect(agents.withdraw(agent, id)).rejects.toMatchObject(unknown);
      await expect(agents.list(agent, id)).rejects.toMatchObject(unknown);
    }
    for (const id of [piece, strangers, newId()]) await expect(propose(id)).rejects.toMatchObject(unknown);
    await expect(agents.record(agent, strangers)).rejects.toMatchObject(unknown);
    await expect(agents.save(agent, artisanId, { id: strangers, title: { fr: 'Le mien' } })).rejects.toMatchObject(unknown);
    for (const other of [actor('cluster', { memberships: [{ kind: 'cluster', organisationId: newId() }] }), actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] })]) {
      await expect(agents.save(other, artisanId, { id: newId() })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
      await expect(agents.page(other, artisanId, { first: 10 })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
    }
    await mandates.end(who, mandateId);
    await expect(agents.save(agent, artisanId, { id: newId() })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
  });
});

describe('a price that an agent proposes', () => {
  it('holds once its maker said yes by the code, with both names on the record', async () => {
    const { who, artisanId, email, mandateId } = await maker();
    const piece = await onSale(artisanId, { ar: 'زربية', fr: 'Tapis' });
    const consent = await propose(piece);
    expect(await priceOf(piece)).toBe(60_000);
    const letter = await lastLetter(email);
    expect(letter).toContain('Hanane Tazi');
    expect(letter).toMatch(/«زربية»: الثمن من .*600.* إلى .*750/);
    expect(consent.words.fr).toMatch(/« Tapis » : prix de 600,00\sMAD à 750,00\sMAD/);
    const code = await codeTo(email);
    expect(await consents.answer(who, { id: consent.id, yes: true, code })).toMatchObject({ state: 'given' });
    expect(await consents.answer(who, { id: consent.id, yes: true, code })).toMatchObject({ state: 'given' });
    expect(await priceOf(piece)).toBe(75_000);
    expect(await agents.record(who, piece)).toMatchObject([{ act: 'price', actorName: 'Fatima Amrani', agentName: 'Hanane Tazi', fromMinor: 60_000, toMinor: 75_000 }]);
    expect(await t.db.read(`select actor_name, detail from platform.audit where action = 'consent.give' and subject_id = $1`, [consent.id])).toMatchObject([{ actor_name: 'Fatima Amrani', detail: { agent: 'Hanane Tazi', mandateId } }]);
    expect(await lastLetter('hanane@example.ma')).toContain('Fatima Amrani a dit oui');
  });

  it('is dropped by a no, and the agent is told', async () => {
    const { who, artisanId } = await maker();
    const piece = await onSale(artisanId);
    const { id } = await propose(piece);
    expect(await consents.answer(who, { id, yes: false })).toMatchObject({ state: 'refused' });
    await expect(consents.answer(who, { id, yes: true, code: '000000' })).rejects.toMatchObject({ code: 'CONSENT_MOVED' });
    expect(await priceOf(piece)).toBe(60_000);
    expect(await lastLetter('hanane@example.ma')).toContain('Fatima Amrani a dit non');
  });

  it('ends after two days, or five wrong codes', async () => {
    const { who, artisanId, email } = await maker();
    const [late, guessed] = [await propose(await onSale(artisanId)), await propose(await onSale(artisanId))];
    const code = await codeTo(email);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let left = 4; left >= 0; left--) await expect(consents.answer(who, { id: guessed.id, yes: true, code: wrong })).rejects.toMatchObject({ code: 'CONSENT_CODE_WRONG', params: { left } });
    expect(await consents.answer(who, { id: guessed.id, yes: true, code })).toMatchObject({ state: 'expired' });
    t.clock.advance(48 * 3_600_000 + 1);
    await t.jobs.tick('registry.consents');
    await expect(consents.answer(who, { id: late.id, yes: true, code: '123456' })).rejects.toMatchObject({ code: 'CONSENT_MOVED', params: { state: 'expired' } });
    expect(await lastLetter('hanane@example.ma')).toContain('n’a pas répondu à temps');
  });

  it('of one proposal is no code of another', async () => {
    const { who, artisanId, email } = await maker();
    const first = await propose(await onSale(artisanId));
    const code = await codeTo(email);
    await propose(await onSale(artisanId));
    const second = await codeTo(email);
    if (second !== code) await expect(consents.answer(who, { id: first.id, yes: true, code: second })).rejects.toMatchObject({ code: 'CONSENT_CODE_WRONG' });
    expect(await consents.answer(who, { id: first.id, yes: true, code })).toMatchObject({ state: 'given' });
  });

  it('gives way to a newer one about the same piece, and to one its maker set herself', async () => {
    const { who, artisanId, email } = await maker();
    const piece = await onSale(artisanId);
    const older = await propose(piece);
    const newer = await propose(piece, '800');
    await expect(consents.answer(who, { id: older.id, yes: true, code: '123456' })).rejects.toMatchObject({ code: 'CONSENT_MOVED', params: { state: 'withdrawn' } });
    const code = await codeTo(email);
    await t.db.write(who, (tx) => tx.query('update catalog.product set price_minor = 65000, goods_minor = 70000 where id = $1', [piece]));
    expect(await consents.answer(who, { id: newer.id, yes: true, code })).toMatchObject({ state: 'failed', failure: 'CATALOG_PRICE_MOVED' });
    expect(await priceOf(piece)).toBe(65_000);
    expect(await lastLetter('hanane@example.ma')).toContain('ce n’était plus possible');
  });

  it('is dropped with its mandate, taken back or run out', async () => {
    const taken = await maker();
    const { id } = await propose(await onSale(taken.artisanId));
    const code = await codeTo(taken.email);
    await mandates.end(taken.who, taken.mandateId);
    await expect(consents.answer(taken.who, { id, yes: true, code })).rejects.toMatchObject({ code: 'CONSENT_MOVED', params: { state: 'dropped' } });
    const over = await maker(['price'], '2026-11-24');
    const piece = await onSale(over.artisanId);
    const last = await propose(piece);
    const lastCode = await codeTo(over.email);
    t.clock.set(new Date('2026-11-25T00:30:00Z'));
    expect(await consents.answer(over.who, { id: last.id, yes: true, code: lastCode })).toMatchObject({ state: 'dropped' });
    expect(await priceOf(piece)).toBe(60_000);
  });

  it('ends in one clear state when the mandate ends while she says yes', async () => {
    for (let round = 0; round < 5; round++) {
      const { who, artisanId, email, mandateId } = await maker();
      const piece = await onSale(artisanId);
      const { id } = await propose(piece);
      const code = await codeTo(email);
      const [answer] = await Promise.allSettled([consents.answer(who, { id, yes: true, code }), mandates.end(agent, mandateId)]);
      const state = answer.status === 'fulfilled' ? answer.value.state : (answer.reason as { params: { state: string } }).params.state;
      expect(['given', 'dropped']).toContain(state);
      expect(await priceOf(piece)).toBe(state === 'given' ? 75_000 : 60_000);
      expect(await t.db.read('select state from registry.consent where id = $1', [id])).toEqual([{ state }]);
    }
  });

  it('is answered by its maker alone, and asked ten times a day at most', async () => {
    const { artisanId, email } = await maker();
    const piece = await onSale(artisanId);
    const { id } = await propose(piece);
    const code = await codeTo(email);
    for (const other of [agent, (await maker()).who, actor('officer'), actor('artisan', { artisanId: newId() })]) await expect(consents.answer(other, { id, yes: true, code })).rejects.toMatchObject({ code: 'CONSENT_NOT_FOUND' });
    await expect(consents.withdraw(actor('cluster', { memberships: [{ kind: 'cluster', organisationId: newId() }] }), id)).rejects.toMatchObject({ code: 'CONSENT_NOT_FOUND' });
    for (let i = 1; i < 10; i++) await propose(piece, String(700 + i));
    await expect(propose(piece, '900')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('sent twice is one proposal and one letter', async () => {
    const { artisanId, email } = await maker();
    const piece = await onSale(artisanId);
    const input = { id: newId(), productId: piece, price: '750' };
    await prices.propose(agent, input);
    await prices.propose(agent, input);
    expect(await t.db.read(`select 1 from platform.mail where recipient = $1`, [email])).toHaveLength(2);
  });
});

describe('a price that the maker sets herself', () => {
  it('stands on the record under her name alone', async () => {
    const { who } = await maker();
    const id = newId();
    await t.get(ProductService).save(who, { id, price: '600' });
    await t.get(ProductService).save(who, { id, title: { fr: 'Tapis' } });
    await t.get(ProductService).save(who, { id, price: '650' });
    expect(await agents.record(who, id)).toMatchObject([{ fromMinor: null, toMinor: 60_000, actorName: 'Fatima Amrani', agentName: null }, { fromMinor: 60_000, toMinor: 65_000 }]);
    expect(await t.get(MyProductsService).one(who, id)).toMatchObject({ priceMinor: 65_000 });
  });
});
