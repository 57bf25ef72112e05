import { Module } from '@nestjs/common';
import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import type { Room } from '#libs/platform';
import { ConsentsService, MandatesService, BankDetails, RegistryModule, registryRoom, type MandateAct } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { Placements } from '../checkout/placements.port.js';
import { ReleaseService } from '../checkout/release.service.js';
import { splitOf } from '../ledger/split.js';
import { FakePayees, FakePlacements, frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { parts } from '../payments.parts.js';
import { Payees } from '../payouts/payees.port.js';
import { PayoutAccountsService } from '../payouts/payout-accounts.service.js';
import { PayoutsService } from '../payouts/payouts.service.js';
import { ribKey } from '../payouts/rib.js';
import { ClaimedAccountsService } from './claimed-accounts.service.js';
import { MoneyProposalsService } from './money-proposals.service.js';

/** This room beside the register, with its other ports answered by the spec. */
@Module({ imports: [RegistryModule], providers: [...parts, { provide: Placements, useClass: FakePlacements }, { provide: Payees, useClass: FakePayees }, MoneyProposalsService, ClaimedAccountsService] })
class PaymentsAndRegister {}
const room: Room = { ...paymentsAlone, module: PaymentsAndRegister };

let t: TestHouse;
let proposals: MoneyProposalsService;
let consents: ConsentsService;
let accounts: PayoutAccountsService;
let people = 0;
const agent = actor('officer', { name: 'Driss Alami', memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, room]);
  proposals = t.get(MoneyProposalsService);
  consents = t.get(ConsentsService);
  accounts = t.get(PayoutAccountsService);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));
afterEach(async () => expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]));

let ribs = 0;
const rib = (): string => {
  const first22 = `011519${String(++ribs).padStart(16, '0')}`;
  return first22 + ribKey(first22);
};
const lastLetter = async (email: string): Promise<string> => (await t.db.read<{ body: string }>('select body from platform.mail where recipient = $1 order by id desc limit 1', [email]))[0]!.body;
const codeTo = async (email: string): Promise<string> => /: (\d{6})/.exec(await lastLetter(email))![1]!;

async function maker(acts: MandateAct[] = ['bank', 'payout']): Promise<{ who: Actor; artisanId: string; email: string; mandateId: string }> {
  const artisanId = newId();
  await t.db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     values ($1, $2, 'Zahra Oubella', 'F', 1980, 'artisan', 'knotted-carpet', 'carpets', 'MA-FES', 'MA-03', 'registered', 'registered', '2022-01-01', '', '')`,
    [artisanId, `RNA${artisanId}`],
  );
  const identity = t.get(IdentityService);
  const email = `zahra${++people}@example.ma`;
  const accountId = await identity.createPerson({ email, password: 'a long password', name: 'Zahra Oubella', locale: 'fr' });
  await t.db.write(SYSTEM, (tx) => identity.grant(tx, accountId, { role: 'artisan', artisanId }));
  const who = actor('artisan', { accountId, artisanId, name: 'Zahra Oubella' });
  const mandates = t.get(MandatesService);
  const { id } = await mandates.propose(agent, { id: newId(), artisanId, agentKind: 'chamber', agentId: 'MA-03', acts, validUntil: '2027-06-30' });
  await mandates.confirm(who, { mandateId: id, code: await codeTo(email) });
  return { who, artisanId, email, mandateId: id };
}
async function sold(artisanId: string): Promise<void> {
  const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId })));
  await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
}

describe('bank details that an agent proposes', () => {
  it('hold once she said yes, with both names on the account, and are sealed while they wait', async () => {
    const { who, artisanId, email, mandateId } = await maker();
    const digits = rib();
    const consent = await proposals.proposeAccount(agent, { id: newId(), artisanId, rib: digits });
    expect(await accounts.of({ kind: 'artisan', id: artisanId })).toBeNull();
    expect(await lastLetter(email)).toContain(`RIB finissant par ${digits.slice(-4)}`);
    for (const table of ['registry.consent', 'payments.proposed_account', 'platform.audit', 'platform.outbox', 'platform.mail']) {
      const rows = await t.db.read<{ row: string }>(`select x::text as row from ${table} x`);
      expect(rows.filter(({ row }) => row.includes(digits) || row.includes(Buffer.from(digits).toString('hex')) || row.includes(digits.slice(6, 22)))).toEqual([]);
    }
    expect(await consents.answer(who, { id: consent.id, yes: true, code: await codeTo(email) })).toMatchObject({ state: 'given' });
    expect(await accounts.of({ kind: 'artisan', id: artisanId })).toMatchObject({ masked: `011 … ${digits.slice(-4)}` });
    expect(await t.db.read('select saved_by, agent_name, mandate_id, consent_id from payments.payout_account where owner_id = $1', [artisanId])).toEqual([{ saved_by: who.accountId, agent_name: 'Driss Alami', mandate_id: mandateId, consent_id: consent.id }]);
    expect(await t.db.read('select 1 from payments.proposed_account where artisan_id = $1', [artisanId])).toEqual([]);
  });

  it('wait their 72 hours like any others, and she is warned', async () => {
    const { who, artisanId, email } = await maker();
    await accounts.save(who, rib());
    const { id } = await proposals.proposeAccount(agent, { id: newId(), artisanId, rib: rib() });
    await consents.answer(who, { id, yes: true, code: await codeTo(email) });
    expect((await accounts.of({ kind: 'artisan', id: artisanId }))!.usableFrom.getTime() - TODAY.getTime()).toBe(72 * 3_600_000);
    expect(await lastLetter(`${artisanId}@example.com`)).toContain('à partir du 2026-11-27');
  });

  it.each<[string, (of: { who: Actor; id: string; mandateId: string }) => Promise<unknown>]>([
    ['she says no', ({ who, id }) => consents.answer(who, { id, yes: false })],
    ['two days pass', async () => {
      t.clock.advance(48 * 3_600_000 + 1);
      await t.jobs.tick('registry.consents');
    }],
    ['the mandate ends', ({ mandateId }) => t.get(MandatesService).end(agent, mandateId)],
    ['the agent takes them back', ({ id }) => consents.withdraw(agent, id)],
  ])('are forgotten when %s', async (_what, end) => {
    const { who, artisanId, mandateId } = await maker();
    const { id } = await proposals.proposeAccount(agent, { id: newId(), artisanId, rib: rib() });
    await end({ who, id, mandateId });
    expect(await t.db.read('select 1 from payments.proposed_account where consent_id = $1', [id])).toEqual([]);
    expect(await accounts.of({ kind: 'artisan', id: artisanId })).toBeNull();
  });

  it('need a RIB whose key fits, a mandate for that, and one id for one account', async () => {
    const { artisanId } = await maker(['payout']);
    await expect(proposals.proposeAccount(agent, { id: newId(), artisanId, rib: '011519000001205000534922' })).rejects.toMatchObject({ code: 'PAYOUT_RIB_KEY', field: 'input.rib' });
    await expect(proposals.proposeAccount(agent, { id: newId(), artisanId, rib: rib() })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
    const other = await maker();
    const id = newId();
    await proposals.proposeAccount(agent, { id, artisanId: other.artisanId, rib: rib() });
    await expect(proposals.proposeAccount(agent, { id, artisanId: other.artisanId, rib: rib() })).rejects.toMatchObject({ code: 'CONSENT_ID_TAKEN' });
  });
});

describe('a payout that an agent proposes', () => {
  it('is sent once she said yes to its amount and account, as a batch of her own', async () => {
    const [hers, others] = [await maker(), await maker()];
    for (const { who } of [hers, others]) await accounts.save(who, rib());
    for (const { artisanId } of [hers, others]) await sold(artisanId);
    const consent = await proposals.proposePayout(agent, { id: newId(), artisanId: hers.artisanId });
    expect(consent.words.fr).toMatch(/^verser [\d\s,]+MAD maintenant, au compte 011 … \d{4}$/);
    expect(await consents.answer(hers.who, { id: consent.id, yes: true, code: await codeTo(hers.email) })).toMatchObject({ state: 'given' });
    expect(await t.get(PayoutsService).payoutsOf([consent.id])).toMatchObject([{ beneficiaryId: hers.artisanId, amountMinor: consent.terms['amountMinor'], state: 'sent' }]);
    expect(await t.db.read('select agent_name, mandate_id, created_by from payments.payout_batch where id = $1', [consent.id])).toEqual([{ agent_name: 'Driss Alami', mandate_id: hers.mandateId, created_by: hers.who.accountId }]);
    await expect(proposals.proposePayout(agent, { id: newId(), artisanId: hers.artisanId })).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
    await t.get(PayoutsService).createBatch(actor('desk'), newId());
  });

  it('fails in the open when another amount is due by then', async () => {
    const { who, artisanId, email } = await maker();
    await accounts.save(who, rib());
    await sold(artisanId);
    const { id } = await proposals.proposePayout(agent, { id: newId(), artisanId });
    const code = await codeTo(email);
    await sold(artisanId);
    expect(await consents.answer(who, { id, yes: true, code })).toMatchObject({ state: 'failed', failure: 'PAYOUT_AMOUNT_MOVED' });
    expect(await t.get(PayoutsService).payoutsOf([id])).toEqual([]);
  });

  it('says what is owed to nobody without a mandate', async () => {
    const { artisanId } = await maker(['bank']);
    await expect(proposals.proposePayout(agent, { id: newId(), artisanId })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
    await expect(proposals.proposePayout(actor('cluster', { memberships: [{ kind: 'cluster', organisationId: newId() }] }), { id: newId(), artisanId })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
  });
});

describe('bank details of a claim', () => {
  it('are checked, sealed, and the artisan’s own once her chamber approves', async () => {
    const bank = t.get(BankDetails);
    const { who, artisanId } = await maker();
    const claim = { id: newId(), artisanId, accountId: who.accountId! };
    const digits = rib();
    await expect(t.db.write(who, (tx) => bank.kept.keep(tx, claim.id, '011519000001205000534922', 'input.answers.0.text'))).rejects.toMatchObject({ code: 'PAYOUT_RIB_KEY', field: 'input.answers.0.text' });
    expect(await t.db.write(who, (tx) => bank.kept.keep(tx, claim.id, digits, 'x'))).toBe(`011 … ${digits.slice(-4)}`);
    const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    await t.db.write(officer, (tx) => bank.adopt(tx, claim));
    expect(await t.db.read('select saved_by, rib_masked from payments.payout_account where owner_id = $1', [artisanId])).toEqual([{ saved_by: who.accountId, rib_masked: `011 … ${digits.slice(-4)}` }]);
    expect(await t.db.read('select 1 from payments.claimed_account where claim_id = $1', [claim.id])).toEqual([]);
    await t.db.write(officer, (tx) => bank.adopt(tx, { ...claim, id: newId() }));
  });

  it('are forgotten with the claim', async () => {
    const { who } = await maker();
    const id = newId();
    await t.db.write(who, (tx) => t.get(BankDetails).kept.keep(tx, id, rib(), 'x'));
    await t.db.write(who, (tx) => t.get(BankDetails).forget(tx, id));
    expect(await t.db.read('select 1 from payments.claimed_account where claim_id = $1', [id])).toEqual([]);
  });

  it('are set aside when the approval is undone, with what the same account was typing just then, and not what the right person gave', async () => {
    const bank = t.get(BankDetails);
    const { who, artisanId } = await maker();
    await accounts.save(who, rib());
    await t.db.write(agent, (tx) => bank.setAside(tx, artisanId));
    expect(await accounts.of({ kind: 'artisan', id: artisanId })).toBeNull();
    const taken = (): Promise<void> => t.db.write(SYSTEM, (tx) => tx.publish('EntryTakenBack', { artisanId, claimId: newId(), accountId: who.accountId! })).then(() => t.jobs.drain());
    await accounts.save(who, rib());
    await taken();
    expect(await accounts.of({ kind: 'artisan', id: artisanId })).toBeNull();
    await accounts.save(actor('artisan', { artisanId }), rib());
    await taken();
    expect(await accounts.of({ kind: 'artisan', id: artisanId })).not.toBeNull();
  });
});
