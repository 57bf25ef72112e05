import { newId, SYSTEM } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { ProposalsService, ReferenceService } from '../index.js';
import { SHIPPING_ROOMS } from '../shipping.fixtures.js';

describe('a change of the law as rows has two people', () => {
  let house: TestHouse;
  let proposals: ProposalsService;
  const [amina, brahim, omar] = [actor('admin'), actor('admin'), actor('desk')];
  beforeAll(async () => {
    house = await testHouse(SHIPPING_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    proposals = house.get(ProposalsService);
  });
  afterAll(() => house.close());

  const HEAD = 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence';
  const rate = (currency: string, madPerUnit: string) => ({ id: newId(), file: 'fx_rate.csv', text: `${HEAD}\n${currency},${madPerUnit},2025-01-01,2026-12-31,Bank Al-Maghrib,2026-11-24,verified\n` });
  const versions = () => house.db.read<{ version: number; proposed_name: string | null; actor_name: string }>(`select version, proposed_name, actor_name from shipping.reference_version order by version`);

  it('who proposed does not approve, by the service or by the database; somebody else does, and both names stay', async () => {
    const proposed = await proposals.proposeText(amina, rate('EUR', '10.9100'));
    expect(proposed).toMatchObject({ state: 'waiting', added: 0, changed: 1, changes: [{ differences: expect.arrayContaining([expect.stringMatching(/^mad_per_unit: .* → 10\.9100$/)]) }] });
    await expect(proposals.approve(amina, proposed.id)).rejects.toMatchObject({ code: 'SHIPPING_SECOND_PERSON' });
    await expect(house.db.read(`update shipping.reference_proposal set state = 'approved', decided_by = proposed_by, version = 1 where id = $1`, [proposed.id])).rejects.toThrow(/reference_second_person/);
    expect(await versions()).toHaveLength(1);
    expect(await proposals.approve(brahim, proposed.id)).toMatchObject({ state: 'approved', version: 2, proposedName: amina.name, decidedName: brahim.name });
    expect(await versions()).toEqual([{ version: 1, proposed_name: null, actor_name: SYSTEM.name }, { version: 2, proposed_name: amina.name, actor_name: brahim.name }]);
    expect(await house.db.read(`select action from platform.audit where subject_id = $1 order by at, id`, [proposed.id])).toEqual([{ action: 'reference.propose' }, { action: 'reference.approve' }]);
  });

  it('said twice, or by two at once, is done once', async () => {
    const input = rate('EUR', '10.9200');
    const [first, again] = [await proposals.proposeText(amina, input), await proposals.proposeText(amina, input)];
    expect(again).toEqual(first);
    const before = (await versions()).length;
    for (const one of await Promise.all([proposals.approve(brahim, first.id), proposals.approve(omar, first.id), proposals.approve(brahim, first.id)])) expect(one.state).toBe('approved');
    expect(await versions()).toHaveLength(before + 1);
  });

  it('writes over nothing that moved since both looked at it', async () => {
    const [slow, quick] = [await proposals.proposeText(amina, rate('EUR', '10.9300')), await proposals.proposeText(brahim, rate('EUR', '10.9400'))];
    await proposals.approve(omar, quick.id);
    await expect(proposals.approve(omar, slow.id)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_MOVED' });
    expect(await proposals.refuse(omar, slow.id, 'The newer rate was taken')).toMatchObject({ state: 'refused', refusal: 'The newer rate was taken', decidedName: omar.name });
    await expect(proposals.approve(brahim, slow.id)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_DECIDED' });
    await expect(proposals.refuse(brahim, quick.id, 'late')).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_DECIDED' });
  });

  it('one may take back her own', async () => {
    const mine = await proposals.proposeText(amina, rate('EUR', '10.9500'));
    expect(await proposals.refuse(amina, mine.id, 'Mistyped')).toMatchObject({ state: 'refused' });
  });

  it('what the house ships with opens an empty house only', async () => {
    await house.db.read(`update shipping.fx_rate set mad_per_unit = 11.1111 where currency = 'EUR'`);
    const before = await versions();
    expect(await house.get(ReferenceService).loadShipped(amina)).toBe(String(before.at(-1)!.version));
    expect(await versions()).toEqual(before);
    expect(await house.db.read(`select mad_per_unit::text from shipping.fx_rate where currency = 'EUR'`)).toContainEqual({ mad_per_unit: '11.1111' });
  });

  it.each([
    ['a row that cannot be read', { file: 'fx_rate.csv', text: `${HEAD}\nEURO,x,2025-01-01,,x,2026-11-24,verified\n` }, 'SHIPPING_REFERENCE_REFUSED'],
    ['a table nobody knows', { file: 'nothing.csv', text: 'a,b\n1,2\n' }, 'SHIPPING_REFERENCE_FILE'],
    ['no rows', { file: 'fx_rate.csv', text: '' }, 'INPUT_INVALID'],
    ['what already stands so', { file: 'fx_rate.csv', text: `${HEAD}\n` }, 'SHIPPING_REFERENCE_SAME'],
  ])('refuses %s', async (_, input, code) => {
    await expect(proposals.proposeText(amina, { id: newId(), ...input })).rejects.toMatchObject({ code });
  });

  it('says what is wrong in the reader’s language, beside the box it stands in', async () => {
    const arabic = actor('admin', { locale: 'ar' });
    await expect(proposals.proposeText(arabic, { id: newId(), file: 'nothing.csv', text: 'a,b\n1,2\n' })).rejects.toMatchObject({ field: 'input.file', params: { reason: '«nothing» ليس جدولاً مرجعياً' } });
    await expect(proposals.proposeText(arabic, rate('EUR', '0'))).rejects.toMatchObject({ field: 'input.text', params: { line: 2, field: 'mad_per_unit', reason: 'يجب أن يكون أكبر من الصفر' } });
  });

  it('knows no proposal by another id', async () => {
    for (const id of [newId(), 'x']) await expect(proposals.approve(brahim, id)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_UNKNOWN' });
  });
});
