import { decodeJwt } from 'jose';
import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Words } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { carpetMaker, carpetRequest, examined, inspectorOf, maker, workshopExamined, workshopRequest } from './certification.fixtures.js';
import { certificationRoom, CertificationService, ChecklistsService, InspectionsService, PassportsService, type Certificate, type IssueInput } from './index.js';

let t: TestHouse;
let certification: CertificationService;
let artisanId: string;
const inspector = inspectorOf('carpets');

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  certification = t.get(CertificationService);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TODAY);
  artisanId = await carpetMaker(t);
});

const certified = async (more: Partial<IssueInput> = {}): Promise<Certificate> => certification.issue(inspector, { id: newId(), inspectionId: await workshopExamined(t, artisanId), ...more });
const carpet = async (more: Partial<IssueInput> = {}, scope: { pieceId?: string | null } = {}): Promise<Certificate> => certification.issue(inspector, { id: newId(), inspectionId: await examined(t, artisanId, scope), ...more });
const live = async (productType: string, more: object = {}): Promise<string[]> => {
  const scope = { artisanId, productId: newId(), productType, day: '2026-11-24', ...more };
  return (await t.db.write(SYSTEM, (tx) => certification.liveCertificatesFor(tx, scope))).map(({ number }) => number);
};

describe('a certificate of the artisan', () => {
  it('covers what she makes in the crafts of the centre that saw her workshop, and nothing else', async () => {
    const { number, ...about } = await certified();
    expect(about).toMatchObject({ productType: 'workshop', variant: 'craft', pieceId: null, lotSize: null, foodContact: false, grade: null, validFrom: '2026-11-24', validUntil: '2028-11-24' });
    expect([await live('carpets'), await live('textile'), await live('pottery'), await live('workshop-of-nobody')]).toEqual([[number], [number], [], []]);
    expect(await live('carpets', { foodContact: true })).toEqual([]);
    expect(await live('carpets', { artisanId: await carpetMaker(t) })).toEqual([]);
    await certification.withdraw(inspector, { certificateId: about.id, reason: 'A power loom came' });
    expect(await live('carpets')).toEqual([]);
  });

  it('stands behind one of the piece and one of the type', async () => {
    const pieceId = newId();
    const all = [await certified(), await carpet({}, { pieceId: null }), await carpet({}, { pieceId })].map(({ number }) => number);
    expect(await live('carpets', { productId: pieceId })).toEqual(all.reverse());
  });

  it('is asked for without a piece, at a centre of her craft', async () => {
    const inspections = t.get(InspectionsService);
    const ask = (changes: object): Promise<unknown> => inspections.request(maker(artisanId), workshopRequest(changes));
    await expect(ask({ pieceId: newId() })).rejects.toMatchObject({ code: 'WORKSHOP_NO_PIECE', field: 'input.pieceId' });
    await expect(ask({ lotSize: 3 })).rejects.toMatchObject({ code: 'WORKSHOP_NO_PIECE', field: 'input.lotSize' });
    const refusal = await ask({ centreId: 'pottery' }).then(() => null, (error: { say(locale: string): string }) => error);
    expect(refusal).toMatchObject({ code: 'WORKSHOP_OTHER_CRAFT', field: 'input.centreId', params: { branch: 'carpets' } });
    const [{ fr, ar }] = await t.db.read<Words>(`select * from registry.branch where code = 'carpets'`) as [Words];
    // A piece is bound to its own type alone: only the workshop to her craft in the register.
    expect(await inspections.request(maker(artisanId), carpetRequest({ centreId: 'pottery', productType: 'pottery', variant: 'decorative' }))).toMatchObject({ state: 'requested' });
    expect([refusal!.say('fr').includes(fr), refusal!.say('ar').includes(ar)]).toEqual([true, true]);
  });

  it('needs everything seen, bears no sealed label, and is a workshop in the database too', async () => {
    const inspections = t.get(InspectionsService);
    const { id } = await inspections.request(maker(artisanId), workshopRequest());
    await inspections.record(inspector, { id: newId(), inspectionId: id, seen: [{ rule: 'by-hand', outcome: 'met' }, { rule: 'no-child', outcome: 'not_met' }] });
    await expect(certification.issue(inspector, { id: newId(), inspectionId: id })).rejects.toMatchObject({ code: 'CERTIFICATE_RULES_NOT_MET', params: { rules: expect.stringContaining('no-child') as string } });
    await expect(certified({ labelNumber: 'W 1' })).rejects.toMatchObject({ code: 'CERTIFICATE_LABEL_ONE_PIECE' });
    await expect(certified({ validUntil: '2029-11-24' })).rejects.toMatchObject({ code: 'CERTIFICATE_VALIDITY' });
    await expect(t.db.read('update certification.inspection set piece_id = $2 where id = $1', [id, newId()])).rejects.toThrow('workshop_whole');
    await expect(t.db.read(`insert into certification.product_type (code, piece_years, type_years) values ('no-branch', 1, 1)`)).rejects.toThrow('foreign key');
  });

  it('is a passport of a workshop', async () => {
    const { number } = await certified();
    expect(decodeJwt(await t.get(PassportsService).passport(number))).toMatchObject({ credentialSubject: { type: 'HandmadeWorkshop', productType: 'workshop', maker: { nameLatin: 'Itto Oubella' } } });
    expect(await t.get(PassportsService).label(number)).toContain('Atelier et façon de travailler');
  });

  it('asks how many work there and names nobody on a public page', async () => {
    const rules = await t.db.write(SYSTEM, (tx) => t.get(ChecklistsService).rules('workshop', 'craft', '2026-11-24', tx));
    for (const code of ['people', 'apprentices']) expect(rules.find((rule) => rule.code === code)).toMatchObject({ en: expect.stringContaining('no names') as string, fr: expect.stringContaining('sans noms') as string });
    await expect(t.db.read(`update certification.rule set en = 'x' where product_type = 'workshop'`)).rejects.toThrow('can only be given an end');
  });

  it('is named among the types of work, after the crafts', async () => {
    const types = await t.get(ChecklistsService).productTypes();
    expect(types[0]).toMatchObject({ code: 'carpets', en: 'Carpets and rugs' });
    expect(types.at(-1)).toEqual({ code: 'workshop', en: 'Whole workshop', fr: 'Atelier entier', ar: 'الورشة بأكملها' });
    expect((await t.get(ChecklistsService).centres()).every(({ productTypes }) => productTypes.includes('workshop'))).toBe(true);
  });
});

describe('what her maker hears of it', () => {
  const letters = (email: string): Promise<{ subject: string; body: string }[]> => t.db.read('select subject, body from platform.mail where recipient = $1 order by id', [email]);
  const account = async (): Promise<string> => {
    const identity = t.get(IdentityService);
    const email = `${newId()}@example.ma`;
    const id = await identity.createPerson({ email, password: 'a long password of hers', name: 'Itto', locale: 'en' });
    await t.db.write(SYSTEM, (tx) => identity.grant(tx, id, { role: 'artisan', artisanId }));
    return email;
  };

  it('speaks of the workshop: what to have ready, what the star is on', async () => {
    const email = await account();
    const inspections = t.get(InspectionsService);
    const { id } = await inspections.request(maker(artisanId), workshopRequest());
    await inspections.appoint(inspector, { inspectionId: id, at: new Date('2026-12-01T10:00:00Z') });
    await certified();
    await t.jobs.drain();
    const said = (await letters(email)).map(({ body }) => body).join('\n');
    expect(said).toContain('have your register card, your tools and a finished piece of each craft ready');
    expect(said).toContain('What you make in the crafts of this centre carries the star from now on');
  });

  it('is no warning of an end where a wider certificate goes on', async () => {
    const email = await account();
    const warned = async (certificate: Certificate): Promise<boolean> => {
      const before = (await letters(email)).length;
      await certification.remind(certificate.id);
      await t.jobs.drain();
      return (await letters(email)).length > before;
    };
    const [piece, type, first] = [await carpet({ validUntil: '2027-06-30' }), await carpet({ validUntil: '2027-06-30' }, { pieceId: null }), await certified({ validUntil: '2027-08-31' })];
    // Her workshop goes on after the piece and the type; after the workshop nothing does.
    expect([await warned(piece), await warned(type), await warned(first)]).toEqual([false, false, true]);
    const again = await certified({ validUntil: '2028-08-31' });
    const shorter = await certified({ validUntil: '2027-09-30' });
    expect([await warned(shorter), await warned(again)]).toEqual([false, true]);
  });
});
