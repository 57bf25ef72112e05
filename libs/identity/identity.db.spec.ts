import { newId, SYSTEM } from '#libs/kernel';
import { ContactsService, IdentityService, identityRoom } from './index.js';
import { actor, testHouse, type TestHouse } from '../../test/database.js';

describe('identity', () => {
  let house: TestHouse;
  let identity: IdentityService;
  beforeAll(async () => {
    house = await testHouse([identityRoom]);
    identity = house.get(IdentityService);
  });
  afterAll(() => house.close());

  const person = { email: 'zahra@example.org', password: 'correct horse battery', name: 'Zahra', locale: 'ar' as const };

  async function cookieOf(email: string, password: string): Promise<string> {
    const answer = await identity.auth.api.signInEmail({ body: { email, password }, asResponse: true });
    return (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
  }

  it('signs a person up once, and in by password', async () => {
    const id = await identity.createPerson(person);
    expect(await identity.createPerson(person)).toBe(id);
    const signedIn = await identity.actorOf({ cookie: await cookieOf(person.email, person.password) });
    expect(signedIn).toMatchObject({ accountId: id, name: 'Zahra', roles: ['buyer'], locale: 'ar' });
    await expect(identity.auth.api.signInEmail({ body: { email: person.email, password: 'wrong password' } })).rejects.toMatchObject({ statusCode: 401 });
  });

  it('writes letters in three languages, and takes no other for one', async () => {
    await expect(identity.auth.api.signUpEmail({ body: { ...person, email: 'xx@example.org', locale: 'xx' } })).rejects.toMatchObject({ statusCode: 400 });
    const id = await identity.createPerson({ ...person, email: 'fr@example.org', locale: 'fr' });
    await expect(identity.auth.api.updateUser({ body: { locale: 'xx' }, headers: new Headers({ cookie: await cookieOf('fr@example.org', person.password) }) })).rejects.toMatchObject({ statusCode: 400 });
    await expect(house.db.read(`update identity."user" set locale = 'xx' where id = $1`, [id])).rejects.toThrow('user_locale');
    const contacts = house.get(ContactsService);
    expect(await contacts.writeIn(actor('buyer', { accountId: id }), 'ar')).toMatchObject({ language: 'ar' });
    expect(await identity.addressOf(id)).toMatchObject({ locale: 'ar' });
  });

  it('keeps a name as other people can read it', async () => {
    const nameOf = async (name: string, email: string): Promise<string> => (await identity.addressOf((await identity.auth.api.signUpEmail({ body: { ...person, name, email } })).user.id))!.name;
    expect(await nameOf('  Zahra\n\u202EEl  Boujaadi\u0000', 'n1@example.org')).toBe('Zahra El Boujaadi');
    expect(await nameOf('ز'.repeat(5_000), 'n2@example.org')).toHaveLength(120);
    expect(await nameOf(' \u202E ', 'n3@example.org')).toBe('–');
    const cookie = await cookieOf('n1@example.org', person.password);
    await identity.auth.api.updateUser({ body: { name: 'Zahra\nthe chamber' }, headers: new Headers({ cookie }) });
    expect((await identity.accountByEmail('n1@example.org')).name).toBe('Zahra the chamber');
  });

  it('takes a visitor for a visitor, also with a forged cookie', async () => {
    expect((await identity.actorOf({})).accountId).toBeNull();
    expect((await identity.actorOf({ cookie: 'dar-sanaa.session_token=forged.signature' })).accountId).toBeNull();
  });

  it('gives and takes a right at once', async () => {
    const id = await identity.createPerson({ ...person, email: 'officer@example.org', name: 'Officer' });
    const cookie = await cookieOf('officer@example.org', person.password);
    const grant = { role: 'officer', organisation: { kind: 'chamber', organisationId: 'MA-03' } } as const;
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, id, grant));
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, id, grant));
    expect(await identity.actorOf({ cookie })).toMatchObject({ roles: ['buyer', 'officer'], memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    await house.db.write(SYSTEM, (tx) => identity.revoke(tx, id, grant));
    expect((await identity.actorOf({ cookie })).roles).toEqual(['buyer']);
  });

  it('lets one account stand for an artisan', async () => {
    const artisanId = newId();
    const [one, two] = [await identity.createPerson({ ...person, email: 'one@example.org' }), await identity.createPerson({ ...person, email: 'two@example.org' })];
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, one!, { role: 'artisan', artisanId }));
    await expect(house.db.write(SYSTEM, (tx) => identity.grant(tx, two!, { role: 'artisan', artisanId }))).rejects.toMatchObject({ code: 'IDENTITY_ARTISAN_TAKEN' });
  });
});
