import { newId, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { mobileNumber } from './phone.js';
import { ContactsService, identityRoom, IdentityService } from '../index.js';

let t: TestHouse;
let contacts: ContactsService;
let people = 0;
beforeAll(async () => {
  t = await testHouse([identityRoom]);
  contacts = t.get(ContactsService);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

async function person(): Promise<Actor> {
  const accountId = await t.get(IdentityService).createPerson({ email: `c${++people}@example.ma`, password: 'a long password', name: 'Fatima', locale: 'ar' });
  return actor('buyer', { accountId, locale: 'ar' });
}
const number = (): string => `06${String(10_000_000 + people).slice(0, 8)}`;
async function asked(who: Actor, kind: 'phone' | 'mail' = 'phone', phone = number()): Promise<{ id: string; code: string }> {
  const id = newId();
  await contacts.ask(who, { id, kind, phone });
  const sql = kind === 'phone' ? 'select body from identity.text_message where recipient = $1 order by at desc, id desc' : `select body from platform.mail where $1 <> '' order by at desc, id desc`;
  return { id, code: /\d{6}/.exec((await t.db.read<{ body: string }>(sql, [mobileNumber(phone)]))[0]!.body)![0] };
}

describe('a contact', () => {
  it('is proved by the code that came by telephone', async () => {
    const who = await person();
    const { id, code } = await asked(who);
    expect(await contacts.of(who.accountId!)).toMatchObject({ phone: null });
    expect(await contacts.confirm(who, { id, code: [...code].map((d) => String.fromCharCode(0x660 + Number(d))).join('') })).toMatchObject({ phone: `+212${number().slice(1)}` });
    expect(await contacts.confirm(who, { id, code })).toMatchObject({ emailConfirmed: false });
    expect(await t.db.read(`select detail from platform.audit where action = 'contact.confirm' and subject_id = $1`, [who.accountId])).toEqual([{ detail: { kind: 'phone' } }]);
  });

  it('that is a new telephone is told to the letter box, by its ends, and once', async () => {
    const who = await person();
    await contacts.confirm(who, await asked(who));
    await contacts.confirm(who, await asked(who));
    const letters = await t.db.read<{ subject: string; body: string }>('select subject, body from platform.mail where recipient = $1', [`c${people}@example.ma`]);
    expect(letters).toMatchObject([{ subject: expect.stringContaining('رموزك تصل الآن إلى') as string, body: expect.stringContaining('فغيّر كلمة المرور') as string }]);
    expect(letters[0]!.body).not.toContain(number().slice(2));
  });

  it('is proved by the code of a letter', async () => {
    const who = await person();
    const { id, code } = await asked(who, 'mail');
    expect(await contacts.confirm(who, { id, code })).toMatchObject({ phone: null, emailConfirmed: true });
  });

  it('is not proved by guessing: five tries, a quarter of an hour', async () => {
    const who = await person();
    const { id, code } = await asked(who);
    const wrong = code === '000000' ? '111111' : '000000';
    for (const none of ['', '  ', 'code', '12345', '1234567']) await expect(contacts.confirm(who, { id, code: none })).rejects.toMatchObject({ code: 'CODE_SHAPE', field: 'input.code' });
    for (let left = 4; left >= 0; left--) await expect(contacts.confirm(who, { id, code: wrong })).rejects.toMatchObject({ code: 'CONTACT_CODE_WRONG', params: { left } });
    await expect(contacts.confirm(who, { id, code })).rejects.toMatchObject({ code: 'CONTACT_CODE_OVER' });
    const late = await asked(who);
    t.clock.advance(15 * 60_000 + 1);
    await expect(contacts.confirm(who, late)).rejects.toMatchObject({ code: 'CONTACT_CODE_OVER' });
    await expect(contacts.confirm(await person(), late)).rejects.toMatchObject({ code: 'CONTACT_CHECK_UNKNOWN' });
  });

  it('is not pestered: five codes an hour to one account or one number, and the same id once', async () => {
    const who = await person();
    const id = newId();
    for (let i = 0; i < 8; i++) await contacts.ask(who, { id, kind: 'phone', phone: '0798765432' });
    expect(await t.db.read(`select 1 from identity.text_message where recipient = '+212798765432'`)).toHaveLength(1);
    for (let i = 0; i < 4; i++) await asked(await person(), 'phone', '0798765432');
    await expect(asked(await person(), 'phone', '0798765432')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    t.clock.advance(3_600_001);
    await asked(await person(), 'phone', '0798765432');
  });

  it('is not pestered by many asked at the same moment', async () => {
    const who = await person();
    const all = await Promise.allSettled(Array.from({ length: 9 }, () => contacts.ask(who, { id: newId(), kind: 'phone', phone: '0798765433' })));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await t.db.read(`select 1 from identity.text_message where recipient = '+212798765433'`)).toHaveLength(5);
  });

  it('needs an account and a Moroccan mobile', async () => {
    await expect(contacts.ask(actor('buyer'), { id: newId(), kind: 'phone', phone: '0612345678' })).rejects.toMatchObject({ code: 'CONTACT_NEEDS_ACCOUNT' });
    await expect(contacts.ask(await person(), { id: newId(), kind: 'phone', phone: '+33 6 12 34 56 78' })).rejects.toMatchObject({ code: 'PHONE_NUMBER_WRONG', field: 'input.phone' });
  });

  it('leaves its code in no table but the outgoing text, and in no job', async () => {
    const who = await person();
    const { code } = await asked(who);
    const everywhere = await t.db.read(`select 1 from platform.outbox where payload::text like $1 union all select 1 from platform.audit where detail::text like $1`, [`%"${code}"%`]);
    expect(everywhere).toEqual([]);
  });
});

describe('telling somebody', () => {
  it('goes to the telephone once there is one, else by letter, in her language', async () => {
    const who = await person();
    const said = { subject: 'S', body: 'long', text: 'short' };
    const locales: string[] = [];
    const tell = (): Promise<string | null> => t.db.write(who, (tx) => contacts.tell(tx, who.accountId!, (locale) => (locales.push(locale), said)));
    expect(await tell()).toBe('mail');
    await contacts.confirm(who, await asked(who));
    expect(await tell()).toBe('phone');
    expect(locales).toEqual(['ar', 'ar']);
    expect(await t.db.write(who, (tx) => contacts.tell(tx, 'nobody', () => said))).toBeNull();
  });
});

describe('a house without a carrier', () => {
  it('says so, and goes by letter, rather than send codes nowhere', async () => {
    const silent = await testHouse([identityRoom], { DEMO: 'false' });
    try {
      const accountId = await silent.get(IdentityService).createPerson({ email: 'silent@example.ma', password: 'a long password', name: 'Fatima', locale: 'ar' });
      const who = actor('buyer', { accountId });
      await expect(silent.get(ContactsService).ask(who, { id: newId(), kind: 'phone', phone: '0612345678' })).rejects.toMatchObject({ code: 'CONTACT_NO_TEXTS' });
      await silent.db.read(`insert into identity.phone values ($1, '+212612345678', now())`, [accountId]);
      expect(await silent.db.write(who, (tx) => silent.get(ContactsService).tell(tx, accountId, () => ({ subject: 'S', body: 'long', text: 'short' })))).toBe('mail');
    } finally {
      await silent.close();
    }
  });
});
