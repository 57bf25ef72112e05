import { newId } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { DeliveredService, ReferenceService, ResponsibleService } from '../index.js';
import { listed, SHIPPING_ROOMS } from '../shipping.fixtures.js';
import { quoteShape } from '../quotes/quote.shape.js';

describe('who answers in the Union for the house', () => {
  let house: TestHouse;
  let responsible: ResponsibleService;
  let rug: string;
  const [amina, brahim, omar] = [actor('admin'), actor('admin'), actor('desk')];
  beforeAll(async () => {
    house = await testHouse(SHIPPING_ROOMS);
    responsible = house.get(ResponsibleService);
    await house.get(ReferenceService).loadShipped(amina);
    rug = await listed(house);
  });
  afterAll(() => house.close());

  const person = (name: string) => ({ id: newId(), name, postalAddress: '8 rue des Exemples, 75011 Paris', electronicAddress: 'answers@maison.example' });
  const shown = async (country = 'FR', buyerKind: 'consumer' | 'business' = 'consumer') => quoteShape(await house.get(DeliveredService).quote({ country, buyerKind, incoterm: 'DDP', lines: [{ productId: rug, quantity: 1 }] }), 'fr');

  it('nobody: no offer to a consumer there, on the page and on the card, and one to everybody else', async () => {
    expect(await shown()).toMatchObject({ known: false, total: null, responsible: [], reasonDetails: [{ code: 'RESPONSIBLE_MISSING' }], reasons: [expect.stringMatching(/article 16/)] });
    expect((await house.get(DeliveredService).cards([rug], 'DE', 'ar'))[0]).toMatchObject({ known: false, total: null, reasons: [expect.stringMatching(/^لا أحد داخل الاتحاد الأوروبي مسؤول بعد/)] });
    expect(await shown('FR', 'business')).toMatchObject({ known: true });
    for (const country of ['US', 'GB', 'CH']) expect(await shown(country)).toMatchObject({ known: true, responsible: [] });
  });

  it('is named by one person and looked over by another: nobody approves her own, and the database says so too', async () => {
    const first = person('Maison Exemple SARL');
    expect(await responsible.propose(amina, first)).toMatchObject({ state: 'waiting', proposedName: amina.name, validFrom: null });
    expect(await responsible.propose(amina, first)).toMatchObject({ id: first.id, state: 'waiting' });
    await expect(responsible.propose(brahim, person('Somebody else'))).rejects.toMatchObject({ code: 'SHIPPING_RESPONSIBLE_WAITING' });
    await expect(responsible.approve(amina, first.id)).rejects.toMatchObject({ code: 'SHIPPING_SECOND_PERSON' });
    await expect(house.db.read(`update shipping.house_responsible set reviewed_by = proposed_by, reviewed_name = 'x', valid_from = '2026-11-24' where id = $1`, [first.id])).rejects.toThrow(/second_person/);
    expect(await shown()).toMatchObject({ known: false });

    const outcomes = await Promise.all([responsible.approve(brahim, first.id), responsible.approve(omar, first.id)]);
    for (const one of outcomes) expect(one).toMatchObject({ state: 'in_force', validFrom: '2026-11-24' });
    expect(await house.db.read(`select name from platform.outbox where name = 'ResponsiblePersonChanged'`)).toHaveLength(1);
    expect(await shown()).toMatchObject({ known: true, responsible: [{ said: 'Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, answers@maison.example', demonstration: true }] });
    expect(await house.db.read(`select action, actor_name from platform.audit where subject_id = $1 order by at, id`, [first.id])).toEqual([{ action: 'responsible.propose', actor_name: amina.name }, { action: 'responsible.approve', actor_name: expect.any(String) }]);
  });

  it('is followed by another from the day that one is approved; ended, nothing is offered', async () => {
    const next = person('Maison Suivante GmbH');
    await responsible.propose(brahim, next);
    await responsible.approve(amina, next.id);
    const [now, before] = await responsible.house();
    expect([now, before]).toMatchObject([{ name: 'Maison Suivante GmbH', state: 'in_force' }, { name: 'Maison Exemple SARL', state: 'ended', endedOn: '2026-11-24' }]);
    await expect(responsible.approve(amina, before!.id)).rejects.toMatchObject({ code: 'SHIPPING_RESPONSIBLE_DECIDED' });
    for (let i = 0; i < 2; i++) expect(await responsible.end(amina, next.id)).toMatchObject({ state: 'ended', endedName: amina.name });
    expect(await shown()).toMatchObject({ known: false });
    const refused = person('Refused');
    await responsible.propose(amina, refused);
    expect(await responsible.end(brahim, refused.id)).toMatchObject({ state: 'refused' });
  });

  it.each([
    ['input.name', { name: ' ' }, 'TEXT_EMPTY'],
    ['input.postalAddress', { postalAddress: '' }, 'TEXT_EMPTY'],
    ['input.electronicAddress', { electronicAddress: 'by telephone' }, 'SHIPPING_RESPONSIBLE_ELECTRONIC'],
    ['input.id', { id: 'x' }, 'INPUT_INVALID'],
  ])('refuses a wrong %s', async (field, wrong, code) => {
    await expect(responsible.propose(amina, { ...person('X'), ...wrong })).rejects.toMatchObject({ code, field });
  });

  it('knows no proposal by another id', async () => {
    for (const id of [newId(), 'x']) await expect(responsible.approve(brahim, id)).rejects.toMatchObject({ code: 'SHIPPING_RESPONSIBLE_UNKNOWN' });
  });
});
