import { identityRoom } from '#libs/identity';
import { newId } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { carpetMaker, examined, inspectorOf } from '../certification.fixtures.js';
import { certificationRoom, CertificationService, type Certificate } from '../index.js';
import { SuccessorsService } from './successors.service.js';

describe('a certificate that has ended', () => {
  let house: TestHouse;
  let artisanId: string;
  const inspector = inspectorOf('carpets');
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom]);
    artisanId = await carpetMaker(house);
  });
  afterAll(() => house.close());

  const issue = async (of: object, validUntil?: string): Promise<Certificate> => house.get(CertificationService).issue(inspector, { id: newId(), inspectionId: await examined(house, artisanId, of), ...(validUntil && { validUntil }) });
  const withdraw = (certificate: Certificate): Promise<Certificate> => house.get(CertificationService).withdraw(inspector, { certificateId: certificate.id, reason: 'The dye ran.' });
  const after = async ({ number }: Certificate): Promise<string | null> => house.get(SuccessorsService).of((await house.get(CertificationService).byNumber(number))!);

  it('names the one that vouches for the same piece today, and none while it holds itself', async () => {
    const pieceId = newId();
    const old = await issue({ pieceId, lotSize: null }, '2026-12-31');
    const renewed = await issue({ pieceId, lotSize: null });
    expect([await after(old), await after(renewed)]).toEqual([null, null]);
    house.clock.set(new Date('2027-01-02T12:00:00Z'));
    expect(await after(old)).toBe(renewed.number);
    await withdraw(renewed);
    expect([await after(old), await after(renewed)]).toEqual([null, null]);
    house.clock.set(TODAY);
  });

  it('of a whole type is followed by another of the type; that of a lot by none, and that of a piece by no other piece’s', async () => {
    const [type, lot, piece] = [await issue({ pieceId: null, lotSize: null }), await issue({ pieceId: newId(), lotSize: 3 }), await issue({ pieceId: newId(), lotSize: null })];
    for (const one of [type, lot, piece]) await withdraw(one);
    const next = await issue({ pieceId: null, lotSize: null });
    await issue({ pieceId: lot.pieceId, lotSize: 3 });
    expect([await after(type), await after(lot), await after(piece)]).toEqual([next.number, null, null]);
  });
});
