import { moroccanDay, newId } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { identityRoom } from '../index.js';
import { AuditTrailService } from './audit-trail.service.js';

describe('the audit trail', () => {
  let house: TestHouse;
  let trail: AuditTrailService;
  const [hanane, subjects] = [actor('officer', { name: 'Hanane Tazi' }), [newId(), newId(), newId()]];
  beforeAll(async () => {
    house = await testHouse([identityRoom]);
    trail = house.get(AuditTrailService);
    const did = [['claim.approve', 'claim', 0], ['claim.approve', 'claim', 1], ['product.list', 'product', 2], ['productivity.read', 'report', 2]] as const;
    for (const [action, type, at] of did) {
      // An id carries its millisecond, and within one its order is chance.
      await new Promise((resolve) => setTimeout(resolve, 3));
      await house.db.write(hanane, (tx) => tx.audit({ action, subject: { type, id: subjects[at]! }, detail: { n: at } }));
    }
  });
  afterAll(() => house.close());

  const actions = async (filter: Parameters<AuditTrailService['page']>[0]): Promise<string[]> => (await trail.page(filter, 24, null)).nodes.map((line) => line.action);

  it('tells who did what, newest first, page by page', async () => {
    const first = await trail.page({}, 3, null);
    expect(first.nodes.map((line) => line.action)).toEqual(['productivity.read', 'product.list', 'claim.approve']);
    expect(first.nodes[1]).toMatchObject({ actorName: 'Hanane Tazi', accountId: hanane.accountId, subjectType: 'product', subjectId: subjects[2], detail: { n: 2 } });
    const rest = await trail.page({}, 3, first.endCursor);
    expect([rest.nodes.map((line) => line.subjectId), rest.hasNextPage]).toEqual([[subjects[0]], false]);
  });

  it('is narrowed to a thing, to a person, to a kind of act', async () => {
    expect(await actions({ subjectType: 'claim', subjectId: subjects[0]! })).toEqual(['claim.approve']);
    expect(await actions({ accountId: newId() })).toEqual([]);
    expect(await actions({ accountId: "' or true" })).toEqual([]);
    expect(await actions({ subjectId: '\0' })).toEqual([]);
    expect(await actions({ action: 'product' })).toEqual(['product.list']);
    expect(await actions({ action: 'claim.approve' })).toHaveLength(2);
  });

  it('is narrowed to days, and read from its beginning', async () => {
    expect(await actions({ oldest: true })).toEqual((await actions({})).reverse());
    const first = await trail.page({ oldest: true }, 3, null);
    expect((await trail.page({ oldest: true }, 3, first.endCursor)).nodes).toHaveLength(1);
    const day = moroccanDay(new Date());
    expect(await actions({ from: day, until: day })).toHaveLength(4);
    expect(await actions({ until: '2020-01-01' })).toEqual([]);
    expect(await actions({ from: '2099-01-01' })).toEqual([]);
    await expect(actions({ from: 'yesterday' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(trail.page({}, 3, 'bm90IG91cnM')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
