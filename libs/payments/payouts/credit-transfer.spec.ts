import fc from 'fast-check';
import { convert } from 'xmlbuilder2';
import { newId } from '#libs/kernel';
import { bankText, creditTransferXml, endToEnd, type CreditTransfers } from './credit-transfer.xml.js';

const IBAN = 'MA64011519000001205000534921';
const batch = (transfers: Partial<CreditTransfers['transfers'][number]>[]): CreditTransfers => ({
  number: 'PO-2026-000001',
  createdAt: '2026-11-24T12:00:00.000Z',
  executeOn: '2026-11-25',
  debtor: { name: 'Dar Sanaa', iban: IBAN },
  transfers: transfers.map((t) => ({ payoutId: newId(), name: 'Zahra Oubella', iban: IBAN, amountMinor: 324_000, remittance: 'Dar Sanaa PO-2026-000001', ...t })),
});
interface Read {
  Document: { CstmrCdtTrfInitn: { GrpHdr: Record<string, unknown>; PmtInf: Record<string, unknown> & { CdtTrfTxInf: unknown } } };
}
const read = (xml: string) => (convert(xml, { format: 'object' }) as unknown as Read).Document.CstmrCdtTrfInitn;

describe('the payout file', () => {
  it('states each transfer, and their number and sum twice', () => {
    const payoutId = newId();
    const xml = creditTransferXml(batch([{ payoutId, amountMinor: 324_000 }, { amountMinor: 5 }]));
    expect(xml).toContain('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">');
    const { GrpHdr, PmtInf } = read(xml);
    expect(GrpHdr).toMatchObject({ MsgId: 'PO-2026-000001', NbOfTxs: '2', CtrlSum: '3240.05' });
    expect(PmtInf).toMatchObject({ PmtMtd: 'TRF', NbOfTxs: '2', CtrlSum: '3240.05', ReqdExctnDt: { Dt: '2026-11-25' }, DbtrAcct: { Id: { IBAN } } });
    expect((PmtInf.CdtTrfTxInf as unknown[])[0]).toMatchObject({
      PmtId: { EndToEndId: endToEnd(payoutId) },
      Amt: { InstdAmt: { '@Ccy': 'MAD', '#': '3240.00' } },
      Cdtr: { Nm: 'Zahra Oubella' },
      CdtrAcct: { Id: { IBAN } },
      CdtrAgt: { FinInstnId: { ClrSysMmbId: { MmbId: '011' } } },
    });
  });

  it('keeps the order the schema asks for', () => {
    const xml = creditTransferXml(batch([{}]));
    const order = ['GrpHdr', 'MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty', 'PmtInf', 'PmtInfId', 'PmtMtd', 'BtchBookg', 'ReqdExctnDt', 'Dbtr', 'DbtrAcct', 'DbtrAgt', 'ChrgBr', 'CdtTrfTxInf', 'PmtId', 'Amt', 'CdtrAgt', 'Cdtr', 'CdtrAcct', 'RmtInf'];
    const places = order.map((tag) => xml.indexOf(`<${tag}>`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
  });

  it('is the same file for the same batch', () => {
    const same = batch([{}, {}]);
    expect(creditTransferXml(same)).toBe(creditTransferXml(same));
  });

  it('adds up for any amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 30 }), (amounts) => {
        const { GrpHdr } = read(creditTransferXml(batch(amounts.map((amountMinor) => ({ amountMinor })))));
        expect(BigInt(String(GrpHdr['CtrlSum']).replace('.', ''))).toBe(amounts.reduce((sum, a) => sum + BigInt(a), 0n));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['Zahra Oubella', 'Zahra Oubella'],
    ['Fatima-Zahraâ El Çaïdi', 'Fatima-Zahraa El Caidi'],
    ["O'Brien & <Söhne>", "O'Brien Sohne"],
    ['</Nm><Nm>x', '/Nm Nm x'],
    ['زهرة', 'NOT PROVIDED'],
    ['\u202eevil\u0000', 'evil'],
    ['a'.repeat(500), 'a'.repeat(70)],
  ])('writes %j in the letters banks take', (name, expected) => {
    expect(bankText(name, 70)).toBe(expected);
  });
});
