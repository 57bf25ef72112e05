import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { newId } from '#libs/kernel';
import { creditTransferXml, type CreditTransfers } from '../../libs/payments/payouts/credit-transfer.xml.js';

const IBAN = 'MA64011519000001205000534921';
const batch = (transfers: Partial<CreditTransfers['transfers'][number]>[]): CreditTransfers => ({
  number: 'PO-2026-000001',
  createdAt: '2026-11-24T12:00:00.000Z',
  executeOn: '2026-11-25',
  debtor: { name: 'Dar Sanaa', iban: IBAN },
  transfers: transfers.map((t) => ({ payoutId: newId(), name: 'Zahra Oubella', iban: IBAN, amountMinor: 324_000, remittance: 'Dar Sanaa PO-2026-000001', ...t })),
});

describe('the file for the bank, against its schema', () => {
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'bank-file.xsd'))));
  afterAll(() => validator.dispose());

  function valid(xml: string): boolean {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    } finally {
      document.dispose();
    }
  }

  it('is valid for one transfer, for a thousand, and for names and texts of any length and script', () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(9);
    for (const transfers of [[{}], Array.from({ length: 1000 }, () => ({})), [{ name: long, remittance: long }, { name: 'زهرة', remittance: '<&>"' }, { amountMinor: 1 }, { amountMinor: 99_999_999_999 }]]) {
      expect(valid(creditTransferXml(batch(transfers)))).toBe(true);
    }
  });

  it('would be noticed for a missing, foreign or misplaced element, and an account that is none', () => {
    const good = creditTransferXml(batch([{}]));
    const spoiled = [good.replace(/<NbOfTxs>1<\/NbOfTxs>/, ''), good.replace('<PmtMtd>TRF', '<PmtMtd>CASH'), good.replace(/(<PmtMtd>TRF<\/PmtMtd>)\s*(<BtchBookg>true<\/BtchBookg>)/, '$2$1'), good.replaceAll(IBAN, '0115'), good.replace(' Ccy="MAD"', ''), good.replace('2026-11-25', 'tomorrow')];
    for (const xml of spoiled) {
      expect(xml).not.toBe(good);
      expect(valid(xml)).toBe(false);
    }
  });
});
