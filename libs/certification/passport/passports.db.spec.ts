import { toSVG } from 'bwip-js/node';
import { CompactSign, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { identityRoom } from '#libs/identity';
import { newId } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { carpetMaker, examined, inspectorOf } from '../certification.fixtures.js';
import { certificationRoom, CertificationService, PassportsService, type Certificate } from '../index.js';
import { verifyPassport, type PassportBundle, type PassportVerdict } from './passport.verifier.js';
import { SigningKeysService } from './signing-keys.service.js';
import { isUnchecked, report, verifyFile } from '../verify.cli.js';

const ROOMS = [identityRoom, registryRoom, certificationRoom];
let t: TestHouse;
let passports: PassportsService;
let certificate: Certificate;
const inspector = inspectorOf('carpets');
const issue = async (): Promise<Certificate> =>
  t.get(CertificationService).issue(inspector, { id: newId(), inspectionId: await examined(t, await carpetMaker(t), { lotSize: 3, name: { en: 'Boujaad rug', fr: ' Tapis de Boujaad ', ar: '' }, materials: '100 % wool', madeFrom: '2026-08-01', madeUntil: '2026-11-10' }) });

beforeAll(async () => {
  t = await testHouse(ROOMS);
  passports = t.get(PassportsService);
  certificate = await issue();
});
afterAll(() => t.close());

const check = (bundle: PassportBundle, now = TODAY): Promise<PassportVerdict> => verifyPassport(bundle, now);
/** The bundle with one part of its passport's JWT changed. */
function tampered(bundle: PassportBundle, change: (payload: Record<string, unknown>) => void): PassportBundle {
  const [header, , signature] = bundle.passport.split('.');
  const payload = decodeJwt(bundle.passport) as Record<string, unknown>;
  change(payload);
  return { ...bundle, passport: `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}` };
}

/** The same passport with its places in the lists cut out: the signature no longer fits. */
const certificateWithout = (bundle: PassportBundle): PassportBundle => tampered(bundle, (payload) => delete payload['credentialStatus']);

describe('a passport', () => {
  it('is a W3C credential that anybody can check without us', async () => {
    const bundle = await passports.bundle(certificate.number);
    expect(decodeProtectedHeader(bundle.passport)).toMatchObject({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc' });
    expect(bundle.didDocument.id).toBe('did:web:localhost%3A3000');
    const verdict = await check(JSON.parse(JSON.stringify(bundle)) as PassportBundle);
    expect(verdict).toMatchObject({ verdict: 'valid', withdrawalsAsOf: TODAY.toISOString() });
    expect(verdict.passport).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
      type: ['VerifiableCredential', 'PiecePassport'],
      issuer: 'did:web:localhost%3A3000',
      // Midnight in Morocco, on both ends.
      validFrom: '2026-11-23T23:00:00Z',
      validUntil: '2031-11-24T22:59:59Z',
      credentialSubject: { type: 'HandmadeLot', name: 'Beni Ouarain, ivory, black lozenges', names: { en: 'Boujaad rug', fr: 'Tapis de Boujaad', ar: null }, lotSize: 3, id: `urn:uuid:${certificate.pieceId}`, countryOfOrigin: 'MA', materials: '100 % wool', madeFrom: '2026-08-01', madeUntil: '2026-11-10', inspectedBy: { on: '2026-11-24', place: 'Sefrou' }, maker: { nameLatin: 'Itto Oubella', nameArabic: 'إيطو أوبلا' }, certificate: { number: certificate.number, grade: 'courante' } },
    });
  });

  it.each<[string, (payload: Record<string, unknown>) => void]>([
    ['another grade', (p) => ((p['credentialSubject'] as { certificate: { grade: string } }).certificate.grade = 'superieure')],
    ['a longer life', (p) => (p['validUntil'] = '2099-01-01T00:00:00Z')],
    ['another maker', (p) => ((p['credentialSubject'] as { maker: { nameLatin: string } }).maker.nameLatin = 'Someone Else')],
  ])('with %s written in fails', async (_what, change) => {
    expect(await check(tampered(await passports.bundle(certificate.number), change))).toMatchObject({ verdict: 'not_genuine', passport: null });
  });

  it('signed by a stranger, by nobody, or by a key the issuer does not own, fails', async () => {
    const bundle = await passports.bundle(certificate.number);
    const stranger = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey);
    const [method] = bundle.didDocument.verificationMethod;
    const otherKey: PassportBundle = { ...bundle, didDocument: { ...bundle.didDocument, verificationMethod: [{ ...method!, publicKeyJwk: stranger }] } };
    const otherOwner: PassportBundle = { ...bundle, didDocument: { ...bundle.didDocument, id: 'did:web:elsewhere.example' } };
    const unlisted: PassportBundle = { ...bundle, didDocument: { ...bundle.didDocument, assertionMethod: [] } };
    const unsigned: PassportBundle = { ...bundle, passport: `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'vc+jwt', kid: method!.id })).toString('base64url')}.${bundle.passport.split('.')[1]}.` };
    for (const forged of [otherKey, otherOwner, unlisted, unsigned, { ...bundle, passport: 'x' }, { ...bundle, statusList: bundle.passport }]) expect(await check(forged)).toMatchObject({ verdict: 'not_genuine' });
  });

  it('says when it has run out or does not hold yet', async () => {
    const bundle = await passports.bundle(certificate.number);
    expect(await check(bundle, new Date('2031-11-25T00:00:00Z'))).toMatchObject({ verdict: 'expired' });
    expect(await check(bundle, new Date('2026-11-23T12:00:00Z'))).toMatchObject({ verdict: 'not_yet_valid' });
  });

  it('says that it was withdrawn, and its neighbours were not', async () => {
    const [gone, kept] = [await issue(), await issue()];
    const before = await passports.bundle(gone.number);
    await t.get(CertificationService).withdraw(inspector, { certificateId: gone.id, reason: 'Dye ran' });
    const list = await passports.statusList(0);
    expect(await check({ ...before, statusList: list })).toMatchObject({ verdict: 'withdrawn' });
    expect(await check({ ...before, statusList: null })).toMatchObject({ verdict: 'valid', withdrawalsAsOf: null });
    expect(await check(await passports.bundle(kept.number))).toMatchObject({ verdict: 'valid' });
  });

  it('is signed anew when the export file of its piece is complete, and the one before says that a newer stands', async () => {
    const exported = await issue();
    const before = await passports.bundle(exported.number);
    expect(await check(before)).toMatchObject({ verdict: 'valid', superseded: false });
    const file = { orderId: newId(), exportFileId: newId(), version: 1, number: 'CI-2026-000001', sha256: 'ab'.repeat(32), certificates: [exported.number] };
    for (let said = 0; said < 2; said++) await t.db.write(inspector, (tx) => tx.publish('ExportFileCompleted', file));
    await t.jobs.drain();
    const after = await passports.bundle(exported.number);
    const verdict = await check(after);
    expect(verdict).toMatchObject({ verdict: 'valid', superseded: false, passport: { id: `http://localhost:3000/passports/${exported.number}/editions/2`, credentialSubject: { exportFiles: [{ number: 'CI-2026-000001', version: 1, sha256: file.sha256 }] } } });
    expect(report(verdict, true)).toContain(`Export file CI-2026-000001, version 1, sha256 ${file.sha256}`);
    const old = await check({ ...before, statusList: after.statusList, updatesList: after.updatesList });
    expect(old).toMatchObject({ verdict: 'valid', superseded: true });
    expect(report(old, true)).toContain('A newer edition');
    expect(decodeJwt(await passports.passport(exported.number, 1))).not.toHaveProperty('credentialSubject.exportFiles');
    await expect(passports.passport(exported.number, 3)).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
    // A file completed again replaces its own line, in a third edition.
    await t.db.write(inspector, (tx) => tx.publish('ExportFileCompleted', { ...file, version: 2, sha256: 'cd'.repeat(32) }));
    await t.jobs.drain();
    expect((await check(await passports.bundle(exported.number))).passport!.credentialSubject.exportFiles).toEqual([{ number: 'CI-2026-000001', version: 2, sha256: 'cd'.repeat(32) }]);
    // A list of another purpose, or with nobody's place in it, is not taken for the right one.
    expect(await check({ ...after, statusList: after.updatesList })).toMatchObject({ verdict: 'not_genuine' });
    expect(await check(certificateWithout(after))).toMatchObject({ verdict: 'not_genuine' });
  });

  it('is checked from a file, and the check says where its key came from', async () => {
    const bundle = await passports.bundle(certificate.number);
    const said = report(await verifyFile(JSON.stringify(bundle), null, TODAY), false);
    expect(said).toContain('VALID');
    expect(said).toContain('Made of 100 % wool\nMade 2026-08-01 to 2026-11-10');
    expect(said).toContain('Centre of Excellence for Carpets, Sefrou, 2026-11-24');
    expect(said).toContain('Itto Oubella / إيطو أوبلا');
    expect(said).toContain('Knots per square metre: 27000 knots/m²');
    expect(said.split('\n')[1]).toBe('Checked with the keys that are in the file itself: compare the key below with the issuer’s, at localhost:3000/.well-known/did.json, or give that file with --did');
    expect(report(await verifyFile(JSON.stringify(bundle), JSON.stringify(bundle.didDocument), TODAY), true)).not.toContain('in the file itself');
    expect(said).toContain('Holds 2026-11-24 to 2031-11-24');
    expect(said).toContain(`Withdrawals as of ${TODAY.toISOString()}; a later list may know more: http://localhost:3000/passports/status/0`);
    const bare = await verifyFile(bundle.passport, JSON.stringify(bundle.didDocument), TODAY);
    expect(bare).toMatchObject({ verdict: 'valid' });
    // A file whose list of withdrawals was taken out does not pass for a checked one.
    for (const unchecked of [bare, await verifyFile(JSON.stringify({ ...bundle, statusList: null }), null, TODAY)]) {
      expect([report(unchecked, true).split('\n')[0], isUnchecked(unchecked)]).toEqual(['GENUINE, BUT NOT CHECKED AGAINST THE WITHDRAWALS', true]);
    }
    expect(said.startsWith('VALID')).toBe(true);
    expect(await verifyFile(bundle.passport, null, TODAY)).toMatchObject({ verdict: 'not_genuine', reason: expect.stringContaining('give that file with --did') as string });
  });

  it.each<[string, (bundle: PassportBundle) => unknown]>([
    ['nothing', () => ({})], ['no keys', (b) => ({ passport: b.passport })], ['no lists of keys', (b) => ({ ...b, didDocument: { id: 'x' } })], ['a number for a passport', (b) => ({ ...b, passport: 7 })],
    ['a list of withdrawals for a passport', (b) => ({ ...b, passport: b.statusList })], ['a passport for a list', (b) => ({ ...b, statusList: b.passport })],
  ])('in a file with %s is not genuine, and the check says so in words', async (_what, change) => {
    const verdict = await verifyFile(JSON.stringify(change(await passports.bundle(certificate.number))), null, TODAY);
    expect(verdict).toMatchObject({ verdict: 'not_genuine', passport: null });
    expect(verdict.reason).not.toMatch(/undefined|not a function|properties/);
  });

  it('made up whole by a stranger in our name fails against our keys', async () => {
    const real = await passports.bundle(certificate.number);
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const did = real.didDocument.id;
    const sign = (payload: object): Promise<string> => new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: `${did}#k` }).sign(privateKey);
    const forged = {
      passport: await sign({ ...decodeJwt(real.passport), validUntil: '2099-01-01T00:00:00Z' }), statusList: await sign(decodeJwt(real.statusList!)), updatesList: null,
      didDocument: { ...real.didDocument, verificationMethod: [{ id: `${did}#k`, publicKeyJwk: await exportJWK(publicKey) }], assertionMethod: [`${did}#k`] },
    };
    expect(report(await verifyFile(JSON.stringify(forged), null, TODAY), false).split('\n')[1]).toContain('Checked with the keys that are in the file itself');
    expect(await verifyFile(JSON.stringify(forged), JSON.stringify(real.didDocument), TODAY)).toMatchObject({ verdict: 'not_genuine', reason: 'the key that signed is not one of the issuer' });
  });

  it('has no claim that the standard forbids or advises against, and says where a newer edition is', async () => {
    const payload = decodeJwt((await passports.bundle(certificate.number)).passport);
    for (const claim of ['vc', 'vp', 'nbf', 'iss', 'sub', 'exp']) expect(payload).not.toHaveProperty(claim);
    expect(payload).toMatchObject({ refreshService: { id: `http://localhost:3000/passports/${certificate.number}`, type: 'PassportRefresh' } });
    expect(decodeJwt(await passports.statusList(0))).toMatchObject({ type: ['VerifiableCredential', 'BitstringStatusListCredential'], credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation' } });
  });

  it('names its maker as she was named on the day, whatever the register says since', async () => {
    const one = await issue();
    await t.db.read(`update registry.artisan set name_latin = 'Itto Oubella Amrani' where id = $1`, [one.artisanId]);
    expect((await check(await passports.bundle(one.number))).passport!.credentialSubject.maker).toMatchObject({ nameLatin: 'Itto Oubella', nameArabic: 'إيطو أوبلا' });
  });

  it('has a label with a code of its page, in two languages', async () => {
    const label = await passports.label(certificate.number);
    expect(label).toContain(certificate.number);
    expect(label).toContain('إيطو أوبلا');
    expect(label).toContain('Tapis rural, Moyen Atlas');
    expect(label.match(/<svg /g)).toHaveLength(2);
    // 36 mm wide with at least four modules of quiet around it (ISO/IEC 18004), and what it says has no language.
    const code = toSVG({ bcid: 'qrcode', text: `http://localhost:3000/certificate/${certificate.number}` });
    expect(label).toContain(/<path d="[^"]+"/.exec(code)![0]);
    const modules = Number(/viewBox="0 0 (\d+)/.exec(code)![1]) / 4;
    expect((36 / modules) * 4).toBeLessThanOrEqual(4.5);
  });

  it('of a number nobody issued does not exist', async () => {
    await expect(passports.passport('TAP-2026-999999')).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
    await expect(passports.statusList(-1)).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
    await expect(passports.statusList(99_999_999)).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
  });
});

describe('the signing key', () => {
  const admin = actor('admin');
  it('gives way to another when it is told to: what it signed stays good, and asked again it is the same change', async () => {
    const keys = t.get(SigningKeysService);
    const old = await passports.bundle(certificate.number);
    const kid = (await keys.keysMade())[0]!.kid;
    const after = await keys.rotate(admin, { kid, compromised: false, reason: 'Once a year' });
    expect(after.map(({ retiredAt }) => retiredAt === null)).toEqual([true, false]);
    expect(await keys.rotate(admin, { kid, compromised: false, reason: 'Once a year' })).toEqual(after);
    const fresh = await passports.bundle(certificate.number);
    expect(decodeProtectedHeader(fresh.passport).kid).not.toBe(decodeProtectedHeader(old.passport).kid);
    for (const bundle of [old, fresh]) expect(await check({ ...bundle, didDocument: fresh.didDocument })).toMatchObject({ verdict: 'valid' });
    for (const none of ['nobody’s', `${kid}\0`]) await expect(keys.rotate(admin, { kid: none, compromised: false, reason: 'x' })).rejects.toMatchObject({ code: 'PASSPORT_KEY_UNKNOWN', field: 'input.kid' });
    await expect(keys.rotate(admin, { kid, compromised: false, reason: '\u202E' })).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
  });

  it('that may be in strange hands is published no more, so that nothing it signed passes, and every passport is signed anew', async () => {
    const keys = t.get(SigningKeysService);
    const stolen = await passports.bundle(certificate.number);
    const kid = (await keys.keysMade())[0]!.kid;
    await keys.rotate(admin, { kid, compromised: true, reason: 'A disk was lost' });
    const fresh = await passports.bundle(certificate.number);
    expect(fresh.didDocument.verificationMethod.map(({ id }) => id)).not.toContain(`${fresh.didDocument.id}#${kid}`);
    expect(await check({ ...stolen, didDocument: fresh.didDocument })).toMatchObject({ verdict: 'not_genuine', reason: 'the key that signed is not one of the issuer' });
    expect(await check(fresh)).toMatchObject({ verdict: 'valid' });
  });

  it('is made once, however many ask first', async () => {
    const fresh = await testHouse(ROOMS);
    const keys = fresh.get(SigningKeysService);
    await Promise.all(Array.from({ length: 5 }, () => keys.sign({ issuer: keys.did })));
    expect((await keys.didDocument()).verificationMethod).toHaveLength(1);
    await fresh.close();
  });

  it('lies sealed, and gives way to a new one when the secret is gone, which leaves old passports good', async () => {
    const old = await passports.bundle(certificate.number);
    const [row] = await t.db.read<{ sealed: Buffer }>('select sealed from certification.signing_key where retired_at is null');
    expect(row!.sealed.toString('latin1')).not.toContain('"d"');
    const after = new SigningKeysService(t.db, { ...t.config, SECRET: 'another-secret-another-secret-another' });
    await after.sign({ issuer: after.did });
    const document = await after.didDocument();
    expect(document.verificationMethod).toHaveLength(old.didDocument.verificationMethod.length + 1);
    expect(await check({ ...old, didDocument: document })).toMatchObject({ verdict: 'valid' });
  });
});
